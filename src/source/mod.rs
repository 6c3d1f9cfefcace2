//! Files by name and number, spans of bytes, lines and columns.
