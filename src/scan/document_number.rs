//! 0306: document numbers in another form than the standard's, in `number` and in running text.

use super::Subject;
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::DOCUMENT_FORM_NUMBER},
    number::{
        DocumentNumber,
        document::{Fault, Malformed, find_doubtful},
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
    // Rulings, permits and projects are numbered by systems of their own.
    let system = matches!(subject.kind(), Some(EntryKind::Penalty | EntryKind::Licence | EntryKind::Project));
    if let Some(typed) = subject.record.get(schema::Entry::NUMBER).filter(|_| !system)
        && let Err(malformed) = DocumentNumber::parse(typed)
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
