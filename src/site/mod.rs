//! What will be published, as plain values.
