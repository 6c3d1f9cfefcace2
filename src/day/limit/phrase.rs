//! Fixed phrases, and the phrases offered to someone whose words were not understood.

use super::fold::fold;
use super::value::{Limit, NoticeOf, Retention};

/// Phrases of real catalogues, as they are best written.
pub(super) const KNOWN_PHRASES: &[&str] = &[
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

/// The known phrase that `text` means, written with a slip: one letter other than it should be, and no number among those that differ.
pub(super) fn nearest(text: &str) -> Option<&'static str> {
    let typed: String = fold(text).chars().take(60).collect();
    let digits = |phrase: &str| phrase.chars().filter(char::is_ascii_digit).collect::<String>();
    KNOWN_PHRASES.iter().copied().find(|phrase| {
        let phrase = fold(phrase);
        phrase.chars().count() > 3
            && strsim::damerau_levenshtein(&phrase, &typed) == 1
            && digits(&phrase) == digits(&typed)
    })
}

/// The same as in the row above.
pub(super) fn is_ditto(folded: &str) -> bool {
    matches!(folded, "同上" | "同前" | "同左" | "上同" | "同上款" | "同上一项" | "〃" | "″" | "々" | "′′")
}

/// What a phrase without a number means; `core` is the phrase without its verb.
pub(super) fn fixed(phrase: &str, core: &str) -> Option<Limit> {
    if let Some(retention) = retention(phrase) {
        return Some(Limit::Duration(retention));
    }
    match phrase {
        "公示期内" | "公示期" | "公示期间" | "公示期内公开" => {
            return Some(Limit::Notice { of: NoticeOf::Notice, length: None });
        }
        "征求意见期内" | "征求意见期" | "征求意见期间" | "征求意见期内公开" => {
            return Some(Limit::Notice { of: NoticeOf::Comments, length: None });
        }
        _ => {}
    }
    if matches!(core, "提前" | "事前" | "事先" | "提前公示" | "事前公示") {
        return Some(Limit::Notice { of: NoticeOf::Ahead, length: None });
    }
    is_simultaneous(core).then_some(Limit::Simultaneous)
}

/// `同步公开`, `随文件一并公开`, `受理时公开`.
fn is_simultaneous(core: &str) -> bool {
    // 及时, 实时 … say how quickly.
    let pace = ["及时", "实时", "即时", "随时", "适时", "限时", "定时", "按时", "小时"];
    core.ends_with("同步")
        || core.ends_with("同时")
        || core.ends_with("一并")
        || core.starts_with("同步")
        || core.chars().count() > 2 && core.ends_with('时') && !pace.iter().any(|word| core.ends_with(word))
}

/// How long something stays public, said without a number.
fn retention(phrase: &str) -> Option<Retention> {
    // 保持长期公开, 长期、最新有效: what the words around say is clear.
    const AROUND: &[&str] =
        &["公开", "公示", "保持", "保留", "展示", "发布", "主动", "予以", "在线", "期限", "时长", "为", ":", "、"];
    let mut core = phrase.rsplit_once("之日起").map_or(phrase, |(_, rest)| rest);
    while let Some(shorter) = AROUND.iter().find_map(|word| core.strip_prefix(word).or_else(|| core.strip_suffix(word)))
    {
        core = shorter;
    }
    Some(match core {
        "常年" | "全年" | "长年" | "常态" | "常态化" | "全年常态化" => Retention::Standing,
        "长期" | "长期有效" | "长效" | "长久" => Retention::LongTerm,
        "长期最新有效" | "长期公开最新有效" | "长期、最新有效" | "最新有效" => {
            Retention::Latest
        }
        "永久" | "永久有效" | "永久性" => Retention::Permanent,
        "限时" | "限期" => Retention::Limited,
        "任期内" | "任职期间" | "任职期内" | "任期" | "在任期间" | "任职内" => Retention::InOffice,
        "有效期内" | "有效期间" | "有效期" | "存续期内" | "存续期间" => Retention::WhileValid,
        _ if ["至", "直至", "直到"].iter().any(|word| core.starts_with(word))
            && ["届满", "废止", "失效", "期满", "终止"].iter().any(|word| core.ends_with(word)) =>
        {
            Retention::WhileValid
        }
        _ => return None,
    })
}

/// How quickly, where no number says it.
#[derive(Clone, Copy)]
pub(super) enum Pace {
    Realtime,
    Prompt,
}

/// The pace that `phrase` states, and the words before it: `批复后及时公开` → (`批复后`, prompt).
pub(super) fn pace(phrase: &str) -> Option<(&str, Pace)> {
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
    if is_refresh(phrase) || is_by_progress(phrase) {
        return Some(("", if phrase.contains("实时") { Pace::Realtime } else { Pace::Prompt }));
    }
    let (at, pace) =
        PACES.iter().filter_map(|(word, pace)| Some((phrase.rfind(word)?, *pace))).max_by_key(|it| it.0)?;
    Some((&phrase[..at], pace))
}

/// `动态更新`: it is kept up to date.
pub(super) fn is_refresh(phrase: &str) -> bool {
    matches!(
        phrase,
        "动态更新"
            | "动态调整"
            | "动态公开"
            | "动态"
            | "动态管理"
            | "动态维护"
            | "更新"
            | "调整"
            | "动态化"
            | "动态更新调整"
    )
}

/// `按进度公开`, `依法公开`, `按规定时限公开`: when it is due by its nature or by law, which is promptly and no later than the law says.
fn is_by_progress(phrase: &str) -> bool {
    const MEASURES: &[&str] = &[
        "进展",
        "进度",
        "进程",
        "程序",
        "规定",
        "法定",
        "法律",
        "要求",
        "时序",
        "节点",
        "阶段",
        "推进",
        "实施情况",
        "开展情况",
        "工作实际",
    ];
    const ENDS: &[&str] =
        &["公开", "公布", "发布", "公示", "公告", "更新", "动态调整", "时限", "期限", "时间", "节点", "进度", "进展"];
    let opened = ["按", "根据", "依", "随", "遵照", "参照", "法定"].iter().any(|word| phrase.starts_with(word));
    let lawful = matches!(phrase, "依法" | "依法公开" | "依法主动公开" | "依法依规公开" | "依法予以公开" | "依规公开");
    lawful
        || opened
            && MEASURES.iter().any(|word| phrase.contains(word))
            && ENDS.iter().any(|word| phrase.trim_end_matches('内').ends_with(word))
}
