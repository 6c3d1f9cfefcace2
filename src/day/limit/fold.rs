//! A phrase reduced to the letters that decide.

/// No white space and no quotation marks, ASCII for full-width letters, no full stop at the end, no label in front.
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
            '。' => folded.push(';'),
            '“' | '”' | '"' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => {}
            _ if letter.is_whitespace() => {}
            _ => folded.push(letter),
        }
    }
    let mut folded = folded.trim_matches([';', ',', '.', ':']);
    for label in ["公开时限", "公开期限", "时限要求", "时限"] {
        if let Some(rest) = folded.strip_prefix(label).and_then(|rest| rest.strip_prefix([':', '为'])) {
            folded = rest;
            break;
        }
    }
    folded.to_owned()
}

/// The clauses that state the limit; references to the law in front (`按照…，`) and provisos (`另有规定的，从其规定`) left out.
pub(super) fn clauses(folded: &str) -> Vec<&str> {
    let proviso = |clause: &&str| {
        ["另有规定", "从其规定", "除外", "特殊情况", "法律、法规", "法律法规对"]
            .iter()
            .any(|mark| clause.contains(mark))
    };
    let mut clauses: Vec<&str> = folded.split([';', ',']).filter(|clause| !clause.is_empty()).collect();
    if clauses.len() > 1 {
        clauses.retain(|clause| !proviso(clause));
    }
    if clauses.len() > 1 && ["按照", "按", "根据", "依据", "依照"].iter().any(|word| clauses[0].starts_with(word))
    {
        clauses.remove(0);
    }
    clauses
}

/// The phrase without its verb: `20个工作日内及时予以公开` → `20个工作日内`.
pub(super) fn without_verb(phrase: &str) -> &str {
    const VERBS: &[&str] = &[
        "公开",
        "公布",
        "发布",
        "更新",
        "公示",
        "公告",
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
    let mut rest = phrase;
    while let Some(shorter) = VERBS.iter().find_map(|verb| rest.strip_suffix(verb)) {
        rest = shorter;
    }
    rest
}

/// The phrase without what may stand before a number: `最迟`, `不超过`, `在`.
pub(super) fn without_modifier(phrase: &str) -> &str {
    const MODIFIERS: &[&str] = &[
        "不超过",
        "不得超过",
        "不迟于",
        "不晚于",
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
    ];
    let mut rest = phrase;
    while let Some(shorter) = MODIFIERS.iter().find_map(|word| rest.strip_suffix(word)) {
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
        assert_eq!(
            clauses("信息形成之日起20个工作日内予以公开;法律、法规对期限另有规定的,从其规定"),
            ["信息形成之日起20个工作日内予以公开"]
        );
        assert_eq!(clauses("按照条例规定,20个工作日内"), ["20个工作日内"]);
        assert_eq!(without_verb("20个工作日内及时主动予以公开"), "20个工作日内");
        assert_eq!(without_modifier("批复后最迟应在"), "批复后");
    }
}
