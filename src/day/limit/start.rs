//! What a time limit counts from.

use memchr::memmem;

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
    /// 作出行政决定, 结果确定.
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
    /// 答复.
    Answered,
    /// 备案.
    Filed,
    /// 资金拨付, 补贴发放.
    Paid,
    /// 送达.
    Served,
    /// Some other event, of which only its place before 之日起 or 后 is known.
    Other,
}

/// Key in JSON, official words, English after "of".
type Words = (&'static str, &'static str, &'static str);

impl Start {
    /// Every start.
    pub const ALL: [Self; 21] = [
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
        Self::Answered,
        Self::Filed,
        Self::Paid,
        Self::Served,
        Self::Other,
    ];

    fn words(self) -> Words {
        match self {
            Self::FormedOrChanged => {
                ("formed-or-changed", "信息形成或者变更", "the information being formed or changed")
            }
            Self::Formed => ("formed", "信息形成", "the information being formed"),
            Self::Changed => ("changed", "信息变更", "the information being changed"),
            Self::MadeOrObtained => ("made-or-obtained", "信息制作或者获取", "the information being made or obtained"),
            Self::Obtained => ("obtained", "信息获取", "the information being obtained"),
            Self::Decided => ("decided", "作出行政决定", "the decision"),
            Self::Approved => ("approved", "批准（批复）", "the approval"),
            Self::Published => ("published", "文件公布", "the publication of the document"),
            Self::Signed => ("signed", "合同签订", "the signing of the contract"),
            Self::Awarded => ("awarded", "中标通知书发出", "the award notice"),
            Self::Received => ("received", "收到申请", "receipt of the application"),
            Self::Ended => ("ended", "期满", "the end of the term"),
            Self::Revoked => ("revoked", "决定变更、撤销", "the decision being changed or revoked"),
            Self::Completed => ("completed", "竣工验收", "completion"),
            Self::Held => ("held", "会议召开", "the meeting"),
            Self::Effective => ("effective", "施行", "entry into force"),
            Self::Answered => ("answered", "答复", "the answer"),
            Self::Filed => ("filed", "备案", "the filing"),
            Self::Paid => ("paid", "资金拨付", "the payment"),
            Self::Served => ("served", "送达", "service of the decision"),
            Self::Other => ("other", "有关程序履行", "the event named"),
        }
    }

    /// The key in JSON.
    pub fn key(self) -> &'static str {
        self.words().0
    }

    /// The official words: `信息形成或者变更`.
    pub fn official(self) -> &'static str {
        self.words().1
    }

    /// The words in English, after "of": `the information being formed or changed`.
    pub fn english(self) -> &'static str {
        self.words().2
    }

    /// The start of this key, or that these words name.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        Self::ALL.into_iter().find(|start| start.key() == typed).or_else(|| Self::read(typed))
    }

    /// Whether the day the information was made is day 0 where nothing else is known: so it is for what the body forms itself.
    pub fn is_making(self) -> bool {
        matches!(self, Self::FormedOrChanged | Self::Formed | Self::Changed | Self::MadeOrObtained)
    }

    /// The start that words name.
    ///
    /// A subject comes before its verb and an object after it: of `征地批准文件收到` and `收到征地批准文件` the event is 收到. So the
    /// verb at the end counts (`竣工决算批复`), or else a verb that takes an object and has one (`签订中标合同`), or else the last.
    pub(super) fn read(words: &str) -> Option<Self> {
        // Of two events the later one counts.
        let words = ["后", "并且", "并"]
            .iter()
            .find_map(|joint| words.rsplit_once(joint))
            .map_or(words, |(first, last)| if Self::read(last).is_some() { last } else { first });
        // 制作完成 is making.
        let words = ["完成", "完毕", "合格"]
            .iter()
            .find_map(|tail| words.strip_suffix(tail))
            .filter(|rest| Self::ends_with_verb(rest))
            .unwrap_or(words);
        // 作出答复 is answering.
        if words.ends_with("作出答复") || words.ends_with("做出答复") {
            return Some(Self::Answered);
        }
        let has = |verbs: &[&str]| verbs.iter().any(|verb| words.contains(verb));
        if has(REVOKING) {
            return Some(Self::Revoked);
        }
        let body = ["社会", "委会", "员会", "协会"].iter().any(|body| words.ends_with(body));
        if words.ends_with('会') && !body
            || words.ends_with("会议")
            || words.contains("会议") && has(&["结束", "召开", "闭幕"])
        {
            return Some(Self::Held);
        }
        if ENDING.iter().any(|verb| words.ends_with(verb)) {
            return Some(Self::Ended);
        }
        if has(&["中标", "成交"]) && (has(&["通知书"]) || has(&["确定", "产生", "发出"])) && !has(&["签订", "收到"])
        {
            return Some(Self::Awarded);
        }
        if let Some(start) = with_object(words) {
            return Some(start);
        }
        let (_, last) = verbs(words).max_by_key(|(end, _)| *end)?;
        Some(Self::of_information(words, last))
    }

    /// Making, changing and obtaining are often named together.
    fn of_information(words: &str, last: Self) -> Self {
        if !matches!(last, Self::Formed | Self::Changed | Self::Obtained) {
            return last;
        }
        // 发生变化 is changing.
        let changing = ["发生变化", "发生变更", "发生变动"].iter().any(|tail| words.ends_with(tail));
        let of = |wanted: Self| verbs(words).any(|(_, start)| start == wanted) && !changing;
        match (of(Self::Formed), of(Self::Changed), of(Self::Obtained)) {
            (true, true, _) => Self::FormedOrChanged,
            (_, _, true) if of(Self::Formed) || of(Self::Changed) => Self::MadeOrObtained,
            _ => last,
        }
    }

    /// Whether a verb of an event ends `words`.
    pub(super) fn ends_with_verb(words: &str) -> bool {
        ENDING.iter().chain(REVOKING).any(|verb| words.ends_with(verb))
            || verbs(words).any(|(end, _)| end == words.len())
    }

    /// Whether `words` end with what a body issues, of which no verb says that anything happens to it: `行政处罚决定`.
    pub(super) fn is_issued(words: &str) -> bool {
        let noun = ["决定", "许可", "处罚", "裁决", "通知书", "公告"].iter().any(|noun| words.ends_with(noun));
        noun && with_object(words).is_none()
    }

    /// Whether `words` name nothing but what happens to information: `形成、变更`.
    pub(super) fn is_alternative(words: &str) -> bool {
        let mut rest = words;
        while let Some(shorter) = VERBS
            .iter()
            .flat_map(|(verbs, _)| verbs.iter())
            .chain(&["、", "或", "和", "及", "者", "/", "信息"])
            .find_map(|word| rest.strip_prefix(word))
        {
            rest = shorter;
        }
        rest.is_empty() && !words.is_empty()
    }
}

/// What a verb that has its object after it names: the verb begins the phrase, or stands after its subject.
fn with_object(words: &str) -> Option<Start> {
    // At the end `决定` is what was issued, `批准` what happened.
    let issued = ISSUED.iter().any(|noun| words.ends_with(noun));
    if !issued && Start::ends_with_verb(words) {
        return None;
    }
    let (start, object) = words.char_indices().find_map(|(at, _)| {
        // In the midst of a phrase that ends with a verb the last one counts: `申请受理`.
        transitive(&words[at..]).filter(|_| at == 0 || !Start::ends_with_verb(words))
    })?;
    if object.is_empty() {
        return None;
    }
    // 制定或获取文件: a second verb before the object.
    let joined = object.trim_start_matches(['或', '者', '、', '和', '及']);
    let second = (joined.len() < object.len()).then(|| transitive(joined)).flatten();
    Some(Start::of_information(words, second.map_or(start, |(second, _)| second)))
}

/// The verb with an object that begins `text`, and the object.
fn transitive(text: &str) -> Option<(Start, &str)> {
    TRANSITIVE.iter().find_map(|(verbs, start)| Some((*start, verbs.iter().find_map(|verb| text.strip_prefix(verb))?)))
}

/// The verbs of events in `words`: where each ends, and what it names.
fn verbs(words: &str) -> impl Iterator<Item = (usize, Start)> {
    VERBS.iter().flat_map(move |(verbs, start)| {
        verbs
            .iter()
            .filter_map(move |verb| Some((memmem::rfind(words.as_bytes(), verb.as_bytes())? + verb.len(), *start)))
    })
}

const REVOKING: &[&str] = &["撤销", "撤回", "确认违法", "确认无效", "废止"];

const ENDING: &[&str] = &["期满", "届满", "结束", "截止", "终了", "无异议", "闭幕", "到期"];

/// Verbs that are nouns too.
const ISSUED: &[&str] = &["决定", "许可", "处罚", "裁决", "批复", "通知书", "公告", "申请", "答复"];

/// Verbs that take an object.
const TRANSITIVE: &[(&[&str], Start)] = &[
    (&["收到", "接到", "接收", "受理", "接报"], Start::Received),
    (&["签订", "签署"], Start::Signed),
    (&["发布", "公布", "公开", "颁布"], Start::Published),
    (&["印发", "下发", "签发", "制定", "制作", "形成", "编制", "出台", "发出"], Start::Formed),
    (&["变更", "更改", "修订", "修改", "调整"], Start::Changed),
    (&["取得", "获得", "获取"], Start::Obtained),
    (&["作出", "做出", "确定"], Start::Decided),
    (&["批准", "批复", "核准", "审批"], Start::Approved),
    (&["召开", "举行"], Start::Held),
    (&["答复", "回复"], Start::Answered),
    (&["拨付", "发放", "支付"], Start::Paid),
    (&["送达"], Start::Served),
    (&["完成"], Start::Completed),
];

const VERBS: &[(&[&str], Start)] = &[
    (
        &[
            "形成", "生成", "制作", "产生", "成文", "印发", "签发", "下发", "下达", "制定", "制发", "出台", "编制",
            "发文", "发生", "发出",
        ],
        Start::Formed,
    ),
    (&["变更", "更改", "变动", "更新", "修订", "修改", "调整", "变化"], Start::Changed),
    (&["获取", "获得", "取得", "采集"], Start::Obtained),
    (&["决定", "裁决", "处罚", "许可", "作出", "做出", "确定", "认定", "评定", "决策"], Start::Decided),
    (
        &[
            "批准", "批复", "核准", "审批", "通过", "审定", "核定", "审核", "审查", "审议", "立项", "准予", "同意",
            "获批",
        ],
        Start::Approved,
    ),
    (&["公布", "公开", "发布", "刊登", "公告", "公示", "颁布"], Start::Published),
    (&["签订", "签署", "签约"], Start::Signed),
    (&["中标", "成交", "通知书"], Start::Awarded),
    (&["收到", "受理", "接到", "申请", "接收", "接报"], Start::Received),
    (&["期满", "届满", "结束", "截止", "终了", "无异议", "到期"], Start::Ended),
    (&["竣工", "验收", "完工", "办结", "完成", "结案"], Start::Completed),
    (&["召开", "举行"], Start::Held),
    (&["施行", "生效", "实施"], Start::Effective),
    (&["答复", "回复", "办复"], Start::Answered),
    (&["备案", "登记", "注册"], Start::Filed),
    (&["拨付", "发放", "支付", "兑付", "到账"], Start::Paid),
    (&["送达"], Start::Served),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_says_what_happened() {
        for (words, start) in [
            ("信息形成或者变更", Start::FormedOrChanged),
            ("信息形成或获取", Start::MadeOrObtained),
            ("制作或获取该信息", Start::MadeOrObtained),
            ("制定或获取备案政策", Start::MadeOrObtained),
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
            ("收到征地批准文件", Start::Received),
            ("县级人民政府收到征地批准文件", Start::Received),
            ("征地批准文件收到", Start::Received),
            ("签订中标合同", Start::Signed),
            ("发布处罚决定", Start::Published),
            ("收到验收报告", Start::Received),
            ("受理后作出决定", Start::Decided),
            ("中标供应商确定", Start::Awarded),
            ("发出中标通知书", Start::Awarded),
            ("公示无异议", Start::Ended),
            ("分配结果确定", Start::Decided),
            ("公开事项信息形成或变更", Start::FormedOrChanged),
            ("批后公布应在规划批准", Start::Approved),
            ("补贴发放", Start::Paid),
        ] {
            assert_eq!(Start::read(words), Some(start), "{words}");
        }
        assert_eq!(Start::read("月亮升起"), None);
        for start in Start::ALL.into_iter().filter(|start| *start != Start::Other) {
            assert_eq!(Start::read(start.official()), Some(start), "{start:?}");
        }
        assert_eq!(Start::parse("decided"), Some(Start::Decided));
        assert_eq!(Start::parse("结果确定"), Some(Start::Decided));
    }

    #[test]
    fn alternatives_are_told_from_remarks() {
        assert!(Start::is_alternative("形成、变更") && Start::is_alternative("获取"));
        assert!(!Start::is_alternative("节假日顺延") && !Start::is_alternative(""));
    }
}
