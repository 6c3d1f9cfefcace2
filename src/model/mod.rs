//! A catalogue whole and well-formed: plain values, no text, no files.
