//! Markdown with Chinese emphasis done right, to a tree, to safe HTML.
