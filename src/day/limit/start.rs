//! What a time limit counts from.

/// The event whose day is day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Start {
    /// 信息形成或者变更: the statutory start (条例 art. 26; 2008: art. 18).
    FormedOrChanged,
    /// 信息形成.
    Formed,
    /// 信息变更.
    Changed,
    /// 制作或者获取.
    MadeOrObtained,
    /// 信息获取.
    Obtained,
    /// 作出行政决定.
    Decided,
    /// 批准, 批复.
    Approved,
    /// The document was published: 文件公布.
    Published,
    /// 合同签订.
    Signed,
    /// 中标通知书发出.
    Awarded,
    /// 收到申请, 受理.
    Received,
    /// The end of a term: 期满.
    Ended,
    /// 决定被变更、撤销.
    Revoked,
    /// 竣工验收, 办结.
    Completed,
    /// 会议召开.
    Held,
    /// 施行.
    Effective,
}

impl Start {
    /// Every start.
    pub const ALL: [Self; 16] = [
        Self::FormedOrChanged,
        Self::Formed,
        Self::Changed,
        Self::MadeOrObtained,
        Self::Obtained,
        Self::Decided,
        Self::Approved,
        Self::Published,
        Self::Signed,
        Self::Awarded,
        Self::Received,
        Self::Ended,
        Self::Revoked,
        Self::Completed,
        Self::Held,
        Self::Effective,
    ];

    /// The key in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::FormedOrChanged => "formed-or-changed",
            Self::Formed => "formed",
            Self::Changed => "changed",
            Self::MadeOrObtained => "made-or-obtained",
            Self::Obtained => "obtained",
            Self::Decided => "decided",
            Self::Approved => "approved",
            Self::Published => "published",
            Self::Signed => "signed",
            Self::Awarded => "awarded",
            Self::Received => "received",
            Self::Ended => "ended",
            Self::Revoked => "revoked",
            Self::Completed => "completed",
            Self::Held => "held",
            Self::Effective => "effective",
        }
    }

    /// The official words: `信息形成或者变更`.
    pub fn official(self) -> &'static str {
        match self {
            Self::FormedOrChanged => "信息形成或者变更",
            Self::Formed => "信息形成",
            Self::Changed => "信息变更",
            Self::MadeOrObtained => "信息制作或者获取",
            Self::Obtained => "信息获取",
            Self::Decided => "作出行政决定",
            Self::Approved => "批准（批复）",
            Self::Published => "文件公布",
            Self::Signed => "合同签订",
            Self::Awarded => "中标通知书发出",
            Self::Received => "收到申请",
            Self::Ended => "期满",
            Self::Revoked => "决定变更、撤销",
            Self::Completed => "竣工验收",
            Self::Held => "会议召开",
            Self::Effective => "施行",
        }
    }

    /// The words in English, after "of": `the information being formed or changed`.
    pub fn english(self) -> &'static str {
        match self {
            Self::FormedOrChanged => "the information being formed or changed",
            Self::Formed => "the information being formed",
            Self::Changed => "the information being changed",
            Self::MadeOrObtained => "the information being made or obtained",
            Self::Obtained => "the information being obtained",
            Self::Decided => "the decision",
            Self::Approved => "the approval",
            Self::Published => "the publication of the document",
            Self::Signed => "the signing of the contract",
            Self::Awarded => "the award notice",
            Self::Received => "receipt of the application",
            Self::Ended => "the end of the term",
            Self::Revoked => "the decision being changed or revoked",
            Self::Completed => "completion",
            Self::Held => "the meeting",
            Self::Effective => "entry into force",
        }
    }

    /// The start that words name: the last verb decides, for what happened stands at the end (`竣工决算批复`).
    pub(super) fn read(words: &str) -> Option<Self> {
        let has = |verbs: &[&str]| verbs.iter().any(|verb| words.contains(verb));
        if has(REVOKING) {
            return Some(Self::Revoked);
        }
        if matches!(words, "会" | "会议") || words.contains("会议") && has(&["结束", "召开", "闭幕"]) {
            return Some(Self::Held);
        }
        let (_, last) = VERBS
            .iter()
            .flat_map(|(verbs, start)| verbs.iter().filter_map(|verb| Some((words.rfind(verb)?, *start))))
            .max_by_key(|(at, _)| *at)?;
        if !matches!(last, Self::Formed | Self::Changed | Self::Obtained) {
            return Some(last);
        }
        let of = |wanted: Self| VERBS.iter().any(|(verbs, start)| *start == wanted && has(verbs));
        Some(match (of(Self::Formed), of(Self::Changed), of(Self::Obtained)) {
            (true, true, _) => Self::FormedOrChanged,
            (_, _, true) if of(Self::Formed) || of(Self::Changed) => Self::MadeOrObtained,
            _ => last,
        })
    }
}

const REVOKING: &[&str] = &["撤销", "撤回", "确认违法", "确认无效", "废止"];

const VERBS: &[(&[&str], Start)] = &[
    (
        &[
            "形成", "生成", "制作", "产生", "成文", "印发", "签发", "下发", "制定", "制发", "出台", "编制", "发文",
            "发生",
        ],
        Start::Formed,
    ),
    (&["变更", "变动", "更新", "修订", "修改", "调整", "变化"], Start::Changed),
    (&["获取", "获得", "取得", "采集"], Start::Obtained),
    (&["决定", "裁决", "处罚", "许可"], Start::Decided),
    (&["批准", "批复", "核准", "审批", "通过", "审定", "核定", "审核", "审查", "立项"], Start::Approved),
    (&["公布", "公开", "发布", "刊登", "公告", "公示"], Start::Published),
    (&["签订", "签署", "签约"], Start::Signed),
    (&["中标", "成交", "通知书"], Start::Awarded),
    (&["收到", "受理", "接到", "申请", "接收"], Start::Received),
    (&["期满", "届满", "结束", "截止", "终了"], Start::Ended),
    (&["竣工", "验收", "完工", "办结", "完成"], Start::Completed),
    (&["召开"], Start::Held),
    (&["施行", "生效", "实施"], Start::Effective),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_verb_says_what_happened() {
        for (words, start) in [
            ("信息形成或者变更", Start::FormedOrChanged),
            ("信息形成或获取", Start::MadeOrObtained),
            ("制作或获取该信息", Start::MadeOrObtained),
            ("竣工决算批复", Start::Approved),
            ("部门预算经本级政府财政部门批复", Start::Approved),
            ("项目通过验收", Start::Completed),
            ("作出行政处罚决定", Start::Decided),
            ("行政处罚决定被依法变更、撤销", Start::Revoked),
            ("关联规范性文件公开", Start::Published),
            ("中标候选人公示结束", Start::Ended),
            ("会议结束", Start::Held),
            ("政府采购合同签订", Start::Signed),
            ("文件印发", Start::Formed),
        ] {
            assert_eq!(Start::read(words), Some(start), "{words}");
        }
        assert_eq!(Start::read("月亮升起"), None);
        for start in Start::ALL {
            assert_eq!(Start::read(start.official()), Some(start), "{start:?}");
        }
    }
}
