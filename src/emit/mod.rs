//! Values to bytes: HTML, JSON, feeds. Touches no disk.
