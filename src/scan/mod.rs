//! Text rules: one document at a time.
