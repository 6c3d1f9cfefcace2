//! The parts of an official letter that stand elsewhere than a paragraph does: whom it greets, who signs it, its day.

use super::event::{Event, EventKind, Tag};

/// Bytes of such a part at most.
const LONGEST: usize = 300;

/// Paragraphs among which the salutation is: a number or a title may come first.
const FIRST: usize = 3;

/// What those are called that letters greet or that sign them: how the names end.
const BODIES: [char; 46] = [
    '府', '局', '委', '办', '会', '厅', '院', '位', '室', '部', '门', '司', '业', '校', '所', '站', '心', '处', '科',
    '社', '村', '队', '团', '组', '馆', '行', '民', '众', '友', '志', '构', '关', '者', '们', '户', '店', '厂', '园',
    '县', '区', '市', '镇', '乡', '省', '州', '企',
];

/// The class of the paragraph that begins at `at`, the `nth` of the text by itself; none for one that is like all others.
pub(super) fn class(events: &[Event<'_>], at: usize, nth: usize) -> Option<&'static str> {
    let text = only_text(events, at)?;
    if is_day(text) || is_signed_day(text) {
        return Some("right");
    }
    if nth <= FIRST && is_salutation(text) {
        return Some("left");
    }
    // Several bodies may sign, and the day follows the last.
    let mut at = at;
    for _ in 0..5 {
        if !only_text(events, at)?.ends_with(BODIES) || only_text(events, at)?.contains(['。', '，', '：', '；']) {
            return None;
        }
        at += 3;
        if only_text(events, at).is_some_and(is_day) {
            return Some("right");
        }
    }
    None
}

/// Whether the paragraph that begins at `at` has nothing but blanks.
pub(super) fn is_blank(events: &[Event<'_>], at: usize) -> bool {
    only_text(events, at).is_some_and(str::is_empty)
}

/// The text of the paragraph that begins at `at`, where that is short and all it has.
fn only_text<'e>(events: &'e [Event<'_>], at: usize) -> Option<&'e str> {
    let [begin, inside, end] = events.get(at..)?.first_chunk()?;
    match [&begin.kind, &inside.kind, &end.kind] {
        [EventKind::Start(Tag::Paragraph), EventKind::Text(text), EventKind::End(Tag::Paragraph)] => {
            Some(text.trim()).filter(|it| it.len() <= LONGEST)
        }
        _ => None,
    }
}

/// How those begin whom letters greet, whatever they are called.
const GREETED: [&str; 8] = ["各", "全体", "全市", "全区", "全县", "全省", "广大", "尊敬的"];

pub fn is_salutation(text: &str) -> bool {
    let Some(whom) = text.strip_suffix(['：', ':']) else { return false };
    let greeted = || GREETED.iter().any(|it| whom.starts_with(it)) && !whom.contains("如下");
    !whom.contains(['。', '；', '：']) && (whom.trim_end_matches(['）', ')']).ends_with(BODIES) || greeted())
}

/// Whether `text` is a name and, behind blanks, a day: 示例局　2026年1月5日.
fn is_signed_day(text: &str) -> bool {
    let signs =
        |name: &str| name.ends_with(BODIES) && name.chars().count() <= 30 && !name.contains(['。', '，', '：', '；']);
    text.contains('年')
        && text.match_indices(char::is_whitespace).any(|(at, _)| {
            let (name, day) = text.split_at(at);
            signs(name.trim_end()) && is_day(day.trim_start())
        })
}

/// Whether `text` is a day and nothing else: 2026年1月5日, 二〇二六年一月五日.
pub fn is_day(text: &str) -> bool {
    let numeral =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇零○Ｏ一二三四五六七八九十".contains(c);
    let part = |it: &str, counts: std::ops::RangeInclusive<usize>| {
        counts.contains(&it.trim().chars().count()) && it.trim().chars().all(numeral)
    };
    let Some((year, rest)) = text.split_once('年') else { return false };
    let Some((month, rest)) = rest.split_once('月') else { return false };
    let day = rest.trim_end().strip_suffix('日');
    part(year, 2..=4) && part(month, 1..=3) && day.is_some_and(|it| part(it, 1..=4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_letters_greet_is_seen() {
        for text in
            ["各科室：", "各县（市、区）人民政府，市政府各部门：", "局属各单位:", "各区（市）县政府（管委会）："]
        {
            assert!(is_salutation(text), "{text}");
        }
        for text in ["现将有关事项通知如下：", "主要职责：", "联系人：", "各科室", "附件：", "各项要求如下："]
        {
            assert!(!is_salutation(text), "{text}");
        }
        assert!(is_signed_day("示例区行政审批局　2024年4月3日") && is_signed_day("示例局 2024年 4月3日"));
        assert!(!is_signed_day("截止时间为 2024年4月3日") && !is_signed_day("2024年 4月3日"));
        for text in ["2026年1月5日", "二〇二六年一月五日", "二○二六年十二月三十一日", "2026 年 1 月 5 日"]
        {
            assert!(is_day(text), "{text}");
        }
        for text in ["2026年1月5日起施行", "2026年1月", "年月日", "自2026年1月5日", "某年某月某日"]
        {
            assert!(!is_day(text), "{text}");
        }
    }
}
