//! A preview on this machine: who asks, what changed, and the one thread that knows the project.

mod browser;
mod connection;
mod hub;
mod listed;
mod listen;
mod running;
mod serve_loop;
mod warm_cache;
mod watch;

pub use serve_loop::{Browser, PORT, ServeOptions, Served, serve};
