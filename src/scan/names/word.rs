//! Words that are names, and parts of longer words that may be.

use crate::scan::person::{is_body, is_han, is_masked, is_name};

/// Words that begin with a surname's character and are no names; notices are full of them.
const COMMON: [&str; 92] = [
    "高效",
    "方便",
    "文明",
    "高中",
    "时任",
    "曾任",
    "曾用名",
    "任何",
    "包括",
    "方向",
    "常用",
    "时期",
    "平台",
    "党校",
    "党委",
    "党组",
    "党内",
    "党纪",
    "党政",
    "白班",
    "满意",
    "满分",
    "满额",
    "成绩",
    "成立",
    "成员",
    "成年",
    "成熟",
    "成人",
    "文书",
    "文字",
    "文科",
    "文学",
    "文凭",
    "文体",
    "文物",
    "任用",
    "任教",
    "任免",
    "任前",
    "任意",
    "方可",
    "安置",
    "安装",
    "安保",
    "安徽",
    "江西",
    "江苏",
    "云南",
    "海南",
    "湖南",
    "温馨",
    "管辖",
    "管护",
    "管控",
    "应届",
    "应聘",
    "应当",
    "应为",
    "应用",
    "应试",
    "时候",
    "时事",
    "时政",
    "常识",
    "常规",
    "常年",
    "常态",
    "单项",
    "单独",
    "单亲",
    "单身",
    "项下",
    "连同",
    "全体",
    "全程",
    "全日制",
    "全国",
    "全省",
    "全县",
    "和谐",
    "施工",
    "施行",
    "车间",
    "段落",
    "凌晨",
    "计算机",
    "计分",
    "金融",
    "汤圆",
    "段位",
    "于是",
];

/// In what places, peoples, posts and papers end.
const ENDINGS: [&str; 36] = [
    "族", "县", "市", "区", "镇", "乡", "村", "街", "路", "省", "组", "岗", "屯", "庄", "寨", "社", "社区", "员", "师",
    "长", "证", "表", "书", "号", "费", "款", "期", "类", "型", "级", "度", "率", "额", "位", "权", "法",
];

/// Whether `text` is surely the whole name of a person.
pub(super) fn is_person(text: &str) -> bool {
    is_name(text)
        && !is_masked(text)
        && !COMMON.iter().any(|word| text.starts_with(word))
        && (text.contains('·') || text.chars().count() < 3 || !ENDINGS.iter().any(|it| text.ends_with(it)))
        && !(text.chars().count() == 2
            && ["族", "县", "市", "区", "镇", "乡", "村", "街", "路", "省", "庄", "号"]
                .iter()
                .any(|it| text.ends_with(it)))
}

/// Whether `text` may be a name where a name is expected.
pub(super) fn is_perhaps(text: &str) -> bool {
    let count = text.chars().count();
    let han = text.chars().all(|char| is_han(char) || char == '·')
        && (2..=if text.contains('·') { 24 } else { 5 }).contains(&count);
    let latin = count > 3
        && count <= 60
        && text.chars().all(|char| char.is_ascii_alphabetic() || matches!(char, ' ' | '.' | '-' | '\''));
    (han || latin) && !is_body(text) && !is_masked(text) && !is_no_answer(text) && !COMMON.contains(&text)
}

/// Words that stand where a name was asked for and none is given.
fn is_no_answer(text: &str) -> bool {
    const NONE: [&str; 22] = [
        "见附件",
        "附后",
        "详见",
        "如下",
        "下列",
        "以下",
        "无",
        "不详",
        "略",
        "空缺",
        "待定",
        "同上",
        "暂无",
        "本人",
        "身份证",
        "名单",
        "人员",
        "见下表",
        "另附",
        "男",
        "女",
        "电话",
    ];
    const MANY: [&str; 20] = [
        "全体", "各", "有关", "村民", "居民", "市民", "公民", "职工", "群众", "企业", "单位", "学生", "教师", "干部",
        "党员", "社会", "家庭", "农户", "以上", "符合",
    ];
    MANY.iter().any(|it| text.contains(it))
        || NONE.iter().any(|it| text.starts_with(it))
        || text.ends_with("名单")
        || text.ends_with("表")
}

/// `text` without the words that announce what follows.
pub(super) fn unannounced(text: &str) -> &str {
    const WORDS: [&str; 26] = [
        "公示",
        "公布",
        "通报",
        "现公示",
        "经研究",
        "现将",
        "兹将",
        "拟将",
        "决定",
        "同意",
        "其中",
        "包括",
        "以及",
        "我局",
        "本局",
        "我县",
        "本县",
        "我市",
        "本市",
        "我区",
        "本区",
        "我校",
        "本校",
        "现有",
        "分别是",
        "拟",
    ];
    let mut rest = text.trim();
    while let Some(after) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = after;
    }
    rest
}

/// What at the end of `run` may be a name: every ending that is one. The whole where it is no longer than a name.
pub(super) fn tails(run: &str) -> Vec<String> {
    let run = run.trim();
    if run.contains('·') {
        return run
            .split(|char: char| !is_han(char) && char != '·')
            .filter(|it| is_name(it))
            .map(str::to_owned)
            .collect();
    }
    let starts: Vec<usize> = run.char_indices().map(|it| it.0).collect();
    let tail = |length: usize| starts.len().checked_sub(length).map(|at| &run[starts[at]..]);
    [2, 3, 4].into_iter().filter_map(tail).filter(|it| is_person(it)).map(str::to_owned).collect()
}

/// What at the start of `text` may be a name.
pub(super) fn candidates(text: &str) -> impl Iterator<Item = &str> {
    [2, 3, 4].into_iter().filter_map(move |length| {
        let end = text.char_indices().nth(length).map_or(text.len(), |it| it.0);
        let name = &text[..end];
        (name.chars().count() == length && is_person(name)).then_some(name)
    })
}
