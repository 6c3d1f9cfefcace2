//! Whole rules, one family a file.
