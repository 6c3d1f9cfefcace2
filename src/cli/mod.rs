//! What was typed; one command a file.
