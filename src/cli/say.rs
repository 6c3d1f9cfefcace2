//! In which tongue, in which colours, how wide; and the one place that prints.

use std::io::{self, IsTerminal, Write};

use crate::{print::Look, vocabulary::Lang};

/// The tongue: `--lang` wherever it stands, else the locale's; Chinese where none is set.
pub fn lang(args: &[std::ffi::OsString]) -> Lang {
    let mut args = args.iter().filter_map(|it| it.to_str());
    while let Some(arg) = args.next() {
        let value = arg.strip_prefix("--lang=").or_else(|| if arg == "--lang" { args.next() } else { None });
        match value {
            Some("zh") => return Lang::Zh,
            Some("en") => return Lang::En,
            _ => {}
        }
    }
    match sys_locale::get_locale() {
        Some(it) if it.starts_with("zh") || matches!(&*it, "C" | "POSIX" | "") || it.starts_with("C.") => Lang::Zh,
        Some(_) => Lang::En,
        None => Lang::Zh,
    }
}

/// How standard output is to look.
pub fn look(lang: Lang) -> Look {
    use anstream::ColorChoice;
    let colour = !matches!(anstream::AutoStream::choice(&io::stdout()), ColorChoice::Never);
    Look { lang, colour, width: width() }
}

/// How a file is to look: as standard output would where it is one.
pub fn plain(lang: Lang) -> Look {
    Look { lang, colour: false, width: columns().unwrap_or(100).clamp(40, 400) }
}

fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok().and_then(|it| it.parse().ok())
}

/// Columns of the terminal; 100 where there is none.
fn width() -> usize {
    let asked = || {
        let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
        (size.ws_col > 0).then(|| usize::from(size.ws_col))
    };
    columns().or_else(asked).unwrap_or(100).clamp(40, 400)
}

/// Writes results to standard output. A reader that went away (`| head`) is no fault of ours.
///
/// # Errors
///
/// The machine's: a full disk behind a redirection.
pub fn out(text: &str) -> io::Result<()> {
    out_bytes(text.as_bytes())
}

/// The same for what is no text: a document, a workbook.
///
/// # Errors
///
/// As [`out`].
pub fn out_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Writes a line about the run to standard error; where even that fails there is nobody left to tell.
pub fn err(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether people watch standard error.
pub fn watched() -> bool {
    io::stderr().is_terminal()
}
