//! The only module with a disk and a clock.
