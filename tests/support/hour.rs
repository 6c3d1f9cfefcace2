//! A clerk at work on a project that `init` made: commands as they are typed, files as they are saved, each a step.

use std::path::Path;

use super::{
    binary::{Done, gongkai},
    files::tree,
    project::Project,
};

/// The day of the first hour: deadlines come near as days go by, and the tests must not.
pub const AS_OF: &str = "2026-05-20";

/// What `init` is told, as the guide has it.
pub const INIT: &str = "gongkai init 我局公开 --name 临溪县水利局 --short 水利局 --id shuili \
    --duties 0 --url https://www.linxi.gov.cn/shuili/ --leader 分管副局长 --office 办公室 --staff 1 \
    --address 临溪县滨河路1号 --postcode 341000 --hours \"工作日 8:30—12:00，14:30—17:30\" \
    --phone 0797-8000000 --fax 0797-8000001 --email slj@linxi.gov.cn";

/// A line as a shell cuts it into words: blanks between, `"…"` around what has blanks.
pub fn words(line: &str) -> Vec<String> {
    let (mut out, mut word, mut quoted, mut open) = (Vec::new(), String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, open) = (!quoted, true),
            ' ' if !quoted => {
                if open {
                    out.push(std::mem::take(&mut word));
                }
                open = false;
            }
            c => {
                word.push(c);
                open = true;
            }
        }
    }
    assert!(!quoted, "a quote is left open: {line}");
    if open {
        out.push(word);
    }
    out
}

/// Runs `line`, `gongkai …`, in `folder` on the day of the first hour, or the day it names.
pub fn typed(folder: &Path, line: &str) -> Done {
    let mut args = words(line);
    assert_eq!(args.remove(0), "gongkai", "{line}");
    if !args.iter().any(|it| it == "--as-of") {
        args.extend(["--as-of", AS_OF].map(str::to_owned));
    }
    Done::of(gongkai(folder).args(args))
}

/// The project of the first hour, and what was done to it so far.
pub struct Hour {
    pub project: Project,
    /// What was done, a line a step.
    pub steps: Vec<String>,
}

impl Hour {
    /// After `init`, and inside the new folder.
    pub fn start() -> Self {
        let folder = Project::empty();
        typed(folder.root(), INIT).code(0);
        let project = Project::empty();
        for (path, bytes) in tree(&folder.at("我局公开")) {
            project.write(&path, bytes);
        }
        Self { project, steps: vec![INIT.to_owned(), "cd 我局公开".to_owned()] }
    }

    /// Lets the two pages that `init` wrote be reviewed.
    pub fn first_pages(&mut self) {
        for path in ["content/依申请公开.md", "content/公开指南.md"] {
            self.edit(path, settle);
        }
    }

    /// Types `line`.
    pub fn run(&mut self, line: &str) -> Done {
        self.steps.push(line.to_owned());
        typed(self.project.root(), line).code(0)
    }

    /// Opens the file at `path`, changes it and saves it.
    pub fn edit(&mut self, path: &str, change: impl Fn(&str) -> String) {
        let text = self.project.read(path);
        let changed = change(&text);
        assert_ne!(text, changed, "{path} is not changed");
        self.project.write(path, changed);
        self.steps.push(format!("改 {path}"));
    }

    /// The path of a file that a command printed, from the project's folder.
    pub fn relative(&self, printed: &str) -> String {
        let root = self.project.root().canonicalize().expect("a folder");
        let path = root.join(printed).canonicalize().unwrap_or_else(|error| panic!("{printed}: {error}"));
        path.strip_prefix(root).expect("below the project").to_str().expect("UTF-8").to_owned()
    }

    /// Fails unless the site has pages of `titles`, and no place left open.
    pub fn is_published(&self, titles: &[&str]) {
        let files = tree(&self.project.at("public"));
        let texts: Vec<_> = files.iter().map(|it| (it.0.clone(), String::from_utf8_lossy(it.1.as_slice()))).collect();
        for title in titles {
            assert!(texts.iter().any(|it| it.1.contains(&format!("<h1>{title}</h1>"))), "no page {title}");
        }
        // Scripts are of the theme, and say nothing of anybody.
        for (path, text) in texts.iter().filter(|it| !it.0.starts_with("static/")) {
            nothing_open(path, text);
        }
    }
}

/// Fails where a page says what stands for something that nobody told.
#[track_caller]
pub fn nothing_open(path: &str, text: &str) {
    for left in ["待填写", "待核实", "示例", "example.gov.cn", "某县", "某局"] {
        assert!(!text.contains(left), "{path} says {left}");
    }
    // 〔2016〕 is of a document's number, 〔原因〕 is a hole.
    let hole = text.split('〔').skip(1).find(|it| !it.starts_with(|c: char| c.is_ascii_digit()));
    assert!(hole.is_none(), "{path} has a hole: {:.60}", hole.unwrap_or_default());
}

/// What a clerk makes of a draft: every place filled in, reviewed, no longer a draft; what is not needed is deleted.
pub fn settle(text: &str) -> String {
    let wanted = ["made", "published", "secrecy"];
    let mut out = String::new();
    for line in text.lines() {
        let shown = line.strip_prefix("# ").and_then(|it| Some((it, it.split_once(" = ")?.0)));
        match shown {
            _ if line.starts_with("draft = true") => continue,
            Some((shown, key)) if wanted.contains(&key) => out.push_str(&shown.replace("by = \"\"", "by = \"保密员\"")),
            Some((_, key)) if key.is_ascii() => continue,
            _ if line == "# [review]" => out.push_str("[review]"),
            _ => out.push_str(&line.replace("（待填写）", "以本局公布的内容为准，有变动时及时修订。")),
        }
        out.push('\n');
    }
    out
}
