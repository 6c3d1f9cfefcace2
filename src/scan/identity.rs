//! 0801: a person's identity number, unmasked.

use super::subject;
use crate::{
    day::Day,
    diagnostic::{
        Candidate, Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, PRIVACY_28, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    number::personal::Personal,
    source::{FileId, Place, Span},
    vocabulary::Text,
};

pub static IDENTITY_NUMBER: Rule = Rule {
    code: "GK0801",
    name: "identity-number",
    label: "身份证号",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25, PRIVACY_28],
    ungrounded: Ungrounded::Speaks,
    fixed: true,
    title: words! { zh: "公民身份号码没有遮盖", en: "an identity number that is not masked" },
    why: words! {
        zh: "完整的身份证号一旦上网，就会被抓取、转卖，用来冒名贷款、诈骗，收不回来。公示只需让人认得出是谁，不需要全号。本条不能降级，也不能用说明放过。",
        en: "A full identity number online is harvested and used for fraud, and cannot be called back. A notice needs only enough to tell who is meant. This rule can be neither lowered nor excused.",
    },
    mend: words! {
        zh: "遮去中间的出生日期，写成 360702********1234 的样子。确实不是身份证号的，由两个人在 [[privacy.not_identity]] 中证明。",
        en: "Mask the birthday: 360702********1234. If it is no one's number, two people attest it in [[privacy.not_identity]].",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
title = "关于发放防汛值守补助的公示"
summary = "公示防汛值守补助的发放对象。"
+++
值守人员一名，身份证号 11010519491231002X，补助100元。
"#,
        good: "--> content/2018/通知.md
+++
值守人员一名，身份证号 110105********002X，补助100元。
",
    },
};

/// Tells the numbers found in a text of a file.
pub(super) fn text(file: FileId, text: &str, found: &Personal, day: Option<Day>, findings: &mut Findings) {
    for found in &found.identities {
        if is_attestation(&text[..found.range.start]) {
            continue;
        }
        let number = &text[found.range.clone()];
        let span = Span::new(file, found.range.clone());
        let finding = tell(span.into(), number, &found.masked, None, day, findings);
        // A number without quotes is no text yet: stars would make it unreadable.
        let bare = text[..found.range.start].trim_end_matches([' ', '\t']).ends_with('=');
        if names_file(&text[found.range.end..]) {
            finding.help(text! {
                zh: "这是文件名：先给文件改名，去掉这个号码，再把这里改成新的文件名",
                en: "a file's name: rename the file without the number, then write its new name here",
            });
            continue;
        }
        // Written over rows it stands in a table, of which an edit would leave half.
        if number.matches('\n').count() < 2 {
            finding.fix([Edit::between(span, number, &found.masked, !bare)]);
        }
    }
    for found in found.old_identities.iter().filter(|found| speaks_of_identity(text, found.range.start)) {
        let number = &text[found.range.clone()];
        let place = Span::new(file, found.range.clone());
        let masked = &found.masked;
        let finding = findings
            .raise(
                &IDENTITY_NUMBER,
                place,
                text! { zh: "疑似15位旧身份证号 {masked} 没有遮盖", en: "what looks like an old identity number, {masked}, is not masked" },
            )
            .help(help(masked))
            .fix([Edit::between(place, number, masked, false)])
            .key(masked.clone())
            .unless(Candidate::Identity(number.to_owned()))
            .private()
            .lesser();
        finding.on = day;
    }
}

/// Tells the numbers found in a piece of an attachment, which has no bytes of its own in the project, or in a file's name. `near` are the words
/// around it, such as the heads of its columns.
pub(super) fn piece(
    file: FileId,
    text: &str,
    found: &Personal,
    (near, place): (&str, &Text),
    day: Option<Day>,
    findings: &mut Findings,
) {
    for found in &found.identities {
        tell(Place::File(file), &text[found.range.clone()], &found.masked, Some(place), day, findings);
    }
    let Text { zh, en } = place;
    for found in &found.old_identities {
        if !speaks_of_identity(text, found.range.start) && !names_identity(near) {
            continue;
        }
        let masked = &found.masked;
        let finding = findings
            .raise(
                &IDENTITY_NUMBER,
                Place::File(file),
                text! {
                    zh: "{zh}中疑似15位旧身份证号 {masked} 没有遮盖",
                    en: "what looks like an old identity number, {masked}, in {en} is not masked",
                },
            )
            .help(help(masked))
            .key(format!("{masked} {zh}"))
            .unless(Candidate::Identity(text[found.range.clone()].to_owned()))
            .private()
            .lesser();
        finding.on = day;
    }
}

fn tell<'f>(
    place: Place,
    number: &str,
    masked: &str,
    inside: Option<&Text>,
    day: Option<Day>,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let message = match inside {
        None => text! { zh: "身份证号 {masked} 没有遮盖", en: "the identity number {masked} is not masked" },
        Some(Text { zh, en }) => text! {
            zh: "{zh}中的身份证号 {masked} 没有遮盖",
            en: "the identity number {masked} in {en} is not masked",
        },
    };
    let key = inside.map_or_else(|| masked.to_owned(), |inside| format!("{masked} {}", inside.zh));
    let finding = findings
        .raise(&IDENTITY_NUMBER, place, message)
        .help(help(masked))
        .key(key)
        .unless(Candidate::Identity(number.to_owned()))
        .private();
    // Stars may stand in no name of a file.
    if inside.is_some_and(|it| it.zh.starts_with("文件名")) {
        finding.help(text! {
            zh: "改文件名，去掉这个号码（例如写作“附件1”），引用它的地方一并改；确实不是身份证号的，由两个人在 [[privacy.not_identity]] 中证明",
            en: "rename the file without the number, and what names it; if it is no one's number, let two people attest it in [[privacy.not_identity]]",
        });
    }
    finding.on = day;
    finding
}

/// Whether the text goes on, in the same word, with the ending of a file's name.
pub(super) fn names_file(after: &str) -> bool {
    let word = after.split(|it: char| it.is_whitespace() || ")]\"'>）】，。；".contains(it)).next().unwrap_or_default();
    let Some((_, ending)) = word.rsplit_once('.') else { return false };
    word.len() < 200
        && (2..=4).contains(&ending.len())
        && ending.bytes().all(|it| it.is_ascii_alphanumeric())
        && !ending.bytes().all(|it| it.is_ascii_digit())
}

fn help(masked: &str) -> Text {
    text! {
        zh: "改成 {masked}；确实不是身份证号的，由两个人在 [[privacy.not_identity]] 中证明",
        en: "write {masked}; if it is no one's number, let two people attest it in [[privacy.not_identity]]",
    }
}

/// Whether what comes next is the string that two people attest to be no one's number.
fn is_attestation(before: &str) -> bool {
    let near = subject::before(before, before.len(), 200);
    let line = near.rsplit('\n').next().unwrap_or(near).trim_end_matches(['"', '\'']);
    let Some(key) = line.trim_end().strip_suffix('=') else { return false };
    let named = key.trim_end().ends_with("place");
    // The table's head, or the inline list, stands at most a few lines above.
    let near = subject::before(before, before.len(), 2000);
    named && near.rsplit('\n').take(12).any(|line| line.contains("not_identity"))
}

/// Whether the words before byte `at` speak of identity numbers: the old form has no check character to know it by.
fn speaks_of_identity(text: &str, at: usize) -> bool {
    let line = subject::before(text, at, 200).rsplit('\n').next().unwrap_or_default();
    names_identity(line)
}

fn names_identity(words: &str) -> bool {
    ["身份证", "身份号码", "证件号"].iter().any(|it| words.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::personal::find;

    fn told(source: &str) -> Vec<(String, bool)> {
        let mut findings = Findings::new();
        text(FileId(0), source, &find(source), None, &mut findings);
        findings.iter().map(|it| (it.message.zh.clone(), it.lesser)).collect()
    }

    #[test]
    fn numbers_are_told_and_never_repeated() {
        for source in ["证号 11010519491231002X。", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"]
        {
            let mut findings = Findings::new();
            text(FileId(0), source, &find(source), None, &mut findings);
            let found: Vec<_> = findings.iter().collect();
            assert_eq!(found.len(), 1, "{source}");
            let said = format!("{:?}{:?}{:?}{:?}", found[0].message, found[0].label, found[0].help, found[0].key);
            assert!(!said.contains("19491231") && found[0].private, "{said}");
        }
    }

    #[test]
    fn masked_and_other_numbers_are_silent() {
        for source in
            ["110105********002X", "订单号 110105194912310021", "统一社会信用代码：11360700MB00000002", "〔2018〕9号"]
        {
            assert!(told(source).is_empty(), "{source}");
        }
    }

    #[test]
    fn the_old_form_needs_its_name() {
        assert_eq!(told("身份证号：110105491231002").first().map(|it| it.1), Some(true));
        assert!(told("流水 110105491231002").is_empty());
    }

    #[test]
    fn an_attested_string_is_not_told_where_it_is_attested() {
        assert!(told("[[privacy.not_identity]]\nfile = \"a\"\nplace = \"11010519491231002X\"\n").is_empty());
        assert!(!told("place = \"11010519491231002X\"\n").is_empty());
    }
}
