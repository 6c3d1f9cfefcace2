//! A phrase reduced to the letters that decide.

use crate::vocabulary::is_unseen;

/// No white space and no quotation marks, ASCII for full-width letters, a semicolon for each sentence's end, no label in front.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            _ => letter,
        };
        match letter {
            '〔' | '【' | '[' => folded.push('('),
            '〕' | '】' | ']' => folded.push(')'),
            // ① to ⑳ stand before the limits of a list.
            '。' | '\u{2460}'..='\u{2473}' => folded.push(';'),
            '“' | '”' | '"' => {}
            _ if letter.is_whitespace() || is_unseen(letter) => {}
            _ => folded.push(letter),
        }
    }
    let mut folded = folded.trim_matches([';', ',', '.', ':', '、']);
    for label in ["公开时限", "公开期限", "时限要求", "时限"] {
        if let Some(rest) = folded.strip_prefix(label).and_then(|rest| rest.strip_prefix([':', '为'])) {
            folded = rest;
            break;
        }
    }
    // 7日(工作日) counts working days; 信息形式或者变更 is a slip seen in print.
    folded.replace("日(工作日)", "个工作日").replace("天(工作日)", "个工作日").replace("信息形式或", "信息形成或")
}

/// Without the number of a list's line: `1.`, `2、`, `(3)`.
pub(super) fn without_marker(sentence: &str) -> &str {
    let inner = sentence.strip_prefix('(').unwrap_or(sentence);
    let rest =
        inner.trim_start_matches(|letter: char| letter.is_ascii_digit() || "一二三四五六七八九".contains(letter));
    let marker = inner.len() - rest.len();
    if marker == 0 || inner[..marker].chars().count() > 2 {
        return sentence;
    }
    let end: &[char] = if inner.len() < sentence.len() { &[')'] } else { &['.', '、', ')'] };
    match rest.strip_prefix(end) {
        Some(rest) if !rest.starts_with(|letter: char| letter.is_ascii_digit()) => rest,
        _ => sentence,
    }
}

/// Whether a clause only says when another limit holds, or how this one is lengthened.
pub(super) fn is_proviso(clause: &str) -> bool {
    ["另有规定", "从其规定", "除外", "特殊情况", "法律、法规", "法律法规对", "延长", "顺延"]
        .iter()
        .any(|mark| clause.contains(mark))
        || is_unasked(clause)
}

/// Whether a clause says that something is not published unasked.
pub(super) fn is_unasked(clause: &str) -> bool {
    clause.contains("依申请公开") || clause.contains("不予公开")
}

/// Whether a clause names the law that a limit follows: `按照《条例》要求`.
pub(super) fn is_reference(clause: &str) -> bool {
    ["按照", "按", "根据", "依据", "依照"].iter().any(|word| clause.starts_with(word))
}

/// The words of publishing, and what may stand between them and a limit.
const VERBS: &[&str] = &[
    "公开",
    "公布",
    "发布",
    "更新",
    "公示",
    "公告",
    "披露",
    "完成",
    "上网",
    "更新一次",
    "公开一次",
    "一次",
    "1次",
    "至少",
    "定期",
    "向社会",
    "对外",
    "主动",
    "予以",
    "依法",
    "进行",
    "在网上",
    "网上",
    "并",
    "及时",
    "应当",
    "应",
];

/// The phrase without its verb: `20个工作日内及时予以公开` → `20个工作日内`.
pub(super) fn without_verb(phrase: &str) -> &str {
    let mut rest = phrase;
    while let Some(shorter) = VERBS.iter().find_map(|verb| rest.strip_suffix(verb)) {
        rest = shorter;
    }
    rest
}

/// The phrase up to its verb of publishing, of which an object follows: `每月10日前公布上月情况` → `每月10日前`.
pub(super) fn before_verb(phrase: &str) -> Option<&str> {
    const CUTS: &[&str] = &[
        "公布",
        "公开",
        "发布",
        "公示",
        "公告",
        "更新",
        "披露",
        "报送",
        "上报",
        "通报",
        "向社会",
        "由",
        "通过",
        "在",
        "集中",
    ];
    let at = CUTS.iter().filter_map(|verb| phrase.find(verb)).filter(|at| *at > 0).min()?;
    Some(without_verb(&phrase[..at]))
}

/// The phrase without what may stand before a number: `最迟`, `不超过`, `在`.
pub(super) fn without_modifier(phrase: &str) -> &str {
    const MODIFIERS: &[&str] = &[
        "不超过",
        "不得超过",
        "不迟于",
        "不晚于",
        "最迟要在",
        "最迟",
        "至迟",
        "最长",
        "一般",
        "原则上",
        "应当在",
        "应在",
        "须在",
        "应当",
        "应",
        "须",
        "在",
        "于",
        "的",
        "为",
        "共",
        "约",
        "、",
        ":",
    ];
    let mut rest = phrase;
    while let Some(shorter) = MODIFIERS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest
}

/// The phrase without what may begin it: `一般应当至少`.
pub(super) fn without_opening(phrase: &str) -> &str {
    const OPENINGS: &[&str] = &[
        "应当",
        "应",
        "须",
        "必须",
        "一般",
        "原则上",
        "至少",
        "最少",
        "截至",
        "截止到",
        "截止",
        "限于",
        "在",
        "于",
        "其中",
        "并",
        "且",
        "请",
    ];
    let mut rest = phrase;
    while let Some(shorter) = OPENINGS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_deciding_letters_stay() {
        assert_eq!(fold(" 公开时限：自信息形成之日起 ２０ 个工作日内。"), "自信息形成之日起20个工作日内");
        assert_eq!(without_verb("20个工作日内及时主动予以公开"), "20个工作日内");
        assert_eq!(without_modifier("批复后最迟应在"), "批复后");
        assert_eq!(before_verb("每月10日前公布上月情况"), Some("每月10日前"));
        assert_eq!(without_opening("应当至少每三个月"), "每三个月");
        assert_eq!(fold("①甲；②乙。"), "甲;;乙");
    }

    #[test]
    fn the_marks_of_a_list_are_no_numbers() {
        assert_eq!(without_marker("1.除处罚决定外"), "除处罚决定外");
        assert_eq!(without_marker("(2)20个工作日内"), "(2)20个工作日内", "a number may follow a bracket by chance");
        assert_eq!(without_marker("20个工作日内"), "20个工作日内");
        assert_eq!(without_marker("1.5年"), "1.5年");
        assert_eq!(without_marker("一、其他信息"), "其他信息");
    }
}
