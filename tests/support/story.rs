//! Stories: Markdown in which a small project and the exact words about it stand one after the other.
//!
//! A section is a heading `## GK0401 late-publication 逾期公开`, prose, files as fenced blocks whose info string is a language
//! and a path (```` ```toml catalogue/site.toml ````), then what is said of them: ```` ```zh ```` and ```` ```en ````.

/// A file of stories.
pub struct Stories {
    /// What stands before the first section.
    pub head: String,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A section.
pub struct Section {
    /// The heading without `## `.
    pub heading: String,
    /// Prose and blocks, in order.
    pub parts: Vec<Part>,
}

/// What a section is made of.
pub enum Part {
    /// Words, with their line ends.
    Prose(String),
    /// A fenced block.
    Block {
        /// What stands after the fence.
        info: String,
        /// What stands in it, with line ends.
        text: String,
    },
}

impl Stories {
    /// Reads a file of stories.
    pub fn parse(text: &str) -> Self {
        let mut stories = Self { head: String::new(), sections: Vec::new() };
        let mut lines = text.split_inclusive('\n');
        while let Some(line) = lines.next() {
            if let Some(heading) = line.strip_prefix("## ") {
                stories.sections.push(Section { heading: heading.trim_end().to_owned(), parts: Vec::new() });
                continue;
            }
            let Some(section) = stories.sections.last_mut() else {
                stories.head.push_str(line);
                continue;
            };
            let fence = line.len() - line.trim_start_matches('`').len();
            if fence < 3 {
                section.prose(line);
                continue;
            }
            let info = line[fence..].trim().to_owned();
            let end = format!("{}\n", "`".repeat(fence));
            let inside: String = lines.by_ref().take_while(|it| *it != end).collect();
            section.parts.push(Part::Block { info, text: inside });
        }
        stories
    }

    /// The file again.
    pub fn text(&self) -> String {
        let mut out = self.head.clone();
        for section in &self.sections {
            out.push_str(&format!("## {}\n", section.heading));
            for part in &section.parts {
                match part {
                    Part::Prose(text) => out.push_str(text),
                    Part::Block { info, text } => out.push_str(&block(info, text)),
                }
            }
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }
}

impl Section {
    fn prose(&mut self, line: &str) {
        if let Some(Part::Prose(text)) = self.parts.last_mut() {
            text.push_str(line);
        } else {
            self.parts.push(Part::Prose(line.to_owned()));
        }
    }

    /// The code that the heading begins with, if it is one: only findings of that rule are shown then.
    pub fn code(&self) -> Option<&str> {
        self.heading.split(' ').next().filter(|it| it.starts_with("GK") && it.len() == 6)
    }

    /// The files of the section's project.
    pub fn files<'a>(&'a self) -> Vec<(&'a str, &'a str)> {
        let file = |part: &'a Part| match part {
            Part::Block { info, text } => info.split_once(' ').map(|(_, path)| (path, text.as_str())),
            Part::Prose(_) => None,
        };
        self.parts.iter().filter_map(file).collect()
    }

    /// The words kept under `lang`.
    pub fn said(&self, lang: &str) -> Option<&str> {
        self.parts.iter().find_map(|part| match part {
            Part::Block { info, text } if info == lang => Some(text.as_str()),
            _ => None,
        })
    }

    /// Keeps `words` under `lang`.
    pub fn say(&mut self, lang: &str, words: String) {
        for part in &mut self.parts {
            if let Part::Block { info, text } = part
                && info == lang
            {
                *text = words;
                return;
            }
        }
        self.prose("\n");
        self.parts.push(Part::Block { info: lang.to_owned(), text: words });
    }

    /// Ends the section with an empty line, as every section does.
    pub fn end(&mut self) {
        match self.parts.last_mut() {
            Some(Part::Prose(text)) if text.ends_with('\n') => {}
            _ => self.prose("\n"),
        }
    }

    /// A new section whose project is `files`.
    pub fn new(heading: String, files: &[(String, &str)]) -> Self {
        let mut section = Self { heading, parts: Vec::new() };
        for (path, text) in files {
            let lang = match path.rsplit('.').next() {
                Some("md") => "markdown",
                Some(it @ ("toml" | "csv")) => it,
                _ => "text",
            };
            let text = if text.is_empty() || text.ends_with('\n') { (*text).to_owned() } else { format!("{text}\n") };
            section.prose("\n");
            section.parts.push(Part::Block { info: format!("{lang} {path}"), text });
        }
        section
    }
}

/// A fenced block, its fence longer than any inside.
fn block(info: &str, text: &str) -> String {
    let longest = text.lines().map(|line| line.len() - line.trim_start_matches('`').len()).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    format!("{fence}{info}\n{text}{fence}\n")
}
