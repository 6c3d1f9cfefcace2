//! 0702: a mark of secrecy on something that is to be published.

use std::cell::LazyCell;

use memchr::memchr_iter;

use super::{
    Subject,
    marks::{Mark, Word, cell, is_bracketed, is_secrecy_alone, is_starred, words},
    shown::Shown,
    subject::stem,
    values,
};
use crate::{
    day::Day,
    diagnostic::{
        Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_14, REGULATIONS_2019_14, REGULATIONS_2019_17, SECRECY_22},
    },
    office::Piece,
    record::{TableKind as _, schema},
    source::{FileId, Place, Range, Span},
    syntax::Declared,
    vocabulary::Text,
};

pub static SECRECY_MARK: Rule = Rule {
    code: "GK0702",
    name: "secrecy-mark",
    label: "涉密标志",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_14, REGULATIONS_2019_17, SECRECY_22],
    ungrounded: Ungrounded::Speaks,
    fixed: true,
    title: words! { zh: "带有密级或内部资料标志", en: "a mark of secrecy" },
    why: words! {
        zh: "标有绝密、机密、秘密或内部资料的文件一律不得上网。误发就是泄密，无法挽回。本条不能降级，也不能用说明放过。正文里谈到“国家秘密”不算标志。",
        en: "What bears a mark of secrecy never goes online; publishing it is a leak. This rule can be neither lowered nor excused. Words in a sentence are no mark.",
    },
    mend: words! {
        zh: "立即停止发布，交保密审查人员处理。已经解密的，用解密后的文本；标志误印的，经审查后删去。",
        en: "Stop, and hand it to the secrecy reviewer. Use the declassified text, or delete a mark printed by mistake after review.",
    },
    example: Example {
        bad: "--> content/2018/通知.md
+++
机密★10年

汛期已到，请落实二十四小时值守。
",
        good: "--> content/2018/通知.md
+++
值守中接触国家秘密的，应当遵守保密规定。
",
    },
};

/// Lines from the top in which a bracketed mark counts: the head of a document.
const HEAD: usize = 12;

/// Looks at an entry: title, head, lines and cells of its text.
pub(super) fn entry(subject: &Subject<'_>, found: &[Word], findings: &mut Findings) {
    let day = subject.day;
    let (start, _) = subject.body_text();
    if found.iter().any(|word| word.range.start < start && word.mark != Mark::Draft)
        || has_escapes(&subject.text[..start])
    {
        let keywords = subject.record.field(schema::Entry::KEYWORDS).map(|field| field.range);
        let mut listed = Vec::new();
        values::texts(subject.record.view(), &mut |text, range| {
            let is_listed = keywords.is_some_and(|it| it.start <= range.start && range.end <= it.end);
            value(subject.file, subject.text, (text, range), !is_listed, day, findings);
            if is_listed && is_secrecy_alone(text) {
                listed.extend(words(text).into_iter().next().map(|word| (word, text.to_owned(), range)));
            }
        });
        // Several levels among the keywords are what the text is about.
        if !lists_levels(listed.iter().map(|it| it.0.mark)) {
            for (word, text, range) in listed.iter().filter(|it| !is_starred(&it.1, &it.0)) {
                tell(Span { file: subject.file, range: *range }.into(), text, word, day, findings);
            }
        }
    }
    let head = LazyCell::new(|| {
        memchr_iter(b'\n', &subject.text.as_bytes()[start..]).nth(HEAD).map_or(subject.text.len(), |at| start + at)
    });
    let mut alone = Vec::new();
    for word in found.iter().filter(|word| word.mark != Mark::Draft) {
        let at = Span::new(subject.file, word.range.clone());
        if word.range.start < start {
            continue;
        }
        if is_starred(subject.text, word) {
            tell(at.into(), subject.text, word, day, findings);
            continue;
        }
        let cell = cell(subject.text, &word.range);
        if is_secrecy_alone(&subject.text[cell.clone()]) {
            alone.push(word);
        } else if word.range.start < *head && is_bracketed_in(subject.text, &cell, word) {
            tell(at.into(), subject.text, word, day, findings);
        }
    }
    // A document has one level: several levels, each in its cell, are a list of levels.
    if !lists_levels(alone.iter().map(|word| word.mark)) {
        for word in alone {
            tell(Span::new(subject.file, word.range.clone()).into(), subject.text, word, day, findings);
        }
    }
    name(subject.file, subject.path, day, findings);
}

/// Looks at the text of an attachment, piece by piece.
pub(super) fn attachment(file: FileId, path: &str, pieces: &[Piece], findings: &mut Findings) {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if matches!(&*ending, "csv" | "json") {
        // Quotation marks are the format's, and stand for nobody's words.
        let cells =
            |piece: &Piece| Piece { text: piece.text.replace('"', "").replace([',', ';'], "\t"), ..piece.clone() };
        let pieces: Vec<Piece> = pieces.iter().filter(|piece| !words(&piece.text).is_empty()).map(cells).collect();
        return pieces_of(file, path, &pieces, findings);
    }
    pieces_of(file, path, pieces, findings);
}

/// Looks at text in the order that its file has it: a mark set askew stands in no line.
pub(super) fn flows(file: FileId, flows: &[Piece], findings: &mut Findings) {
    for flow in flows {
        let mut lines = flow.text.split('\n');
        let is_mark = |line: &str| words(line).iter().any(|word| word.mark != Mark::Draft && is_starred(line, word));
        let key = flow.place.words().zh;
        let is_told = |it: &Finding| it.rule.code == SECRECY_MARK.code && it.key.as_ref() == Some(&key);
        if !findings.iter().any(is_told) && lines.any(is_mark) {
            tell_piece(file, flow, findings);
        }
    }
}

fn pieces_of(file: FileId, path: &str, pieces: &[Piece], findings: &mut Findings) {
    for piece in bearing(pieces, HEAD) {
        tell_piece(file, piece, findings);
    }
    name(file, path, None, findings);
}

/// Looks at a file of a theme, line by line, each of which stands on pages; what is between tags, quotes and braces stands by itself.
pub(super) fn theme(file: FileId, path: &str, pieces: &[Piece], findings: &mut Findings) {
    let bounds = ['<', '>', '"', '\'', '{', '}', '=', ';', ':'];
    let bare = |piece: &Piece| Piece { text: piece.text.replace(bounds, "\t"), ..piece.clone() };
    let pieces: Vec<Piece> = pieces.iter().filter(|piece| !words(&piece.text).is_empty()).map(bare).collect();
    for piece in bearing(&pieces, usize::MAX) {
        let Text { zh, en } = piece.place.words();
        let message = text! { zh: "{zh}带有涉密标志，不得公开", en: "a mark of secrecy in {en}: not to be published" };
        findings.raise(&SECRECY_MARK, file, message).help(help()).key(zh);
    }
    name(file, path, None, findings);
}

/// The pieces that bear a mark; in brackets at an end it counts in the first `head` of them, and at the edges of pages.
fn bearing(pieces: &[Piece], head: usize) -> Vec<&Piece> {
    let mut bearing = Vec::new();
    let mut alone: Vec<(Mark, &Piece)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        for word in words(&piece.text).into_iter().filter(|word| word.mark != Mark::Draft) {
            let edge = piece.place.is_edge();
            let cell = cell(&piece.text, &word.range);
            if is_starred(&piece.text, &word)
                || ((at < head || edge) && is_bracketed_in(&piece.text, &cell, &word))
                || (edge && is_secrecy_alone(&piece.text[cell.clone()]))
            {
                bearing.push(piece);
                break;
            }
            if is_secrecy_alone(&piece.text[cell]) {
                alone.push((word.mark, piece));
            }
        }
    }
    if !lists_levels(alone.iter().map(|it| it.0)) {
        alone.dedup_by(|one, other| std::ptr::eq(one.1, other.1));
        bearing.extend(alone.into_iter().map(|it| it.1));
    }
    bearing
}

/// Looks at the name of a file, and of the folders it lies in: addresses of pages and downloads show them.
fn name(file: FileId, path: &str, day: Option<Day>, findings: &mut Findings) {
    let found = words(path);
    let borne = found.iter().filter(|word| word.mark != Mark::Draft).find(|word| {
        let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let alone = bound(path[..word.range.start].chars().next_back()) && bound(path[word.range.end..].chars().next());
        alone || is_starred(path, word)
    });
    let Some(word) = borne else { return };
    let name = &path[path[..word.range.start].rfind('/').map_or(0, |at| at + 1)..];
    let message = if let Some((folder, _)) = name.split_once('/') {
        text! { zh: "文件夹名带有涉密标志：{folder}", en: "the folder name bears a mark of secrecy: {folder}" }
    } else {
        let stem = stem(path);
        text! { zh: "文件名带有涉密标志：{stem}", en: "the file name bears a mark of secrecy: {stem}" }
    };
    let finding = findings.raise(&SECRECY_MARK, file, message).help(help()).key("name");
    finding.on = day;
}

/// Looks at the values of a catalogue file. Words of lists of words are spoken of, not borne.
pub(super) fn catalogue(file: FileId, text: &str, tables: &[Declared], findings: &mut Findings) {
    if words(text).iter().all(|word| word.mark == Mark::Draft) && !has_escapes(text) {
        return;
    }
    let lists = ["word", schema::Synonym::SCHEMA.name];
    for table in tables.iter().filter(|it| !lists.contains(&it.table.name)) {
        values::texts(table.record.view(), &mut |it, range| value(file, text, (it, range), true, None, findings));
    }
}

/// Looks at what readers see of an entry's text where its source does not show it.
pub(super) fn shown(subject: &Subject<'_>, shown: &Shown, findings: &mut Findings) {
    let text = shown.plain.text.as_str();
    let start = subject.body.start as usize;
    let head = text.match_indices('\n').nth(HEAD).map_or(text.len(), |(at, _)| at);
    let found = words(text);
    let alone = |word: &&Word| word.mark != Mark::Draft && is_secrecy_alone(&text[cell(text, &word.range)]);
    let levels = lists_levels(found.iter().filter(alone).map(|word| word.mark));
    for word in found.iter().filter(|word| word.mark != Mark::Draft) {
        let bracketed = || word.range.start < head && is_bracketed_in(text, &cell(text, &word.range), word);
        if is_starred(text, word) || !levels && alone(&word) || bracketed() {
            let place = Span { file: subject.file, range: shown.origin(word.range.clone(), start) };
            let known = |it: &Finding| {
                it.place.span().is_some_and(|it| it.range.start < place.range.end && place.range.start < it.range.end)
            };
            if !findings.iter().any(|it| it.rule.code == SECRECY_MARK.code && known(it)) {
                tell(place.into(), text, word, subject.day, findings);
            }
        }
    }
}

/// Tells the mark that a value bears, `own` in words of its own and not of others: alone on a line, with a star, in brackets at
/// an end, or before everything else.
fn value(
    file: FileId,
    source: &str,
    (text, range): (&str, Range),
    own: bool,
    day: Option<Day>,
    findings: &mut Findings,
) {
    for word in words(text).into_iter().filter(|word| word.mark != Mark::Draft) {
        let cell = cell(text, &word.range);
        let rest = &text[word.range.end..];
        let first = word.range.start == 0 && word.mark != Mark::Inner && rest.starts_with([' ', '\u{3000}', '\n']);
        let borne = own && (first || is_secrecy_alone(&text[cell.clone()]) || is_bracketed_in(text, &cell, &word));
        if borne || is_starred(text, &word) {
            // In the file it stands where the value does, unless it is written otherwise there.
            let written = source.get(range.bytes()).and_then(|written| written.find(&text[word.range.clone()]));
            let place = written.map_or(Span { file, range }, |at| {
                let start = range.start as usize + at;
                Span::new(file, start..start + word.range.len())
            });
            return tell(place.into(), text, &word, day, findings);
        }
    }
}

fn has_escapes(text: &str) -> bool {
    text.contains("\\u") || text.contains("\\U")
}

fn is_bracketed_in(text: &str, cell: &std::ops::Range<usize>, word: &Word) -> bool {
    is_bracketed(&text[cell.clone()], &(word.range.start - cell.start..word.range.end - cell.start))
}

fn lists_levels(marks: impl Iterator<Item = Mark>) -> bool {
    let mut levels: Vec<Mark> = marks.filter(|mark| *mark != Mark::Inner).collect();
    levels.sort_unstable();
    levels.dedup();
    levels.len() > 1
}

fn tell(place: Place, text: &str, word: &Word, day: Option<Day>, findings: &mut Findings) {
    let mark = &text[word.range.clone()];
    let finding = findings
        .raise(
            &SECRECY_MARK,
            place,
            text! { zh: "带有“{mark}”标志，不得公开", en: "bears the mark {mark}: not to be published" },
        )
        .label(text! { zh: "标志在此", en: "the mark" })
        .help(help())
        .key(mark);
    finding.on = day;
}

fn tell_piece(file: FileId, piece: &Piece, findings: &mut Findings) {
    let Text { zh, en } = piece.place.words();
    findings
        .raise(
            &SECRECY_MARK,
            file,
            text! {
                zh: "附件{zh}带有涉密标志，不得公开",
                en: "a mark of secrecy in the attachment's {en}: not to be published",
            },
        )
        .help(help())
        .key(zh);
}

fn help() -> Text {
    text! {
        zh: "停止发布，交保密审查人员处理；确属误印的，经审查后删去标志",
        en: "do not publish; hand it to the secrecy reviewer, and delete the mark only if it was printed by mistake",
    }
}
