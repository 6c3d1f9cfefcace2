//! Names of files as the least careful file system takes them.

/// What a file system that ignores case and form would take a file for, and its path.
pub type Folded = (String, String);

/// The name of which all that some file system takes for `path` are written: through capitals, for ß and SS, ﬁ and FI are one.
pub fn folded(path: &str) -> String {
    let mut folded = String::with_capacity(path.len());
    for char in path.chars() {
        match char {
            '\u{2e80}'..='\u{9fff}' => folded.push(char),
            char if char.is_ascii() => folded.push(char.to_ascii_lowercase()),
            char => {
                let lower = char.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
                folded.extend(lower);
            }
        }
    }
    folded
}
