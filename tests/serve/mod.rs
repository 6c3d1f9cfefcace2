//! `gongkai serve`, as a browser meets it: over plain TCP, on this machine alone, and never waited for without end.

mod ends;
mod gate;
mod news;
mod pages;
mod panel;
