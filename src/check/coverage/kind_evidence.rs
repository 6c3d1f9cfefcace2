//! Of which kind an entry's title and number speak: where both speak of one, that is its kind, whatever is written.

use crate::{model::Entry, record::schema, vocabulary::EntryKind};

/// Whether all that `entry` says of itself fits `kind`, and speaks of it: its title, its number, and the keys that only some kinds take.
pub(super) fn speaks_of(entry: &Entry, kind: EntryKind) -> bool {
    title(entry.title()) == Some(kind)
        && number(entry.record.get(schema::Entry::NUMBER).unwrap_or_default(), kind)
        && keys(entry, kind)
}

/// The kind that a title speaks of by its last words, as the genres of official writing ask; none where several may be meant.
fn title(title: &str) -> Option<EntryKind> {
    let title = title.trim_end_matches(|it: char| "）)】]〕》”\" 　".contains(it));
    let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
    let holds = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if ends(&["解读", "政策问答", "一图读懂"]) {
        Some(EntryKind::Interpretation)
    } else if ends(&["采纳情况", "意见反馈情况", "采纳情况的反馈"]) {
        Some(EntryKind::ConsultationResult)
    } else if holds(&["征求", "征集"]) {
        (holds(&["公开征求", "征求社会", "公开征集"]) && holds(&["意见", "建议"])).then_some(EntryKind::Consultation)
    } else if holds(&["处罚"]) {
        ends(&["处罚决定书", "处罚决定", "处罚信息"]).then_some(EntryKind::Penalty)
    } else if holds(&["许可"]) {
        ends(&["许可决定书", "许可决定", "许可信息"]).then_some(EntryKind::Licence)
    } else if ends(&["公示", "公告", "通告"]) {
        (!holds(&["采购", "中标", "招标", "成交", "招聘", "招录", "任前", "任职"])).then_some(EntryKind::Notice)
    } else if ends(&["办事指南", "服务指南"]) {
        Some(EntryKind::Guide)
    } else if holds(&["预算", "决算"]) {
        (ends(&["公开", "预算", "决算"])).then_some(EntryKind::Budget)
    } else if ends(&["年度报告", "年报", "工作报告"]) {
        Some(EntryKind::Report)
    } else if ends(&["通知", "办法", "规定", "细则", "方案", "规划", "意见", "批复", "决定"]) {
        Some(EntryKind::Document)
    } else {
        None
    }
}

/// Whether a document of `kind` may bear `number`, and a document has one.
fn number(number: &str, kind: EntryKind) -> bool {
    let holds = |signs: &[char]| number.contains(signs);
    match kind {
        EntryKind::Document => {
            holds(&['〔', '[', '［', '【', '（', '(']) && !holds(&['罚', '许', '准', '处', '裁', '强'])
        }
        EntryKind::Penalty => holds(&['罚']),
        EntryKind::Licence => holds(&['许', '准']) && !holds(&['罚']),
        EntryKind::Notice => !holds(&['罚', '许']),
        _ => number.is_empty(),
    }
}

/// Whether `kind` takes all keys of the entry that only some kinds take.
fn keys(entry: &Entry, kind: EntryKind) -> bool {
    let taken = schema::own(kind);
    let fits = |name: &str| taken.iter().any(|it| it.name == name);
    schema::own(entry.kind).iter().all(|it| fits(it.name) || !entry.record.has(it.key::<schema::Entry>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_speak_of_one_kind() {
        for (said, kind) in [
            ("关于印发《某县防汛办法》的通知", EntryKind::Document),
            ("某某商店行政处罚决定书", EntryKind::Penalty),
            ("《某县防汛办法》解读", EntryKind::Interpretation),
            ("关于公开征求《办法》意见的公告", EntryKind::Consultation),
            ("关于某地块的公示", EntryKind::Notice),
            ("企业开办办事指南", EntryKind::Guide),
        ] {
            assert_eq!(title(said), Some(kind), "{said}");
        }
        for said in ["行政处罚决定书（某某商店）", "采购结果公告", "处罚情况通报", "关于征求意见的通知", "汛情", ""]
        {
            assert_eq!(title(said), None, "{said}");
        }
    }

    #[test]
    fn numbers_fit_their_kind() {
        assert!(number("赣市府办发〔2018〕9号", EntryKind::Document));
        assert!(!number("", EntryKind::Document) && !number("某市监罚〔2018〕9号", EntryKind::Document));
        assert!(number("某市监罚〔2018〕9号", EntryKind::Penalty) && !number("某府发〔2018〕9号", EntryKind::Penalty));
        assert!(number("", EntryKind::Guide) && !number("某府发〔2018〕9号", EntryKind::Guide));
    }
}
