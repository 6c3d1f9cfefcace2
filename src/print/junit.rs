//! JUnit XML: a suite a file, a case a finding. Errors fail, warnings and notes pass and say so on their output; explained
//! findings are no cases.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{
    Failure, Texts,
    style::{help_in, level_words},
    texts::{From, message, place_of},
};
use crate::{
    diagnostic::{Diagnostic, Level, Report},
    source::FileId,
    vocabulary::Lang,
};

/// The suite of what is about no file, and of a run without findings: a report without a case is an error to some readers.
const PROJECT: &str = "gongkai";

/// All diagnostics that are not explained, by file.
pub fn junit(report: &Report, texts: &Texts<'_>, lang: Lang) -> String {
    let mut files: BTreeMap<(Option<FileId>, Option<&str>), Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in report.diagnostics.iter().filter(|it| it.explained.is_none()) {
        let finding = &diagnostic.finding;
        files.entry((finding.place.file(), finding.path.as_deref())).or_default().push(diagnostic);
    }
    let (mut suites, mut tests, mut failures) = (String::new(), 0, 0);
    for told in files.values() {
        let place = told.first().and_then(|it| place_of(&it.finding, From::Here, texts));
        let path = place.map_or(PROJECT.into(), |it| it.path);
        let failed = told.iter().filter(|it| it.is_error()).count();
        tests += told.len();
        failures += failed;
        suites.push_str(&open_suite(&path, told.len(), failed, 0));
        let mut named = BTreeMap::new();
        for diagnostic in told {
            suites.push_str(&case(diagnostic, &path, &mut named, texts, lang));
        }
        suites.push_str("  </testsuite>\n");
    }
    if files.is_empty() {
        tests = 1;
        let name = words! { zh: "没有发现问题", en: "nothing found" }.get(lang);
        suites.push_str(&open_suite(PROJECT, 1, 0, 0));
        let _ = writeln!(suites, "    <testcase name=\"{}\" classname=\"{PROJECT}\"/>", xml(name));
        suites.push_str("  </testsuite>\n");
    }
    document(&suites, tests, failures, 0)
}

/// One case that could not be run.
pub fn failure(failure: &Failure, lang: Lang) -> String {
    let lines = failure.lines(lang);
    let (message, kind) = (xml(failure.message.get(lang)), failure.kind());
    let mut suite = open_suite(PROJECT, 1, 0, 1);
    let _ = write!(
        suite,
        "    <testcase name=\"{PROJECT}\" classname=\"{PROJECT}\">\n      <error message=\"{message}\" type=\"{kind}\">{}</error>\n    </testcase>\n  </testsuite>\n",
        xml(&lines)
    );
    document(&suite, 1, 0, 1)
}

fn document(suites: &str, tests: usize, failures: usize, errors: usize) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{PROJECT}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">\n{suites}</testsuites>\n"
    )
}

fn open_suite(name: &str, tests: usize, failures: usize, errors: usize) -> String {
    let name = xml(name);
    format!(
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\">\n"
    )
}

fn case(
    diagnostic: &Diagnostic,
    path: &str,
    named: &mut BTreeMap<String, usize>,
    texts: &Texts<'_>,
    lang: Lang,
) -> String {
    let finding = &diagnostic.finding;
    let rule = finding.rule;
    let label = match lang {
        Lang::Zh => rule.label,
        Lang::En => rule.name,
    };
    let mut name = format!("{} {label}", rule.code);
    if let Some((start, _)) = place_of(finding, From::Here, texts).and_then(|it| it.ends) {
        let _ = write!(name, " {}:{}", start.line, start.column);
    }
    // Readers take two cases of one name for one that was run again.
    let count = named.entry(name.clone()).or_default();
    *count += 1;
    if *count > 1 {
        let _ = write!(name, " #{count}");
    }
    let message = message(finding, lang, texts);
    let help = help_in(diagnostic, lang);
    let (name, class, code) = (xml(&name), xml(path), rule.code);
    let told = if diagnostic.level == Level::Error {
        format!("<failure message=\"{}\" type=\"{code}\">{}</failure>", xml(&message), xml(help))
    } else {
        let level = level_words(diagnostic.level).get(lang);
        format!("<system-out>{}</system-out>", xml(&format!("{level}: {message}\n{help}")))
    };
    format!("    <testcase name=\"{name}\" classname=\"{class}\">\n      {told}\n    </testcase>\n")
}

/// `text` as XML, in an element or an attribute. What XML has no place for is shown as U+FFFD.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // An attribute would make spaces of them.
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if char < ' ' => out.push('\u{fffd}'),
            _ => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn any_text_is_xml() {
        assert_eq!(xml("<a b=\"c\">&\n\u{1}\u{ffff}"), "&lt;a b=&quot;c&quot;&gt;&amp;&#10;\u{fffd}\u{fffd}");
    }
}
