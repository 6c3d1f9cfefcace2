//! Configurations of web servers for a site.

mod apache;
mod caddy;
mod configuration;
mod files;
mod nginx;
mod pattern;
mod settings;
mod template;

pub use configuration::host;
pub use settings::{HostSettings, Server};
