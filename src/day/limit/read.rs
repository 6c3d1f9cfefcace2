//! From an official phrase to its normal form.

use std::str::FromStr;

use super::fold::{clauses, fold, without_modifier, without_verb};
use super::phrase::{Pace, fixed, is_ditto, nearest, pace};
use super::recurring::{before, interval, kept, leading_length, notice, period};
use super::start::Start;
use super::value::{Limit, TimeLimit, Unit};
use crate::day::numeral::numeric;

/// Why a phrase has no normal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitError {
    /// There are no words.
    Empty,
    /// 同上: the words of the row above must be written out.
    Ditto,
    /// Not understood; the known phrase most like it.
    Unknown {
        /// One of [`KNOWN_PHRASES`](super::KNOWN_PHRASES).
        nearest: Option<&'static str>,
    },
}

impl FromStr for TimeLimit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        Self::parse(text)
    }
}

impl TimeLimit {
    /// Reads an official phrase. White space, full-width and Chinese digits, `个工作日`/`工作日`, `内`, verbs and provisos
    /// (`法律法规另有规定的，从其规定`) don't matter.
    ///
    /// # Errors
    /// When the phrase is empty, refers to the row above, or is not understood.
    pub fn parse(text: &str) -> Result<Self, LimitError> {
        let text = text.trim();
        // No limit is a page long; what is longer was pasted by mistake.
        if text.len() > 600 {
            return Err(LimitError::Unknown { nearest: nearest(text) });
        }
        let folded = fold(text);
        if folded.is_empty() {
            return Err(LimitError::Empty);
        }
        if is_ditto(&folded) {
            return Err(LimitError::Ditto);
        }
        let clauses = clauses(&folded);
        let limit = several(&clauses).unwrap_or_else(|| bracketed(&clauses.concat()));
        match limit {
            Some(limit) => Ok(Self { text: text.to_owned(), limit }),
            None => Err(LimitError::Unknown { nearest: nearest(text) }),
        }
    }
}

/// The meaning of several clauses that each mean something (`7个工作日内公开；实时更新`): the one with a number, else the first
/// that sets a deadline; two numbers contradict each other. `None` when they are parts of one phrase.
#[expect(clippy::option_option, reason = "no several clauses and contradicting ones are two answers")]
fn several(clauses: &[&str]) -> Option<Option<Limit>> {
    if clauses.len() < 2 {
        return None;
    }
    let limits: Vec<Limit> = clauses.iter().map(|clause| bracketed(clause)).collect::<Option<_>>()?;
    let mut numbered = limits.iter().filter(|limit| limit.n().is_some() || matches!(limit, Limit::Before { .. }));
    if let Some(limit) = numbered.next() {
        return Some(numbered.all(|other| other == limit).then_some(*limit));
    }
    Some(limits.iter().find(|limit| !matches!(limit, Limit::Duration(_))).or(limits.first()).copied())
}

/// The meaning of a phrase that may hold brackets.
fn bracketed(phrase: &str) -> Option<Limit> {
    if !phrase.contains('(') {
        return read(phrase);
    }
    // 形成（获取）names an alternative; （20个工作日内）after a whole phrase says what the phrase means.
    let remark = || phrase.split_once('(').and_then(|(_, rest)| within(rest.split(')').next().unwrap_or(rest)));
    read(&phrase.replace('(', "或").replace(')', "")).or_else(remark).or_else(|| read(&without_brackets(phrase)))
}

/// The meaning of a folded phrase.
fn read(phrase: &str) -> Option<Limit> {
    fixed(phrase, without_verb(phrase))
        .or_else(|| notice(phrase))
        .or_else(|| kept(phrase))
        .or_else(|| period(phrase))
        .or_else(|| before(phrase))
        .or_else(|| interval(phrase))
        .or_else(|| within(phrase))
        .or_else(|| paced(phrase))
}

/// `自信息形成或者变更之日起20个工作日内`, `批复后二十日内`, `20工作日`, `签订当日`.
fn within(phrase: &str) -> Option<Limit> {
    let core = without_verb(phrase);
    let core = ["以内", "之内", "内"].iter().find_map(|tail| core.strip_suffix(tail)).unwrap_or(core);
    for (word, n) in [("当日", 0), ("当天", 0), ("次日", 1), ("第二日", 1), ("第二天", 1)] {
        if let Some(head) = core.strip_suffix(word) {
            return Some(Limit::Within { n, unit: Unit::Day, from: start(head)? });
        }
    }
    // The last number with a unit that ends the phrase; numbers before it may belong to the start (`2018年预算批复后`).
    let mut from = 0;
    while let Some(at) = core[from..].find(|letter| numeric(letter) || letter == '半').map(|at| at + from) {
        if let Some((n, unit, "")) = leading_length(&core[at..]) {
            let from = start(without_modifier(&core[..at]))?;
            return Some(Limit::Within { n, unit, from });
        }
        from = at + core[at..].find(|letter| !(numeric(letter) || letter == '半')).unwrap_or(core.len() - at);
    }
    None
}

/// `实时公开`, `批复后及时公开`.
fn paced(phrase: &str) -> Option<Limit> {
    let (head, pace) = pace(phrase)?;
    let from = start(head)?;
    Some(match pace {
        Pace::Realtime => Limit::Realtime { from },
        Pace::Prompt => Limit::Prompt { from },
    })
}

/// What the words before the number count from: nothing said, or a start that is understood; `None` if it is not.
#[expect(clippy::option_option, reason = "nothing said and not understood are two answers")]
fn start(head: &str) -> Option<Option<Start>> {
    let mut words = head;
    while let Some(shorter) = ["之日起", "之日", "当日起", "日起", "起", "之后", "以后", "后", "的", "时"]
        .iter()
        .find_map(|tail| words.strip_suffix(tail))
    {
        words = shorter;
    }
    let words = words.strip_prefix(['自', '从', '在', '于']).unwrap_or(words);
    if words.is_empty() {
        return Some(None);
    }
    // A second limit in front of the first can't be part of a start.
    let second = ["工作日", "日内", "天内", "个月", "小时", "及时", "实时", "即时", "立即", "同步"]
        .iter()
        .any(|mark| words.contains(mark));
    if second || words.chars().count() > 40 {
        return None;
    }
    Start::read(words).map(Some)
}

/// The phrase without brackets and what they hold.
fn without_brackets(phrase: &str) -> String {
    let mut depth = 0_u32;
    phrase
        .chars()
        .filter(|letter| {
            match letter {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Cadence;
    use crate::day::limit::{Anchor, KNOWN_PHRASES, NoticeOf, Retention, Span};
    use proptest::prelude::*;

    fn limit(phrase: &str) -> Limit {
        TimeLimit::parse(phrase).unwrap_or_else(|error| panic!("{phrase}: {error:?}")).limit
    }

    #[test]
    fn working_days_and_days_in_every_wording() {
        let formed = Some(Start::FormedOrChanged);
        for (phrase, n, unit, from) in [
            ("自信息形成或者变更之日起20个工作日内", 20, Unit::Workday, formed),
            ("自该信息形成或者变更之日起20个工作日内予以公开", 20, Unit::Workday, formed),
            ("信息形成或变更之日起二十个工作日内及时公开", 20, Unit::Workday, formed),
            ("自信息形成或变更之日起 ２０ 个工作日内。", 20, Unit::Workday, formed),
            (
                "自政府信息形成或者变更之日起20个工作日内予以公开。法律、法规对政府信息公开的期限另有规定的，从其规定。",
                20,
                Unit::Workday,
                formed,
            ),
            ("按照《条例》要求，信息形成或者变更之日起20个工作日内公开", 20, Unit::Workday, formed),
            ("公开时限：信息形成之日起20个工作日内", 20, Unit::Workday, Some(Start::Formed)),
            ("信息形成（获取）之日起20个工作日", 20, Unit::Workday, Some(Start::MadeOrObtained)),
            ("自制作或获取该信息之日起20个工作日内", 20, Unit::Workday, Some(Start::MadeOrObtained)),
            ("制定或获取文件之日起10个工作日内公开", 10, Unit::Workday, Some(Start::MadeOrObtained)),
            ("20工作日", 20, Unit::Workday, None),
            ("15个工作日", 15, Unit::Workday, None),
            ("十五个工作日内", 15, Unit::Workday, None),
            ("3个工作日内公开", 3, Unit::Workday, None),
            ("最迟20个工作日内", 20, Unit::Workday, None),
            ("自作出行政决定之日起7个工作日内", 7, Unit::Workday, Some(Start::Decided)),
            ("行政许可决定作出之日起七个工作日内上网公开", 7, Unit::Workday, Some(Start::Decided)),
            ("批复后二十日内", 20, Unit::Day, Some(Start::Approved)),
            ("批准后20天内向社会公开", 20, Unit::Day, Some(Start::Approved)),
            ("2018年度部门预算批复后二十日内", 20, Unit::Day, Some(Start::Approved)),
            ("本级政府财政部门批复后二十五日内", 25, Unit::Day, Some(Start::Approved)),
            ("关联规范性文件公开3个工作日内", 3, Unit::Workday, Some(Start::Published)),
            ("文件公布后3个工作日内", 3, Unit::Workday, Some(Start::Published)),
            ("中标通知书发出之日起2个工作日内", 2, Unit::Workday, Some(Start::Awarded)),
            ("自政府采购合同签订之日起2个工作日内", 2, Unit::Workday, Some(Start::Signed)),
            ("处罚决定变更、撤销之日起3个工作日内", 3, Unit::Workday, Some(Start::Revoked)),
            ("征求意见结束后30日内", 30, Unit::Day, Some(Start::Ended)),
            ("公示期满后5个工作日内", 5, Unit::Workday, Some(Start::Ended)),
            ("会后3个工作日内", 3, Unit::Workday, Some(Start::Held)),
            ("立项后20个工作日内", 20, Unit::Workday, Some(Start::Approved)),
            ("会议结束后5个工作日内", 5, Unit::Workday, Some(Start::Held)),
            ("信息形成后一周内", 7, Unit::Day, Some(Start::Formed)),
            ("半个月内", 15, Unit::Day, None),
            ("1个月内", 1, Unit::Month, None),
            ("信息变更后1个月内", 1, Unit::Month, Some(Start::Changed)),
            ("自信息形成之日起7个工作日内公开；实时更新", 7, Unit::Workday, Some(Start::Formed)),
            ("自信息形成之日起20个工作日内，予以公开", 20, Unit::Workday, Some(Start::Formed)),
            ("突发事件发生后24小时内", 1, Unit::Day, Some(Start::Formed)),
            ("48小时内", 2, Unit::Day, None),
            ("签订当日", 0, Unit::Day, Some(Start::Signed)),
            ("当日公开", 0, Unit::Day, None),
        ] {
            assert_eq!(limit(phrase), Limit::Within { n, unit, from }, "{phrase}");
        }
    }

    #[test]
    fn pace_and_company() {
        for phrase in ["实时公开", "实时", "实时更新", "实时动态更新", "实时 公开。"] {
            assert_eq!(limit(phrase), Limit::Realtime { from: None }, "{phrase}");
        }
        for phrase in [
            "及时公开",
            "即时",
            "即时公开",
            "立即公开",
            "立即",
            "及时主动公开",
            "及时予以公开",
            "及时更新",
            "动态更新",
            "第一时间公开",
        ] {
            assert_eq!(limit(phrase), Limit::Prompt { from: None }, "{phrase}");
        }
        assert_eq!(limit("及时公开（7个工作日内）"), Limit::Within { n: 7, unit: Unit::Workday, from: None });
        assert_eq!(limit("长期公开，及时更新"), Limit::Prompt { from: None });
        assert_eq!(limit("批复后及时公开"), Limit::Prompt { from: Some(Start::Approved) });
        assert_eq!(limit("信息形成或者变更后及时公开"), Limit::Prompt { from: Some(Start::FormedOrChanged) });
        for phrase in ["同步公开", "与文件同步", "与政策文件同步公开", "与文件同步发布", "同步"]
        {
            assert_eq!(limit(phrase), Limit::Simultaneous, "{phrase}");
        }
    }

    #[test]
    fn fixed_days_and_periods() {
        let before = |month, day| Limit::Before { year: Anchor::Every, month, day };
        for (phrase, expected) in [
            ("每年1月31日前", before(1, 31)),
            ("每年1月31日之前公开", before(1, 31)),
            ("每年一月三十一日前", before(1, 31)),
            ("6月底前", before(6, 30)),
            ("每年2月底前", before(2, 28)),
            ("每年6月底前公开", before(6, 30)),
            ("年底前", before(12, 31)),
            ("每年底前", before(12, 31)),
            ("每年第一季度", before(3, 31)),
            ("次年1月31日前", Limit::Before { year: Anchor::Next, month: 1, day: 31 }),
            ("2018年12月31日前", Limit::Before { year: Anchor::Only(2018), month: 12, day: 31 }),
            ("2020年2月底前", Limit::Before { year: Anchor::Only(2020), month: 2, day: 29 }),
            ("每季度", Limit::Period { cadence: Cadence::Quarter, after: None }),
            ("每季度更新一次", Limit::Period { cadence: Cadence::Quarter, after: None }),
            ("每季度更新1次", Limit::Period { cadence: Cadence::Quarter, after: None }),
            ("每季更新", Limit::Period { cadence: Cadence::Quarter, after: None }),
            ("按月公开", Limit::Period { cadence: Cadence::Month, after: None }),
            ("季度", Limit::Period { cadence: Cadence::Quarter, after: None }),
            ("每年", Limit::Period { cadence: Cadence::Year, after: None }),
            ("每季度结束后10日内", Limit::Period { cadence: Cadence::Quarter, after: Some((10, Unit::Day)) }),
            (
                "季度终了后15个工作日内公布",
                Limit::Period { cadence: Cadence::Quarter, after: Some((15, Unit::Workday)) },
            ),
            ("每半年结束后十日内", Limit::Period { cadence: Cadence::Half, after: Some((10, Unit::Day)) }),
            ("每月5日前", Limit::Period { cadence: Cadence::Month, after: Some((5, Unit::Day)) }),
            ("每月10日之前公开", Limit::Period { cadence: Cadence::Month, after: Some((10, Unit::Day)) }),
            ("每季度首月10日前", Limit::Period { cadence: Cadence::Quarter, after: Some((10, Unit::Day)) }),
            ("次月5日前", Limit::Period { cadence: Cadence::Month, after: Some((5, Unit::Day)) }),
            ("于每季度后第一个月10日前", Limit::Period { cadence: Cadence::Quarter, after: Some((10, Unit::Day)) }),
            ("每年10月", before(10, 31)),
            ("每月底前", Limit::Period { cadence: Cadence::Month, after: Some((0, Unit::Day)) }),
            ("1年", Limit::Interval { n: 12, span: Span::Months }),
            ("6个月", Limit::Interval { n: 6, span: Span::Months }),
            ("1个月", Limit::Interval { n: 1, span: Span::Months }),
            ("半年", Limit::Interval { n: 6, span: Span::Months }),
            ("每3个月更新一次", Limit::Interval { n: 3, span: Span::Months }),
            ("每周更新", Limit::Interval { n: 7, span: Span::Days }),
            ("每两周更新一次", Limit::Interval { n: 14, span: Span::Days }),
            ("每日", Limit::Interval { n: 1, span: Span::Days }),
        ] {
            assert_eq!(limit(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn retention_and_notice() {
        let notice = |of, length| Limit::Notice { of, length };
        for (phrase, expected) in [
            ("常年公开", Limit::Duration(Retention::Compliance)),
            ("长期公开", Limit::Duration(Retention::LongTerm)),
            ("长期最新有效", Limit::Duration(Retention::Latest)),
            ("永久公开", Limit::Duration(Retention::Permanent)),
            ("限时公开", Limit::Duration(Retention::Limited)),
            ("任期内", Limit::Duration(Retention::InOffice)),
            ("公开5年", Limit::Duration(Retention::Years(5))),
            ("提前公开", notice(NoticeOf::Ahead, None)),
            ("事前", notice(NoticeOf::Ahead, None)),
            ("提前7日公开", notice(NoticeOf::Ahead, Some((7, Unit::Day)))),
            ("集中公示不少于7天", notice(NoticeOf::Notice, Some((7, Unit::Day)))),
            ("公示期7日", notice(NoticeOf::Notice, Some((7, Unit::Day)))),
            ("公示期不少于7日", notice(NoticeOf::Notice, Some((7, Unit::Day)))),
            ("公示不少于5个工作日", notice(NoticeOf::Notice, Some((5, Unit::Workday)))),
            ("公示期为七天", notice(NoticeOf::Notice, Some((7, Unit::Day)))),
            ("不少于30日", notice(NoticeOf::Notice, Some((30, Unit::Day)))),
            ("公开征求意见期限一般不少于三十日", notice(NoticeOf::Comments, Some((30, Unit::Day)))),
        ] {
            assert_eq!(limit(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn what_is_not_understood_gets_the_nearest_phrase() {
        assert_eq!(TimeLimit::parse(" 　"), Err(LimitError::Empty));
        assert_eq!(TimeLimit::parse("同上"), Err(LimitError::Ditto));
        assert_eq!(TimeLimit::parse("〃"), Err(LimitError::Ditto));
        let nearest = |phrase: &str| match TimeLimit::parse(phrase) {
            Err(LimitError::Unknown { nearest }) => nearest,
            other => panic!("{phrase}: {other:?}"),
        };
        assert_eq!(nearest("自信息形成或者变更之日起20个工作曰内"), Some("自信息形成或者变更之日起20个工作日内"));
        assert_eq!(nearest("实事公开"), Some("实时公开"));
        assert_eq!(nearest("3个工作日或7日内"), Some("20个工作日内"));
        assert_eq!(nearest("视情况而定"), None);
        assert_eq!(nearest(&"年".repeat(1000)), None);
        assert!(TimeLimit::parse("20个工作日内，最长30个工作日").is_err(), "two limits");
        assert!(TimeLimit::parse("99999个工作日内").is_err());
        assert!(TimeLimit::parse("每年13月1日前").is_err() && TimeLimit::parse("每年2月30日前").is_err());
    }

    #[test]
    fn json_has_the_frozen_shape() {
        let limit = TimeLimit::parse(" 批复后二十日内 ").unwrap();
        assert_eq!((limit.text.as_str(), limit.kind(), limit.n()), ("批复后二十日内", "days", Some(20)));
        assert_eq!(limit.from().map(Start::key), Some("approved"));
        let kinds: Vec<_> = ["20工作日", "20日", "实时", "及时", "同步", "6月底前", "每月", "1年", "长期", "公示期7日"]
            .iter()
            .map(|phrase| TimeLimit::parse(phrase).unwrap().kind())
            .collect();
        assert_eq!(
            kinds,
            [
                "workdays",
                "days",
                "realtime",
                "prompt",
                "simultaneous",
                "before",
                "period",
                "interval",
                "duration",
                "notice"
            ]
        );
    }

    #[test]
    fn every_known_phrase_says_itself() {
        for phrase in KNOWN_PHRASES {
            assert_eq!(limit(phrase).official().replace("更新一次", ""), *phrase);
        }
    }

    fn any_limit() -> impl Strategy<Value = Limit> {
        let unit = || prop_oneof![Just(Unit::Day), Just(Unit::Workday)];
        let from = || proptest::option::of((0..Start::ALL.len()).prop_map(|at| Start::ALL[at]));
        let anchor = prop_oneof![Just(Anchor::Every), Just(Anchor::Next), (1900_i32..2200).prop_map(Anchor::Only)];
        let of = || prop_oneof![Just(NoticeOf::Notice), Just(NoticeOf::Comments), Just(NoticeOf::Ahead)];
        prop_oneof![
            (0_u32..400, unit(), from()).prop_map(|(n, unit, from)| Limit::Within { n, unit, from }),
            (1_u32..40, from()).prop_map(|(n, from)| Limit::Within { n, unit: Unit::Month, from }),
            from().prop_map(|from| Limit::Realtime { from }),
            from().prop_map(|from| Limit::Prompt { from }),
            Just(Limit::Simultaneous),
            (anchor, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Limit::Before { year, month, day }),
            (0_usize..4, proptest::option::of((0_u32..99, unit())))
                .prop_map(|(at, after)| Limit::Period { cadence: Cadence::ALL[at], after }),
            (1_u32..99).prop_map(|n| Limit::Interval { n, span: Span::Days }),
            (1_u32..99).prop_map(|n| Limit::Interval { n, span: Span::Months }),
            (1_u32..99).prop_map(|n| Limit::Duration(Retention::Years(n))),
            (of(), proptest::option::of((1_u32..99, unit()))).prop_map(|(of, length)| Limit::Notice { of, length }),
        ]
    }

    proptest! {
        #[test]
        fn words_are_read_back(expected in any_limit()) {
            let words = expected.official();
            prop_assert_eq!(TimeLimit::parse(&words).map(|limit| limit.limit), Ok(expected), "{}", words);
            prop_assert!(expected.english().is_ascii());
        }

        #[test]
        fn no_text_breaks_it(text in "[自每年季月日前后内个工作公开信息形成0-9二十()（）,，。半 ]{0,40}|.*") {
            let _ = TimeLimit::parse(&text);
        }
    }
}
