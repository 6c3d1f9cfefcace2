//! All tests that stand outside the library, in one binary.

#![allow(clippy::disallowed_methods, reason = "tests stand outside: they have a disk and a clock")]

mod reading;
mod theme;
