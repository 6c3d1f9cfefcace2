//! Opens an address in whatever browser the user has.

use std::process::{Command, Stdio};

/// Asks the desktop to open `address`. Nobody waits for it: where there is no browser, the address was printed as well.
pub fn open(address: &str) {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    let quiet = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut child) = quiet.spawn() {
        // Its end is taken note of, so that nothing of it stays in the table of processes.
        std::thread::spawn(move || child.wait());
    }
}
