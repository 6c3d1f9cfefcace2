//! Typed columns and cells; CSV in.
