//! Stories: a tiny project and the exact words about it, in both tongues. `UPDATE=1 cargo test ui` rewrites the words, and writes
//! the sections that rules still lack, from their examples.

use std::{collections::BTreeMap, fs};

use gongkai::internals::{
    diagnostic::Rule,
    rulebook::{RULEBOOK, example},
    source::{Lines, Place, Span},
    text::Lang,
};
use unicode_width::UnicodeWidthStr;

use super::support::{
    committed::{at, same, updating},
    files::ending,
    library::{Checked, base, check},
    project::split,
    story::{Section, Stories},
};

const FOLDER: &str = "tests/ui";

/// All files of stories, by name.
fn stories() -> BTreeMap<String, Stories> {
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, Stories::parse(&fs::read_to_string(path).expect("readable")))
    };
    ending(&at(FOLDER), "md").into_iter().map(read).collect()
}

/// The file for the stories of `rule`: `gk04-time-limits.md`.
fn file_of(rule: &Rule) -> String {
    let family = RULEBOOK.family(rule).expect("a rule has a family");
    let slug = family.title.en.to_lowercase().replace(|it: char| !it.is_ascii_alphanumeric(), "-");
    format!("{}-{slug}.md", family.prefix.to_lowercase())
}

fn heading_of(rule: &Rule) -> String {
    format!("{} {} {}", rule.code, rule.name, rule.label)
}

/// Writes the sections that rules lack.
fn add_missing(stories: &mut BTreeMap<String, Stories>) {
    for rule in RULEBOOK.rules() {
        let family = RULEBOOK.family(rule).expect("a rule has a family");
        let file = stories.entry(file_of(rule)).or_insert_with(|| Stories {
            head: format!("# {} {} · {}\n\n", family.prefix, family.title.zh, family.title.en),
            sections: Vec::new(),
        });
        if file.sections.iter().all(|it| it.code() != Some(rule.code)) {
            let section = Section::new(heading_of(rule), &split(&example::bad(rule)));
            let place = file.sections.iter().position(|it| it.code().is_some_and(|it| it > rule.code));
            file.sections.insert(place.unwrap_or(file.sections.len()), section);
        }
    }
}

/// The section's project, judged.
fn run(section: &Section) -> Checked {
    let mut world = base();
    for (path, text) in section.files() {
        world.write(path, text);
    }
    check(world, None)
}

/// The words about a section, as they are kept: with the last line where all is shown.
fn words(section: &Section, checked: &Checked, lang: Lang) -> String {
    let told = checked.human(lang, section.code());
    let summary = if section.code().is_some() { String::new() } else { checked.summary(lang) };
    format!("{}\n", format!("{told}{summary}").trim_end())
}

#[test]
fn stories_say_what_they_show() {
    let mut stories = stories();
    if updating() {
        add_missing(&mut stories);
        for (name, file) in &mut stories {
            for section in &mut file.sections {
                let checked = run(section);
                for (key, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
                    let words = words(section, &checked, lang);
                    section.say(key, words);
                }
                section.end();
            }
            same(&format!("{FOLDER}/{name}"), &file.text());
        }
        return;
    }
    let mut wrong = Vec::new();
    for (name, file) in &stories {
        for section in &file.sections {
            let checked = run(section);
            for (key, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
                let (kept, said) = (section.said(key).unwrap_or_default(), words(section, &checked, lang));
                if kept != said {
                    let at = kept.lines().zip(said.lines()).take_while(|(a, b)| a == b).count();
                    let line = |text: &str| text.lines().nth(at).unwrap_or("nothing more").to_owned();
                    let heading = &section.heading;
                    wrong.push(format!(
                        "{name} ## {heading}, line {at}:\n  kept {}\n  said {}",
                        line(kept),
                        line(&said)
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nif that is meant: UPDATE=1 cargo test ui", wrong.join("\n"));
}

#[test]
fn every_rule_has_its_story() {
    let stories = stories();
    let mut wrong = Vec::new();
    for rule in RULEBOOK.rules() {
        let told =
            stories.get(&file_of(rule)).and_then(|file| file.sections.iter().find(|it| it.code() == Some(rule.code)));
        match told {
            None => wrong.push(format!("{} has no section in {FOLDER}/{}", heading_of(rule), file_of(rule))),
            Some(it) if it.heading != heading_of(rule) => {
                wrong.push(format!("## {} should be ## {}", it.heading, heading_of(rule)));
            }
            Some(it) => {
                let silent = it.said("zh").is_none_or(|said| !said.contains(rule.code) || !said.contains(rule.label));
                if silent {
                    wrong.push(format!("the story of {} does not raise it", rule.code));
                }
            }
        }
    }
    for (name, file) in &stories {
        let codes: Vec<&str> = file.sections.iter().filter_map(Section::code).collect();
        assert!(codes.is_sorted(), "{name}: sections are not in order");
        let unknown = codes.iter().filter(|code| RULEBOOK.find(code).is_none());
        wrong.extend(unknown.map(|code| format!("{name}: there is no rule {code}")));
    }
    assert!(wrong.is_empty(), "{}\nUPDATE=1 cargo test ui writes missing sections", wrong.join("\n"));
}

#[test]
fn stories_are_read_and_written_alike() {
    for path in ending(&at(FOLDER), "md") {
        let text = fs::read_to_string(&path).expect("readable");
        assert_eq!(Stories::parse(&text).text(), text, "{}", path.display());
    }
}

#[test]
fn messages_are_told_in_the_tongue_asked_for() {
    let han = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    for (name, file) in stories() {
        for section in &file.sections {
            let (zh, en) = (section.said("zh").unwrap_or_default(), section.said("en").unwrap_or_default());
            assert_ne!(zh, en, "{name} ## {}", section.heading);
            let advice = (zh.matches("建议：").count(), en.matches("help: ").count());
            assert_eq!(advice.0, zh.matches("[GK").count(), "{name} ## {}: what is to be done?", section.heading);
            assert_eq!(advice.1, advice.0, "{name} ## {}", section.heading);
            let head = |text: &str| text.lines().next().unwrap_or_default().to_owned();
            assert!(head(zh).chars().any(han), "{name} ## {}: {}", section.heading, head(zh));
            let gap = zh.lines().chain(en.lines()).find(|line| line.contains("[GK") && line.contains("  "));
            assert_eq!(gap, None, "{name} ## {}: a word is missing", section.heading);
            // Holes that were never filled, and values as programs print them.
            for line in zh.lines().chain(en.lines()).filter(|line| !line.contains('│')) {
                let hole = line.match_indices('{').any(|(at, _)| {
                    let inside: String =
                        line[at + 1..].chars().take_while(|it| it.is_ascii_lowercase() || *it == '_').collect();
                    !inside.is_empty() && line[at + 1 + inside.len()..].starts_with('}')
                });
                let raw = ["Some(", "None", "Ok("].iter().any(|it| line.contains(it));
                let quoted = section.files().iter().any(|(_, text)| text.contains('{') && text.contains(line.trim()));
                assert!(quoted || !(hole || raw), "{name} ## {}: {line}", section.heading);
            }
        }
    }
}

/// How many columns stand before the first mark below a source line, and how many marks there are.
fn marks(line: &str, after: usize) -> Option<(usize, usize)> {
    let mut column = 0;
    let mut found = None;
    for it in line.chars() {
        let wide = UnicodeWidthStr::width(it.encode_utf8(&mut [0; 4]) as &str);
        if it == '━' && column >= after {
            found.get_or_insert((column, 0)).1 += wide;
        } else if found.is_some() {
            break;
        }
        column += wide;
    }
    found
}

/// Whether the marks of `span` stand in `shown` where they must; none where the line is not shown as it is.
fn placed(text: &str, span: Span, shown: &str) -> Option<Result<(), String>> {
    let lines = Lines::new(text);
    let (start, end) = (lines.position(span.range.start as usize), lines.position(span.range.end as usize));
    let source = lines.line(start.line);
    let plain = |it: &str| {
        it.chars().all(|it| !it.is_control() && UnicodeWidthStr::width(it.encode_utf8(&mut [0; 4]) as &str) > 0)
    };
    if start.line != end.line || !plain(source) || start == end {
        return None;
    }
    let mut said = shown.lines();
    let gutter = format!("{} │ ", start.line);
    let line = said.by_ref().find(|it| it.trim_start().starts_with(&gutter) && it.ends_with(source))?;
    let below = said.next().unwrap_or_default();
    let before = UnicodeWidthStr::width(&line[..line.len() - source.len()]);
    let cut = |from: usize, to: usize| source.chars().skip(from).take(to - from).collect::<String>();
    let at = before + UnicodeWidthStr::width(cut(0, start.column - 1).as_str());
    let wide = UnicodeWidthStr::width(cut(start.column - 1, end.column - 1).trim_end());
    let found = marks(below, at);
    let right = found == Some((at, wide.max(1)));
    Some(
        right
            .then_some(())
            .ok_or_else(|| format!("{line}\n{below}\nwanted {wide} marks from column {at}, found {found:?}")),
    )
}

#[test]
fn carets_stand_under_their_words() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for (name, file) in stories() {
        for section in &file.sections {
            let checked = run(section);
            let texts = checked.texts();
            for diagnostic in checked.report.diagnostics.iter().filter(|it| !it.finding.private) {
                let Place::At(span) = diagnostic.finding.place else { continue };
                let shown = checked.one(diagnostic, Lang::Zh);
                let Some(found) = placed(texts.get(span.file), span, &shown) else { continue };
                seen += 1;
                wrong.extend(found.err().map(|it| format!("{name} ## {}\n{it}", section.heading)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 40, "only {seen} places were looked at");
}
