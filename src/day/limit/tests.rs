//! What phrases mean.

use super::{Anchor, Limit, LimitError, NoticeOf, Part, Retention, Start, TimeLimit, Unit, phrase::KNOWN_PHRASES};
use crate::day::Cadence;
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
        ("突发事件发生后24小时内", 24, Unit::Hour, Some(Start::Formed)),
        ("48小时内", 48, Unit::Hour, None),
        ("签订当日", 0, Unit::Day, Some(Start::Signed)),
        ("即日", 0, Unit::Day, None),
        ("自作出答复之日起15日内", 15, Unit::Day, Some(Start::Answered)),
        ("形成或变更后20个工作日内，并公示5个工作日以上", 20, Unit::Workday, Some(Start::FormedOrChanged)),
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
        ("季度终了后15个工作日内公布", Limit::Period { cadence: Cadence::Quarter, after: Some((15, Unit::Workday)) }),
        ("每半年结束后十日内", Limit::Period { cadence: Cadence::Half, after: Some((10, Unit::Day)) }),
        ("每月5日前", Limit::Period { cadence: Cadence::Month, after: Some((5, Unit::Day)) }),
        ("每月10日之前公开", Limit::Period { cadence: Cadence::Month, after: Some((10, Unit::Day)) }),
        ("每季度首月10日前", Limit::Period { cadence: Cadence::Quarter, after: Some((10, Unit::Day)) }),
        ("次月5日前", Limit::Period { cadence: Cadence::Month, after: Some((5, Unit::Day)) }),
        ("于每季度后第一个月10日前", Limit::Period { cadence: Cadence::Quarter, after: Some((10, Unit::Day)) }),
        ("每年10月", before(10, 31)),
        ("每月底前", Limit::Period { cadence: Cadence::Month, after: Some((0, Unit::Day)) }),
        ("1年", Limit::Interval { n: 12, unit: Unit::Month }),
        ("6个月", Limit::Interval { n: 6, unit: Unit::Month }),
        ("1个月", Limit::Interval { n: 1, unit: Unit::Month }),
        ("半年", Limit::Interval { n: 6, unit: Unit::Month }),
        ("每3个月更新一次", Limit::Interval { n: 3, unit: Unit::Month }),
        ("每周更新", Limit::Interval { n: 7, unit: Unit::Day }),
        ("每两周更新一次", Limit::Interval { n: 14, unit: Unit::Day }),
        ("每日", Limit::Interval { n: 1, unit: Unit::Day }),
    ] {
        assert_eq!(limit(phrase), expected, "{phrase}");
    }
}

#[test]
fn retention_and_notice() {
    let notice = |of, length| Limit::Notice { of, length };
    for (phrase, expected) in [
        ("常年公开", Limit::Duration(Retention::Standing)),
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
    assert_eq!(nearest("3个工作日或7日内"), None, "no other limit is meant");
    assert_eq!(nearest("视情况而定"), None);
    assert_eq!(nearest(&"年".repeat(1000)), None);
    assert!(TimeLimit::parse("20个工作日内，最长30个工作日").is_err(), "two limits");
    assert!(TimeLimit::parse("99999个工作日内").is_err());
    assert!(TimeLimit::parse("每年13月1日前").is_err() && TimeLimit::parse("每年2月30日前").is_err());
}

#[test]
fn json_has_the_frozen_shape() {
    let limit = TimeLimit::parse(" 批复后二十日内 ").unwrap();
    assert_eq!(
        (limit.text.as_str(), limit.limit.kind(), limit.limit.length()),
        ("批复后二十日内", "days", Some((20, Unit::Day)))
    );
    assert_eq!(limit.limit.from().map(Start::key), Some("approved"));
    let kinds: Vec<_> = ["20工作日", "20日", "实时", "及时", "同步", "6月底前", "每月", "1年", "长期", "公示期7日"]
        .iter()
        .map(|phrase| TimeLimit::parse(phrase).unwrap().limit.kind())
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
        (1_u32..400, unit(), from()).prop_map(|(n, unit, from)| Limit::Within { n, unit, from }),
        from().prop_map(|from| Limit::Within { n: 0, unit: Unit::Day, from }),
        (1_u32..99, from()).prop_map(|(n, from)| Limit::Within { n, unit: Unit::Hour, from }),
        (1_u32..40, from()).prop_map(|(n, from)| Limit::Within { n, unit: Unit::Month, from }),
        from().prop_map(|from| Limit::Realtime { from }),
        from().prop_map(|from| Limit::Prompt { from }),
        Just(Limit::Simultaneous),
        (anchor, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Limit::Before { year, month, day }),
        (1_usize..4).prop_map(|at| Limit::Period { cadence: Cadence::ALL[at], after: Some((0, Unit::Day)) }),
        (0_usize..4, proptest::option::of((1_u32..99, unit())))
            .prop_map(|(at, after)| Limit::Period { cadence: Cadence::ALL[at], after }),
        (0_usize..4, 1_u32..12)
            .prop_map(|(at, n)| Limit::Period { cadence: Cadence::ALL[at], after: Some((n, Unit::Month)) }),
        (1_u32..99).prop_map(|n| Limit::Interval { n, unit: Unit::Day }),
        (1_u32..99).prop_map(|n| Limit::Interval { n, unit: Unit::Month }),
        (1_u32..99).prop_map(|n| Limit::Duration(Retention::Years(n))),
        (of(), proptest::option::of((1_u32..99, unit()))).prop_map(|(of, length)| Limit::Notice { of, length }),
    ]
}

fn any_class() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(prop_oneof![Just("行政处罚"), Just("除处罚决定外其他内容"), Just("其他信息")])
        .prop_map(|class| class.map(str::to_owned))
}

proptest! {
    #[test]
    fn words_are_read_back(expected in any_limit()) {
        let words = expected.official();
        prop_assert_eq!(TimeLimit::parse(&words).map(|limit| limit.limit), Ok(expected), "{}", words);
        prop_assert!(expected.english().is_ascii());
    }

    #[test]
    fn parts_are_read_back(parts in proptest::collection::vec((any_limit(), any_class()), 1..4)) {
        let mut once: Vec<Part> = Vec::new();
        for (limit, class) in parts {
            // Two deadlines for one class contradict each other, and a part said twice is said once.
            let said = once.iter().any(|part| part.class == class);
            if !said {
                once.push(Part { limit, class });
            }
        }
        let expected = TimeLimit::of("", once).unwrap();
        let words = expected.official();
        let read = TimeLimit::parse(&words).map(|limit| limit.parts);
        prop_assert_eq!(read.as_ref(), Ok(&expected.parts), "{}", words);
    }

    #[test]
    fn what_is_read_says_itself_again(text in "[自每年季月日前后内个工作公开信息形成0-9二十()（）,，。半 ]{0,40}|.*") {
        if let Ok(limit) = TimeLimit::parse(&text) {
            let words = limit.official();
            let again = TimeLimit::parse(&words);
            prop_assert_eq!(again.map(|again| again.parts), Ok(limit.parts), "{} {}", text, words);
        }
    }
}

#[test]
fn nothing_is_done_within_no_time() {
    for text in [
        "0个工作日内",
        "０个工作日",
        "零日",
        "〇日内",
        "0天内",
        "00个工作日内",
        "0小时内",
        "0个月内",
        "0.5个工作日内",
        "0.5天内",
        "20个工作日内，其中行政处罚0个工作日内",
        "20个工作日内（行政处罚0个工作日内）",
        "20个工作日内，行政许可0日内",
        "20个工作日内，最长不超过0日",
        "20个工作日内（公示期0天）",
        "公示期零个工作日",
    ] {
        assert!(matches!(TimeLimit::parse(text), Err(LimitError::Unknown { .. })), "{text}");
    }
    for text in ["10个工作日内", "二〇日内", "自信息形成之日起20日内", "100天内", "1.20个工作日内公开"]
    {
        assert!(TimeLimit::parse(text).is_ok(), "{text}");
    }
}
