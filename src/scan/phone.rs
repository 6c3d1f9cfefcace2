//! 0802: a mobile number that is not an office's.

use crate::{
    day::Day,
    diagnostic::{
        Candidate, Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    number::{personal::Personal, phone},
    source::{FileId, Place, Span},
    vocabulary::Text,
};

pub static MOBILE_NUMBER: Rule = Rule {
    code: "GK0802",
    name: "mobile-number",
    label: "手机号码",
    effect: Effect::Stop,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "出现手机号码", en: "a mobile number" },
    why: words! {
        zh: "手机号码多是个人的，挂在网上会招来骚扰和诈骗。单位对外公布的电话应登记，登记过的不再提示。",
        en: "A mobile number is usually a person's and draws fraud. Numbers of offices are registered once and then not told again.",
    },
    mend: words! {
        zh: "是个人的，遮成 138****0000 的样子或删去；是单位公布的，写进 [privacy] phones。",
        en: "Mask a person's number (138****0000) or delete it; add an office's to [privacy] phones.",
    },
    example: Example {
        bad: "--> content/2018/通知.md
+++
险情报告电话：13800000000。
",
        good: "--> content/2018/通知.md
+++
险情报告电话：0797-8000000。
",
    },
};

/// Tells the numbers found in a text of a file.
pub(super) fn text(file: FileId, text: &str, found: &Personal, day: Option<Day>, findings: &mut Findings) {
    for found in found.phones.iter().filter(|found| !is_amount(&text[found.range.end..])) {
        let span = Span::new(file, found.range.clone());
        let finding = tell(span.into(), found, None, day, findings);
        // It may be an office's: then it is registered, not masked.
        finding.fix([Edit::between(span, &text[found.range.clone()], &found.masked, false)]);
    }
}

/// Tells the numbers found in a piece of an attachment, or in a file's name.
pub(super) fn piece(
    file: FileId,
    text: &str,
    found: &Personal,
    place: &Text,
    day: Option<Day>,
    findings: &mut Findings,
) {
    for found in found.phones.iter().filter(|found| !is_amount(&text[found.range.end..])) {
        tell(Place::File(file), found, Some(place), day, findings);
    }
}

fn tell<'f>(
    place: Place,
    found: &phone::Phone,
    inside: Option<&Text>,
    day: Option<Day>,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let masked = &found.masked;
    let message = match inside {
        None => text! { zh: "出现手机号码 {masked}", en: "a mobile number, {masked}" },
        Some(Text { zh, en }) => text! {
            zh: "{zh}中出现手机号码 {masked}",
            en: "a mobile number, {masked}, in {en}",
        },
    };
    let key = inside.map_or_else(|| masked.clone(), |inside| format!("{masked} {}", inside.zh));
    let finding = findings
        .raise(&MOBILE_NUMBER, place, message)
        .help(text! {
            zh: "个人的改成 {masked} 或删去；单位公布的，写进 [privacy] phones",
            en: "write {masked} or delete a person's number; add an office's to [privacy] phones",
        })
        .key(key)
        .unless(Candidate::Phone(found.number.clone()))
        .private();
    finding.on = day;
    finding
}

/// Whether what follows makes the digits an amount: `13800000000元`.
fn is_amount(rest: &str) -> bool {
    let rest = rest.trim_start();
    ["元", "万元", "亿元", "吨", "平方米", "㎡", "千瓦", "人次", "%", "％"].iter().any(|unit| rest.starts_with(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        let mut findings = Findings::new();
        text(FileId(0), source, &crate::number::personal::find(source), None, &mut findings);
        findings.iter().map(|it| it.message.zh.clone()).collect()
    }

    #[test]
    fn mobiles_are_told_masked() {
        assert_eq!(told("电话 13800000000"), ["出现手机号码 138****0000"]);
        for source in ["0797-8000000", "138****0000", "投资13800000000元", "B00010-0203-2018-291879"] {
            assert!(told(source).is_empty(), "{source}");
        }
    }
}
