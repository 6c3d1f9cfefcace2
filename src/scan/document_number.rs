//! 0306: document numbers in another form than the standard's, in `number` and in running text.

use super::Subject;
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::DOCUMENT_FORM_NUMBER},
    number::{
        DocumentNumber,
        document::{Fault, Form, Malformed, find_doubtful},
    },
    record::schema,
    source::Span,
    vocabulary::{EntryKind, Text},
};

pub static MALFORMED_DOCUMENT_NUMBER: Rule = Rule {
    code: "GK0306",
    name: "malformed-document-number",
    label: "文号写法有误",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[DOCUMENT_FORM_NUMBER],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "发文字号写法不合规范", en: "a document number not written as the standard asks" },
    why: words! {
        zh: "发文字号由机关代字、年份、顺序号组成，年份加六角括号〔〕，顺序号不加“第”、不编虚位。写法不一，检索、引用都对不上。令、公告、会议纪要、处罚决定、许可证件的编号照原件写，不在此列。",
        en: "A document number is agency code, year in hexagonal brackets and serial, without 第 or leading noughts. Written otherwise it is not found. Numbers of orders, announcements, minutes, rulings and permits are right as printed.",
    },
    mend: words! {
        zh: "对照原件，写成“赣市府办发〔2018〕9号”的样子；原件就是这样印的，不用改；没有文号的写“无”或不写。",
        en: "Compare it with the original and write 赣市府办发〔2018〕9号; what is printed so stays; leave `number` out, or 无, where there is none.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
kind = "document"
number = "示局发【2018】1号"
"#,
        good: r#"--> content/2018/通知.md
number = "示局发〔2018〕1号"
"#,
    },
};

/// Looks at an entry: its own number, and the numbers its text mentions.
pub(super) fn entry(subject: &Subject<'_>, brackets: &[usize], findings: &mut Findings) {
    let own = subject.record.field(schema::Entry::NUMBER).map(|field| field.range.bytes());
    // Rulings, permits and projects are numbered by systems of their own; the brackets of a year are the same in all.
    let system = matches!(subject.kind(), Some(EntryKind::Penalty | EntryKind::Licence | EntryKind::Project));
    if let Some(typed) = subject.record.get(schema::Entry::NUMBER)
        && let Some(malformed) = match DocumentNumber::parse(typed) {
            Err(malformed) if !system => Some(malformed),
            Ok(Form::Standard(_) | Form::Absent) => None,
            _ => of_brackets(typed),
        }
    {
        tell(subject.record.span_of(schema::Entry::NUMBER), typed, &malformed, false, subject, findings);
    }
    for mention in find_doubtful(subject.text, brackets) {
        let Err(malformed) = &mention.number else { continue };
        if own.as_ref().is_some_and(|own| own.start <= mention.range.start && mention.range.end <= own.end) {
            continue;
        }
        let typed = &subject.text[mention.range.clone()];
        if is_old(typed) && malformed.faults.iter().all(|fault| matches!(fault, Fault::Bracket)) {
            continue;
        }
        tell(Span::new(subject.file, mention.range.clone()), typed, malformed, true, subject, findings);
    }
}

/// A number whose only fault is the bracket of its year: `某市监罚[2018]9号`. That of a court begins with round ones.
fn of_brackets(typed: &str) -> Option<Malformed> {
    const PAIRS: [(char, char); 6] = [('[', ']'), ('［', '］'), ('【', '】'), ('(', ')'), ('（', '）'), ('{', '}')];
    let number = typed.trim();
    let (at, open, close) = number.char_indices().find_map(|(at, letter)| {
        let close = PAIRS.iter().find(|pair| pair.0 == letter)?.1;
        let year = number[at + letter.len_utf8()..].split(close).next()?;
        let is_year = year.len() == 4 && year.starts_with(['1', '2']) && year.bytes().all(|it| it.is_ascii_digit());
        is_year.then_some((at, letter, close))
    })?;
    let (agency, rest) = (&number[..at], &number[at + open.len_utf8()..]);
    let (year, serial) = rest.split_once(close)?;
    // With 第, or noughts, it is numbered as its system numbers, and printed as that prints.
    let bare = serial.strip_suffix('号')?;
    let is_one = !bare.is_empty() && !bare.starts_with('0') && bare.bytes().all(|it| it.is_ascii_digit());
    // Orders, announcements and minutes are numbered as they are printed.
    let printed = agency.ends_with(['令', '告', '要', '期']);
    let of_agency = agency.chars().next_back().is_some_and(|it| ('\u{4e00}'..='\u{9fff}').contains(&it)) && !printed;
    (is_one && of_agency)
        .then(|| Malformed { faults: vec![Fault::Bracket], mended: Some(format!("{agency}〔{year}〕{serial}")) })
}

/// Was the number given before hexagonal brackets became the rule (GB/T 9704-2012)? A quotation keeps it as it was printed.
fn is_old(number: &str) -> bool {
    let digits = |char: char| match char {
        '０'..='９' => char::from_u32(u32::from(char) - u32::from('０') + u32::from('0')).unwrap_or(char),
        char => char,
    };
    let year: String = number.chars().map(digits).skip_while(|char| !char.is_ascii_digit()).take(4).collect();
    year.parse::<u16>().is_ok_and(|year| (1949..2012).contains(&year))
}

/// The edit that writes `mended` for `typed` within `span`. In running text only signs are changed without asking: words may be
/// those of a quotation.
fn edit(
    span: Span,
    typed: &str,
    malformed: &Malformed,
    mended: &str,
    in_text: bool,
    subject: &Subject<'_>,
) -> Option<Edit> {
    let start = span.range.start as usize;
    let at = start + subject.text.get(span.range.bytes())?.find(typed)?;
    let sign = |fault: &Fault| matches!(fault, Fault::Space | Fault::Invisible | Fault::Digit | Fault::Bracket);
    let safe = !in_text || malformed.faults.iter().all(sign);
    Some(Edit::between(Span::new(span.file, at..at + typed.len()), typed, mended, safe))
}

fn tell(span: Span, typed: &str, malformed: &Malformed, in_text: bool, subject: &Subject<'_>, findings: &mut Findings) {
    let why: Vec<Text> = malformed.faults.iter().map(|fault| fault.text()).collect();
    let zh = why.iter().map(|it| it.zh.as_str()).collect::<Vec<_>>().join("；");
    let en = why.iter().map(|it| it.en.as_str()).collect::<Vec<_>>().join("; ");
    let finding = findings
        .raise(
            &MALFORMED_DOCUMENT_NUMBER,
            span,
            text! { zh: "发文字号“{typed}”写法有误：{zh}", en: "the document number {typed} is malformed: {en}" },
        )
        .key(typed);
    match &malformed.mended {
        Some(mended) => finding
            .fix(edit(span, typed, malformed, mended, in_text, subject))
            .label(text! { zh: "应为“{mended}”", en: "{mended}" })
            .help(text! { zh: "改成“{mended}”", en: "write {mended}" }),
        None => finding.help(text! {
            zh: "对照原件核对；原件就是这样印的，不用改；没有文号的写“无”",
            en: "compare it with the original, and leave it where it is printed so; 无 where there is none",
        }),
    };
    finding.on = subject.record.get(schema::Entry::MADE).or(subject.day);
}
