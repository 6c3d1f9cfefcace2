//! Findings about one file as bytes and back: what reading it told is told again without reading it.

use super::{Candidate, Edit, Finding, Findings, Level, Note, Placed, Rule};
use crate::{
    day::Day,
    pack::{Pack, Packer, Unpacker},
    source::{FileId, Place, Range, Span},
    vocabulary::Text,
};

impl Findings {
    /// Packs what was found in `file`; false, and no more than a part of it packed, where a finding speaks of another file,
    /// of whom it concerns, or of some of its rule's grounds: what depends on more than the file is not remembered with it.
    pub fn pack(&self, file: FileId, to: &mut Packer) -> bool {
        to.length(self.iter().count());
        self.iter().all(|finding| finding.pack(file, to))
    }

    /// The findings packed about what is now `file`, of rules that `rule` knows by their codes.
    pub fn unpack(file: FileId, rule: impl Fn(&str) -> Option<&'static Rule>, from: &mut Unpacker<'_>) -> Option<Self> {
        let list: Vec<Finding> = from.list(|from| Finding::unpack(file, &rule, from))?;
        let mut findings = Self::new();
        for finding in list {
            findings.push(finding);
        }
        Some(findings)
    }
}

impl Finding {
    fn pack(&self, file: FileId, to: &mut Packer) -> bool {
        let Self { rule, place, message, label, marks, notes, help, fix, on, subjects, .. } = self;
        let elsewhere = marks.iter().any(|it| it.span.file != file)
            || fix.iter().any(|it| it.file != file)
            || place.file().is_some_and(|it| it != file);
        if elsewhere
            || !subjects.is_empty()
            || self.portion.is_some()
            || self.path.is_some()
            || self.item.is_some()
            || self.grounds.is_some()
            || self.rename.is_some()
        {
            return false;
        }
        to.text(rule.code);
        pack_place(*place, to);
        message.pack(to);
        to.option(label.as_ref(), |to, it| it.pack(to));
        to.list(marks.iter(), |to, it| {
            it.span.range.pack(to);
            it.text.pack(to);
        });
        to.list(notes.iter(), |to, it| {
            it.name.pack(to);
            it.text.pack(to);
        });
        to.option(help.as_ref(), |to, it| it.pack(to));
        to.list(fix.iter(), |to, it| {
            it.range.pack(to);
            to.text(&it.text);
            to.flag(it.safe);
        });
        to.option(*on, |to, it| it.pack(to));
        to.flag(self.lesser);
        to.option(self.at_most, |to, it| to.byte(LEVELS.iter().position(|&level| level == it).map_or(0, low)));
        to.option(self.key.as_deref(), Packer::text);
        to.option(self.candidate.as_ref(), |to, it| match it {
            Candidate::Phone(text) => said(0, text, to),
            Candidate::Account(text) => said(1, text, to),
            Candidate::Identity(text) => said(2, text, to),
            Candidate::Unread => to.byte(3),
            Candidate::Unlimited => to.byte(4),
        });
        to.option(self.column.as_deref(), Packer::text);
        to.flag(self.private);
        to.flag(self.exposed);
        true
    }

    fn unpack(file: FileId, rule: &impl Fn(&str) -> Option<&'static Rule>, from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            rule: rule(from.text()?)?,
            place: unpack_place(file, from)?,
            message: Text::unpack(from)?,
            label: from.option(Text::unpack)?,
            marks: from.list(|from| {
                Some(Placed { span: Span { file, range: Range::unpack(from)? }, text: Text::unpack(from)? })
            })?,
            notes: from.list(|from| Some(Note { name: Text::unpack(from)?, text: Text::unpack(from)? }))?,
            help: from.option(Text::unpack)?,
            fix: from.list(|from| {
                Some(Edit { file, range: Range::unpack(from)?, text: from.text()?.to_owned(), safe: from.flag()? })
            })?,
            rename: None,
            on: from.option(Day::unpack)?,
            subjects: Vec::new(),
            item: None,
            path: None,
            portion: None,
            lesser: from.flag()?,
            at_most: from.option(|from| LEVELS.get(usize::from(from.byte()?)).copied())?,
            grounds: None,
            key: from.option(|from| from.text().map(str::to_owned))?,
            candidate: from.option(|from| {
                Some(match from.byte()? {
                    0 => Candidate::Phone(from.text()?.to_owned()),
                    1 => Candidate::Account(from.text()?.to_owned()),
                    2 => Candidate::Identity(from.text()?.to_owned()),
                    3 => Candidate::Unread,
                    4 => Candidate::Unlimited,
                    _ => return None,
                })
            })?,
            column: from.option(|from| from.text().map(str::to_owned))?,
            private: from.flag()?,
            exposed: from.flag()?,
        })
    }
}

const LEVELS: [Level; 4] = [Level::Off, Level::Note, Level::Warn, Level::Error];

fn low(at: usize) -> u8 {
    at.to_le_bytes()[0]
}

fn said(kind: u8, text: &str, to: &mut Packer) {
    to.byte(kind);
    to.text(text);
}

fn pack_place(place: Place, to: &mut Packer) {
    match place {
        Place::Project => to.byte(0),
        Place::File(_) => to.byte(1),
        Place::At(span) => {
            to.byte(2);
            span.range.pack(to);
        }
    }
}

fn unpack_place(file: FileId, from: &mut Unpacker<'_>) -> Option<Place> {
    Some(match from.byte()? {
        0 => Place::Project,
        1 => Place::File(file),
        2 => Place::At(Span { file, range: Range::unpack(from)? }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Subject, UNUSED_ALLOW};

    const FILE: FileId = FileId(3);

    fn known(code: &str) -> Option<&'static Rule> {
        (code == UNUSED_ALLOW.code).then_some(&UNUSED_ALLOW)
    }

    fn span(start: u32) -> Span {
        Span { file: FILE, range: Range { start, end: start + 2 } }
    }

    fn full() -> Findings {
        let say = || text! { zh: "一", en: "one" };
        let mut findings = Findings::new();
        findings.raise(&UNUSED_ALLOW, Place::Project, say());
        findings.raise(&UNUSED_ALLOW, FILE, say()).lesser().unless(Candidate::Unread);
        let day = "2018-05-31".parse().unwrap();
        let finding = findings.raise(&UNUSED_ALLOW, span(7), say());
        finding.label(say()).mark(span(0), say()).note(words! { zh: "二", en: "two" }, say()).help(say());
        finding.fix([Edit::new(span(1), "改", true), Edit::new(span(5), "", true)]);
        finding.on(day).at_most(Level::Note).key("k").private();
        findings.raise(&UNUSED_ALLOW, span(11), say()).unless(Candidate::Unlimited);
        findings.raise(&UNUSED_ALLOW, span(9), say()).column = Some("代码".to_owned());
        for candidate in [Candidate::Phone, Candidate::Account, Candidate::Identity] {
            findings.raise(&UNUSED_ALLOW, span(9), say()).unless(candidate("138".to_owned()));
        }
        findings.if_exposed()
    }

    #[test]
    fn findings_come_back_as_they_were_about_the_file_as_it_is_numbered_now() {
        let findings = full();
        let mut to = Packer::default();
        assert!(findings.pack(FILE, &mut to));
        let mut from = Unpacker::new(to.bytes());
        assert_eq!(Findings::unpack(FILE, known, &mut from), Some(findings));
        assert!(from.is_done());
        let moved = Findings::unpack(FileId(8), known, &mut Unpacker::new(to.bytes())).unwrap();
        assert!(moved.iter().all(|it| it.place.file().is_none_or(|file| file == FileId(8))));
    }

    #[test]
    fn bytes_cut_short_and_rules_that_are_gone_are_no_findings() {
        let mut to = Packer::default();
        full().pack(FILE, &mut to);
        for cut in 0..to.bytes().len() {
            assert_eq!(Findings::unpack(FILE, known, &mut Unpacker::new(&to.bytes()[..cut])), None, "{cut}");
        }
        assert_eq!(Findings::unpack(FILE, |_| None, &mut Unpacker::new(to.bytes())), None);
    }

    #[test]
    fn what_depends_on_more_than_the_file_is_not_packed() {
        let pack = |write: &dyn Fn(&mut Finding)| {
            let mut findings = Findings::new();
            write(findings.raise(&UNUSED_ALLOW, FILE, Text::same("")));
            findings.pack(FILE, &mut Packer::default())
        };
        assert!(pack(&|_| {}));
        assert!(!pack(&|it| _ = it.under(&[])));
        assert!(!pack(&|it| _ = it.about(Subject::Other(String::new()))));
        assert!(!pack(&|it| it.place = Place::File(FileId(4))));
        assert!(!pack(&|it| _ = it.fix([Edit::new(Span { file: FileId(4), range: Range::default() }, "", true)])));
        assert!(!pack(&|it| _ = it.mark(Span { file: FileId(4), range: Range::default() }, Text::same(""))));
    }
}
