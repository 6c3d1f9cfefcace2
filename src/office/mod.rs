//! Bytes of any office file or encoding to text.
