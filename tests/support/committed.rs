//! Files that the program makes and the repository keeps: compared, or rewritten with `UPDATE=1`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file or folder of the repository.
pub fn at(path: &str) -> PathBuf {
    repository().join(path)
}

/// Whether what is kept is to be rewritten instead of compared.
pub fn updating() -> bool {
    env::var_os("UPDATE").is_some_and(|it| !it.is_empty() && it != "0")
}

/// Fails unless the file at `path` has the text `made`; with `UPDATE=1` it gets it.
#[track_caller]
pub fn same(path: &str, made: &str) {
    let file = at(path);
    if updating() {
        fs::create_dir_all(file.parent().expect("below the repository")).expect("a folder");
        fs::write(file, made).expect("a file");
        return;
    }
    let kept =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}; make it with UPDATE=1 cargo test"));
    let differs = kept.lines().zip(made.lines()).enumerate().find(|(_, (a, b))| a != b);
    if let Some((line, (a, b))) = differs {
        panic!("{path}:{}: kept\n  {a}\nmade\n  {b}\nif that is meant: UPDATE=1 cargo test", line + 1);
    }
    assert!(kept == made, "{path} differs in its length; if that is meant: UPDATE=1 cargo test");
}
