//! From when until when something is put up for opinions, as the text says it.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::date::{Dated, dates, is_joint, is_of_hour};
use crate::{day::numeral::number, vocabulary::is_numeral};

/// What a term is of: of other terms the text may name, of a hearing or of bids, the front matter says nothing.
const TOPICS: [&str; 7] = ["公示", "征求", "征集", "意见", "异议", "反馈", "建议"];

/// What has terms of its own, or speaks of another time.
const APART: [&str; 23] = [
    "报名",
    "投标",
    "开标",
    "听证",
    "缴费",
    "领取",
    "申报",
    "申领",
    "面试",
    "笔试",
    "考试",
    "体检",
    "施行",
    "实施",
    "有效期",
    "延长",
    "原定",
    "会议",
    "召开",
    "收到",
    "采纳",
    "印发",
    "修改单",
];

/// The last day of a term, with its first where that is said too.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub opens: Option<Dated>,
    pub closes: Dated,
    /// Whether the text says 前 behind its last day, which some count and others don't.
    pub before: bool,
}

/// How long a term is, as the text says it: `公示期为7个工作日`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub range: Range<usize>,
    pub days: i32,
    /// Whether they are working days.
    pub working: bool,
}

static LENGTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:公示|征求意见|征集意见|意见征集|征集|反馈意见|意见反馈)的?(?:期限|期|时间)(?:为|是|共|：|:|\\s|\u{3000}|\\*)*([0-9０-９一二三四五六七八九十]{1,4})[ \u{3000}]*个?(工作日|日|天)",
    )
    .expect("a pattern")
});

/// The terms that `body` names, and the lengths.
pub(super) fn terms(body: &str) -> (Vec<Term>, Vec<Length>) {
    let (mut terms, mut lengths) = (Vec::new(), Vec::new());
    // Whether the heading above speaks of opinions; whether the line before leads in this one.
    let (mut under, mut led) = (false, false);
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let begin = at;
        at += line.len();
        let bare = line.trim_matches(|it: char| it.is_whitespace() || matches!(it, '*' | '>' | '-' | '|'));
        if bare.is_empty() || is_article(bare) {
            continue;
        }
        let heading = is_heading(bare);
        if heading {
            under = is_about(bare);
        }
        let mut from = begin;
        for unit in line.split_inclusive(['。', '；', ';']) {
            let start = from;
            from += unit.len();
            if APART.iter().any(|it| unit.contains(it)) {
                continue;
            }
            if led || under && !heading || is_about(unit) || is_labelled(unit) {
                terms.extend(of(unit).map(|term| shifted(term, start)));
            }
            lengths.extend(LENGTH.captures(unit).and_then(|it| {
                let days = i32::try_from(number(it.get(1)?.as_str())?).ok()?;
                let (range, working) = (it.get(0)?.range(), it.get(2)?.as_str() == "工作日");
                Some(Length { range: start + range.start..start + range.end, days, working })
            }));
        }
        led = bare.chars().count() <= 24
            && is_about(bare)
            && ["时间", "期", "日期", "截止"].iter().any(|it| bare.contains(it));
    }
    (terms, lengths)
}

fn shifted(mut term: Term, by: usize) -> Term {
    for dated in term.opens.iter_mut().chain([&mut term.closes]) {
        dated.range = dated.range.start + by..dated.range.end + by;
    }
    term
}

fn is_about(text: &str) -> bool {
    TOPICS.iter().any(|it| text.contains(it))
}

/// Whether a unit begins with 截止时间, which in a notice is its own.
fn is_labelled(unit: &str) -> bool {
    let bare = unit.trim_start_matches(|it: char| {
        it.is_whitespace() || is_numeral(it) || it.is_ascii_digit() || "*>-|#、.．（）()".contains(it)
    });
    bare.starts_with("截止") || bare.starts_with("截至")
}

/// Whether a line is an article of the draft that opinions are asked on: its terms are others'.
fn is_article(line: &str) -> bool {
    let after = line.strip_prefix('第').map(|it| it.trim_start_matches(|it| is_numeral(it) || it.is_ascii_digit()));
    after.is_some_and(|it| it.starts_with('条'))
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches(['（', '(']);
    let after = rest.trim_start_matches(is_numeral);
    line.starts_with('#')
        || after.len() < rest.len() && after.starts_with(['、', '）', ')']) && line.chars().count() <= 30
}

/// The term that a sentence names.
fn of(unit: &str) -> Option<Term> {
    let days = dates(unit);
    let span = days.windows(2).find(|two| is_joint(&unit[two[0].range.end..two[1].range.start]));
    if let Some([first, last]) = span {
        return Some(Term { opens: Some(first.clone()), closes: last.clone(), before: false });
    }
    days.into_iter().rev().find_map(|dated| {
        let front =
            unit[..dated.range.start].trim_end_matches([' ', '\u{3000}', '*', '：', ':', '为', '是', '于', '在', '|']);
        let after = unit[dated.range.end..].trim_start_matches(|it: char| it.is_whitespace() || is_of_hour(it));
        let before = ["前", "之前", "以前"].iter().any(|it| after.starts_with(it));
        let to = front.ends_with(['至', '到']);
        let closed =
            ["截止日期", "截止时间", "截止日", "截止", "截至", "截止期限"].iter().any(|it| front.ends_with(it));
        let ends = to
            && (after.is_empty()
                || after.starts_with(['止', '。', '，', '；', '（'])
                || after.starts_with("结束")
                || after.starts_with("为止"));
        (before || closed || ends).then(|| Term { opens: None, closes: dated.clone(), before })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    fn said(text: &str) -> Vec<String> {
        let near = Day::new(2018, 6, 1).expect("a day");
        let day = |it: &Dated| it.near(near).map_or("none".to_owned(), |it| it.to_string());
        let (terms, lengths) = terms(text);
        let terms = terms.iter().map(|it| {
            let opens = it.opens.as_ref().map(|it| format!("{} ", day(it))).unwrap_or_default();
            format!("{opens}{}{}", day(&it.closes), if it.before { " before" } else { "" })
        });
        terms.chain(lengths.iter().map(|it| format!("{} days", it.days))).collect()
    }

    #[test]
    fn terms_are_read_as_offices_write_them() {
        for (text, terms) in [
            ("意见反馈截止日期：2018年6月1日。", vec!["2018-06-01"]),
            ("意见反馈截止时间为2018年6月1日。", vec!["2018-06-01"]),
            ("公示时间：2018年05月02日至2018年05月10日。", vec!["2018-05-02 2018-05-10"]),
            ("公示时间：2018.5.2-2018.5.8", vec!["2018-05-02 2018-05-08"]),
            ("公示时间：2018年5月2日-5月8日", vec!["2018-05-02 2018-05-08"]),
            ("公示期：2018年5月2日至8日（5个工作日）", vec!["2018-05-02 2018-05-08"]),
            ("现予以公示。公示期为5个工作日（5月2日—8日）。", vec!["2018-05-02 2018-05-08", "5 days"]),
            ("公示期7天，自2018年5月2日起至2018年5月8日止。", vec!["2018-05-02 2018-05-08", "7 days"]),
            ("现向社会公开征求意见至6月8日。", vec!["2018-06-08"]),
            ("请于2018年6月1日前将意见反馈至示例局。", vec!["2018-06-01 before"]),
            ("请于6月1日17:00之前以书面形式提出意见。", vec!["2018-06-01 before"]),
            ("一、征求意见的时间\n\n2018年3月6日至2018年4月5日。", vec!["2018-03-06 2018-04-05"]),
            ("## 反馈方式\n\n- **时间：**2018年3月22日至4月23日；\n", vec!["2018-03-22 2018-04-23"]),
            ("截止时间：2018年6月1日\n", vec!["2018-06-01"]),
            ("**三、截止时间：**2018年6月1日24时\n", vec!["2018-06-01"]),
            ("| 公示时间 | 2018年5月2日至2018年5月8日 |\n", vec!["2018-05-02 2018-05-08"]),
            ("公示期限为七个工作日，如有异议请来电。", vec!["7 days"]),
            ("征求意见期限：30日", vec!["30 days"]),
            ("公众可在二〇一八年六月一日前提出意见和建议。", vec!["2018-06-01 before"]),
            ("欢迎提出意见，截止到2018年6月1日。", vec![]),
        ] {
            let read = said(text);
            let wanted: Vec<&str> = if text.starts_with("欢迎") { vec!["2018-06-01"] } else { terms };
            assert_eq!(read, wanted, "{text}");
        }
    }

    #[test]
    fn terms_of_other_things_are_left_alone() {
        for text in [
            "听证会报名截止时间为2018年5月20日。",
            "截至2018年5月31日，共收到意见12条。",
            "本办法自2018年7月15日起施行，有效期至2023年7月14日。",
            "第八条　拟确定的名单应当公示，公示期为15日。",
            "2018年5月2日，本局起草了征求意见稿。",
            "2018年5月2日至5月8日举办培训班。",
            "征求意见稿已于2018年3月1日前印发。",
            "申报材料请于2018年6月1日前报送，逾期不接收意见。",
        ] {
            assert_eq!(said(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[0-9一二十年月日至到前截止公示期征求意见。；\n#、（）为 -]{0,80}|.*") {
            let (terms, lengths) = terms(&text);
            for range in terms.iter().map(|it| &it.closes.range).chain(lengths.iter().map(|it| &it.range)) {
                assert!(text.get(range.clone()).is_some());
            }
        }
    }
}
