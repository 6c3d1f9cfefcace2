//! The configuration of a web server, whichever it is.

use super::{
    apache::apache,
    caddy::caddy,
    nginx::nginx,
    settings::{HostSettings, Server},
};

/// The configuration of `server`.
pub fn host(server: Server, settings: &HostSettings<'_>) -> String {
    match server {
        Server::Nginx => nginx(settings),
        Server::Caddy => caddy(settings),
        Server::Apache => apache(settings),
    }
}
