//! Paths as files of the project write them of each other.

/// `path` from the folder of the file `from`, with `.` and `..` taken out; none where it leads above the project.
pub fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_joined_and_never_lead_out() {
        assert_eq!(join("content/2018/a.md", "表/附件.csv").as_deref(), Some("content/2018/表/附件.csv"));
        assert_eq!(join("content/2018/a.md", "./../b.csv").as_deref(), Some("content/b.csv"));
        assert_eq!(join("content/2018/a.md", "../../../b.csv"), None);
    }
}
