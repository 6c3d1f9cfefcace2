//! The door of the room: an entry, looked through once.

use std::ops::Range;

use super::{curly, find, leftover, lexicon::Lexicon, pair, sign, stray, word, wrong_name};
use crate::{diagnostic::Findings, record::schema, scan::subject::Subject};

/// Looks at the title, the summary and the text of an entry, each in one pass. Most have nothing that is looked for.
pub fn entry(subject: &Subject<'_>, lexicon: &Lexicon, findings: &mut Findings) {
    let (start, body) = subject.body_text();
    let mut found = find::Found::default();
    for range in front(subject) {
        find::front(lexicon, subject.text, range, &mut found);
    }
    find::body(lexicon, subject.text, start, body, &mut found);
    stray::entry(subject, lexicon, &found, findings);
    sign::entry(subject, &found, findings);
    let is_turned = curly::entry(subject, &found, findings);
    pair::entry(subject, &found, is_turned, findings);
    wrong_name::entry(subject, lexicon, &found, findings);
    leftover::entry(subject, lexicon, &found, findings);
    word::entry(subject, lexicon, &found, findings);
}

/// Where title and summary stand.
fn front(subject: &Subject<'_>) -> impl Iterator<Item = Range<usize>> {
    let keys = [schema::Entry::TITLE, schema::Entry::SUMMARY];
    keys.into_iter().filter_map(|key| subject.record.field(key).map(|it| it.range.bytes()))
}

#[cfg(test)]
pub(super) mod tests {
    use super::entry;
    use crate::{
        diagnostic::Findings,
        scan::{subject::Subject, wording::Lexicon},
        source::FileId,
    };

    /// Codes and words of what is told of an entry with this text.
    pub(in crate::scan::wording) fn told(text: &str) -> Vec<(&'static str, String)> {
        told_of(text, &Lexicon::new([], []))
    }

    /// The same with another lexicon.
    pub(in crate::scan::wording) fn told_of(text: &str, lexicon: &Lexicon) -> Vec<(&'static str, String)> {
        let text = format!(
            "+++\ntitle = \"关于做好有关工作的通知\"\n+++\n各科室要认真贯彻执行，发现问题及时报告，确保各项任务落到实处。\n\n{text}"
        );
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&Subject::new(&document, "content/a.md", &text), lexicon, &mut findings);
        findings.iter().map(|it| (it.rule.code, it.message.zh.clone())).collect()
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_looked_at(text in "[與情後“”\"布署局长李小明{\\[&;<br>ＡＢ，。、|\n *]{0,80}|.*") {
            let leaders = Lexicon::new([], []);
            let _ = told_of(&text, &leaders);
        }
    }
}
