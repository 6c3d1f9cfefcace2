//! Fixed phrases, and the phrases offered to someone whose words were not understood.

use super::fold::fold;
use super::value::{Limit, NoticeOf, Retention};

/// Phrases of real catalogues, as they are best written.
pub const KNOWN_PHRASES: &[&str] = &[
    "自信息形成或者变更之日起20个工作日内",
    "自信息形成之日起20个工作日内",
    "自信息制作或者获取之日起20个工作日内",
    "自作出行政决定之日起7个工作日内",
    "自批准（批复）之日起20日内",
    "自文件公布之日起3个工作日内",
    "20个工作日内",
    "实时公开",
    "及时公开",
    "同步公开",
    "每年1月31日前",
    "次年1月31日前",
    "每月",
    "每季度",
    "每半年",
    "每月结束后5日内",
    "每季度结束后10日内",
    "每半年结束后10日内",
    "6个月",
    "1年",
    "常年公开",
    "长期公开",
    "永久公开",
    "限时公开",
    "任期内公开",
    "提前公开",
    "公示期不少于7日",
    "征求意见期不少于30日",
];

/// The known phrase most like `text`, if any is like it.
pub(super) fn nearest(text: &str) -> Option<&'static str> {
    let typed: String = fold(text).chars().take(60).collect();
    let mut best: Option<(f64, &'static str)> = None;
    for phrase in KNOWN_PHRASES {
        let near = strsim::normalized_damerau_levenshtein(&fold(phrase), &typed);
        if near >= 0.3 && best.is_none_or(|(so_far, _)| near > so_far) {
            best = Some((near, phrase));
        }
    }
    best.map(|(_, phrase)| phrase)
}

/// The same as in the row above.
pub(super) fn is_ditto(folded: &str) -> bool {
    matches!(folded, "同上" | "同前" | "同左" | "上同" | "同上款" | "同上一项" | "〃" | "″" | "々" | "′′")
}

/// What a phrase without a number means; `core` is the phrase without its verb.
pub(super) fn fixed(phrase: &str, core: &str) -> Option<Limit> {
    let retention = match phrase {
        "常年公开" | "常年公示" | "常年" | "全年公开" | "常态公开" | "常态化公开" => {
            Some(Retention::Compliance)
        }
        "长期公开" | "长期公示" | "长期" | "长期有效" => Some(Retention::LongTerm),
        "长期最新有效" | "长期公开最新有效" | "最新有效" => Some(Retention::Latest),
        "永久公开" | "永久" | "永久有效" => Some(Retention::Permanent),
        "限时公开" | "限时" | "限期公开" => Some(Retention::Limited),
        "任期内" | "任期内公开" | "任职期间" | "任职期间公开" | "任职期内" | "任职期内公开" => {
            Some(Retention::InOffice)
        }
        "有效期内" | "有效期内公开" | "有效期间" | "有效期间公开" => Some(Retention::WhileValid),
        _ => None,
    };
    if let Some(retention) = retention {
        return Some(Limit::Duration(retention));
    }
    match phrase {
        "提前公开" | "提前" | "事前公开" | "事前" | "事先公开" | "提前公示" | "事前公示" => {
            return Some(Limit::Notice { of: NoticeOf::Ahead, length: None });
        }
        "公示期内" | "公示期" | "公示期内公开" => {
            return Some(Limit::Notice { of: NoticeOf::Notice, length: None });
        }
        "征求意见期内" | "征求意见期" | "征求意见期内公开" => {
            return Some(Limit::Notice { of: NoticeOf::Comments, length: None });
        }
        _ => {}
    }
    (core.ends_with("同步") || core.ends_with("同时") || core.starts_with("同步")).then_some(Limit::Simultaneous)
}

/// How quickly, where no number says it.
pub(super) enum Pace {
    Realtime,
    Prompt,
}

/// The pace that ends `phrase`, and the words before it: `批复后及时公开` → (`批复后`, prompt).
pub(super) fn pace(phrase: &str) -> Option<(&str, Pace)> {
    const TAILS: &[&str] =
        &["公开", "公布", "发布", "更新", "主动", "予以", "向社会", "动态", "上网", "公示", "公告", "调整", "并"];
    const PACES: &[(&str, Pace)] = &[
        ("实时", Pace::Realtime),
        ("即时", Pace::Prompt),
        ("立即", Pace::Prompt),
        ("及时", Pace::Prompt),
        ("随时", Pace::Prompt),
        ("适时", Pace::Prompt),
        ("尽快", Pace::Prompt),
        ("尽早", Pace::Prompt),
        ("第一时间", Pace::Prompt),
    ];
    if matches!(phrase, "动态更新" | "动态调整" | "动态公开" | "动态") {
        return Some(("", Pace::Prompt));
    }
    let mut rest = phrase;
    loop {
        if let Some((word, pace)) = PACES.iter().find(|(word, _)| rest.ends_with(word)) {
            let pace = if matches!(pace, Pace::Realtime) { Pace::Realtime } else { Pace::Prompt };
            return Some((&rest[..rest.len() - word.len()], pace));
        }
        rest = TAILS.iter().find_map(|tail| rest.strip_suffix(tail))?;
    }
}
