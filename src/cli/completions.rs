//! `gongkai completions SHELL`: what a shell runs to complete commands and options.

use anyhow::Result;
use clap::ArgMatches;
use clap_complete::{Shell, generate};

use super::{ask::Ask, command::command, say};

/// Prints the script for the shell asked for.
///
/// # Errors
///
/// The machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let shell = *matches.get_one::<Shell>("shell").expect("clap requires it");
    let mut script = Vec::new();
    generate(shell, &mut command(ask.lang()), "gongkai", &mut script);
    say::out(String::from_utf8_lossy(&script).trim_end())?;
    Ok(0)
}
