//! What is found on real texts: 238 laws as a clerk would enter them, printed, and pasted from Word; each finding was read against
//! its text. The texts stand in a folder of their own, that the variable `GONGKAI_CORPUS` names; without it nothing is judged.

use std::{collections::BTreeMap, fmt::Write};

use gongkai::internals::{
    compile::Options,
    markup,
    mend::{Mended, mend},
    resolve::Numbering,
};

use super::support::{
    committed::same,
    corpus::{Law, laws, real_laws},
    library::{Checked, base, check},
};

/// A name, and the text of a law made another way; without one it is attached.
type Form = (&'static str, Option<fn(&Law) -> String>);

const FORMS: [Form; 4] = [("printed", Some(printed)), ("word", Some(word)), ("tabs", Some(tabs)), ("attached", None)];

/// The text as the collection has it, below its head.
fn printed(law: &Law) -> String {
    format!("{}\n\n{}\n", law.head.join("\n\n"), law.body)
}

/// The paragraphs of the law without their marks: whether each is a heading, and its words.
fn paragraphs(law: &Law) -> impl Iterator<Item = (bool, String)> {
    let head = law.head.iter().map(|it| (true, it.clone()));
    let body = law.body.lines().map(str::trim).filter(|it| !it.is_empty() && *it != "---");
    head.chain(body.map(|line| {
        let words = line.trim_start_matches('#').replace("**", "").replace('\\', "");
        (line.starts_with('#'), words.trim().to_owned())
    }))
}

/// The paragraphs of the law, with what stands before a heading, before others, and behind each.
fn set(law: &Law, (heading, other, end): (&str, &str, &str)) -> String {
    let mut text = String::new();
    for (is_heading, words) in paragraphs(law) {
        text.extend([if is_heading { heading } else { other }, &words, end]);
    }
    text
}

/// Pasted from Word: no blank lines, two wide spaces before each paragraph, headings centred by spaces.
fn word(law: &Law) -> String {
    set(law, ("　　　　　　", "　　", "\n"))
}

/// Pasted from Word, by tabs: one before each paragraph, three before a heading, blank lines between.
fn tabs(law: &Law) -> String {
    set(law, ("\t\t\t", "\t", "\n\n"))
}

/// The laws, judged: each in the form `text`, or beside its entry as a file in GBK.
fn judged(laws: &[Law], text: Option<fn(&Law) -> String>) -> Checked {
    let mut world = base();
    for law in laws {
        let path = format!("content/{}", law.name);
        if let Some(text) = text {
            world.write(format!("{path}.md"), law.clerks_entry(&text(law)));
            continue;
        }
        let (_, file) = law.name.rsplit_once('/').expect("below a folder");
        let text = set(law, ("　　", "　　", "\r\n"));
        world.write(format!("{path}.txt"), encoding_rs::GBK.encode(&text).0.into_owned());
        world.write(format!("{path}.md"), law.clerks_entry(&format!("全文见[附件](<{file}.txt>)。\n")));
    }
    check(world, Some("2026-01-31".parse().expect("a day")))
}

/// The words of a finding without what they quote of a text, but for its first letters.
fn short(words: &str) -> String {
    let mut out = String::new();
    let mut quoted = 0;
    for char in words.chars() {
        match char {
            '“' => quoted = 1,
            '”' => quoted = 0,
            _ if quoted > 0 => quoted += 1,
            _ => {}
        }
        match quoted {
            0..=9 => out.push(char),
            10 => out.push('…'),
            _ => {}
        }
    }
    out
}

#[test]
fn findings_on_real_texts_are_what_was_reviewed() {
    let laws = real_laws();
    if laws.is_empty() {
        println!("skipped: GONGKAI_CORPUS names no folder of texts, and there is no ../shared/corpus");
        return;
    }
    assert_eq!(laws.len(), 238, "the reviewed findings are those of 238 texts");
    let mut made = String::new();
    for (form, text) in FORMS {
        let checked = judged(&laws, text);
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for it in &checked.report.diagnostics {
            let path = it.finding.place.file().map_or("", |file| checked.analysis.sources.path(file));
            let path = path.trim_start_matches("content/").trim_end_matches(".md");
            let (level, code) = (it.level, it.finding.rule.code);
            *lines.entry(format!("{level:?} {code} {path}: {}", short(&it.finding.message.zh))).or_default() += 1;
        }
        let _ = writeln!(made, "# {form}\n");
        for (line, count) in lines {
            let _ = if count > 1 { writeln!(made, "{line} × {count}") } else { writeln!(made, "{line}") };
        }
        made.push('\n');
    }
    same("tests/texts/findings.txt", &made);
}

/// A full-width digit in ASCII.
fn narrow(c: char) -> char {
    if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c }
}

#[test]
fn each_paragraph_of_a_pasted_law_stands_by_itself_once_it_is_mended() {
    // What cannot be seen is told by another rule.
    let bare = |text: String| text.replace('\u{200b}', "");
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    // Rows of a table become one, and what is indented around them is mended by nobody unasked.
    for law in laws().0.into_iter().filter(|it| !it.body.contains("\n| ---")) {
        for form in [word, tabs] {
            let mut world = base();
            let path = format!("content/{}.md", law.name);
            let entry = law.clerks_entry(&bare(form(&law)));
            world.write(&path, entry.clone());
            let options = Options { as_of: None, numbering: Numbering::Tell, merged: false, pages: true, search: true };
            let Mended { files, .. } = mend(&world, &options, false, &()).expect("memory does not fail");
            let made = files.into_iter().find(|it| it.path == path).map_or(entry.into_bytes(), |it| it.bytes);
            let made = String::from_utf8(made).expect("UTF-8");
            let (_, body) = made.rsplit_once("\n+++\n").expect("front matter");
            let lines = markup::facts(body).lines;
            let lines = lines.iter().filter(|it| !it.joined && !it.broken);
            let line = |at: u32| body[at as usize..].lines().next().unwrap_or_default();
            // `1. ` begins an item of a list, whose number is no text.
            let words = |text: &str| {
                // Digits are mended too.
                let text: String = squeezed(text).chars().map(narrow).collect();
                text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').to_owned()
            };
            let whole = |it: &String| !it.is_empty();
            let found: Vec<String> = lines.map(|it| words(line(it.at))).filter(whole).collect();
            let wanted: Vec<String> = paragraphs(&law).map(|it| words(&bare(it.1))).filter(whole).collect();
            assert_eq!(found, wanted, "{}", law.name);
        }
    }
}

/// What is said of the base project's notice with other days and another class, without the note on numbers to be given.
fn of_days(as_of: &str, made: &str, published: &str, class: &str) -> Vec<&'static str> {
    let path = "content/2018/通知.md";
    let mut world = base();
    let text = String::from_utf8(world.get(path).expect("there").to_vec()).expect("UTF-8");
    let text = text
        .replace("number = \"示局发〔2018〕1号\"\n", &format!("document_class = \"{class}\"\n"))
        .replace("2018-06-20", made)
        .replace("2018-06-22", published)
        .replace("2018-06-21", published);
    world.write(path, text);
    let site = String::from_utf8(world.get("catalogue/site.toml").expect("there").to_vec()).expect("UTF-8");
    world.write("catalogue/site.toml", site.replace("2018-12-31", as_of).replace("2018-07-20", as_of));
    let found = check(world, None).report.diagnostics;
    found.iter().map(|it| it.finding.rule.code).filter(|it| !["GK0017", "GK0204"].contains(it)).collect()
}

#[test]
fn what_was_issued_before_a_duty_is_not_judged_by_it() {
    // A rule of 1999 was not due by a law of 2008, nor need it be explained by one of 2016.
    assert_eq!(of_days("2018-12-31", "1999-06-18", "1999-06-18", "规章"), [""; 0]);
    assert_eq!(of_days("2018-12-31", "1999-06-18", "2006-06-18", "规章"), [""; 0]);
    assert_eq!(of_days("2018-12-31", "2017-06-19", "2017-06-19", "规章"), ["GK0501"]);
}

#[test]
fn the_days_off_of_a_year_are_asked_for_where_something_rests_on_them() {
    // In time whatever days were off, or not judged at all.
    assert_eq!(of_days("2018-12-31", "2012-03-05", "2012-03-12", "其他"), [""; 0]);
    assert_eq!(of_days("2018-12-31", "2012-03-05", "2012-03-27", "其他"), ["GK0405"]);
    assert_eq!(of_days("2018-12-31", "2012-03-05", "2012-04-12", "其他"), ["GK0405", "GK0401"]);
    // A year under way is told before anything is late.
    assert_eq!(of_days("2035-06-30", "2035-03-05", "2035-03-06", "其他"), ["GK0405"]);
}
