//! Names in a line, as those who write notices make them known: by labels, in lists, and by what stands beside a name and beside
//! nothing else.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

use super::{
    known::{Known, is_blank},
    told::Told,
    word::{candidates, is_perhaps, is_person, tails, unannounced},
};
use crate::scan::person::{is_body, is_han, is_masked};

/// Labels before names.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:姓名|姓[ \u{3000}]+名|名单|人选|人员|对象|户主|户名|当事人|申请人|被处罚人|违法行为人|候选人|考生|学生|家长|监护人|",
        "持证人|领取人|受助人|收款人|来信人|信访人|投诉人|举报人|获奖者|获得者|入围者|中签者|法定代表人|负责人|责任人|经办人|联系人|",
        "本人|死者|患者|成员|组长|拟任|拟聘|拟录用|拟聘用|拟提拔|拟推荐)(?:如下|为)?",
        r"[*_ \u{3000}]*(?:（[^）\n]{0,40}）|\([^)\n]{0,40}\))?[*_ \u{3000}]*[:：]"
    ))
    .expect("a pattern")
});

/// Labels of any other kind.
static ANY_LABEL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\p{Han}0-9]{1,12}[:：]").expect("a pattern"));

/// A name behind 姓名 and a blank, as in forms.
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"姓[ \u{3000}]*名[ \u{3000}]+([\p{Han}·]{2,5})(?:[ \u{3000}，,。；;]|$)").expect("a pattern")
});

/// What stands behind a name.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"([\p{Han}·•・ \u{3000}]{2,24}?)(?:(同志|先生|女士)|",
        r"([（(][男女]|[，,、][ ]*[男女][，,、。)）]|[，,][ ]*性别|[，,（(][ ]*(?:公民)?身份证?号|[，,（(][ ]*(?:准考证号|曾用名)|",
        r"[，,（(][ ]*[12][0-9]{3}[ ]*年[ ]*[0-9]{1,2}[ ]*月[ ]*(?:[0-9]{1,2}[ ]*日)?出?生)|",
        r"((?:等[ ]*)?[0-9０-９一二三四五六七八九十两百]+[ ]*(?:名|人|位)|[ \u{3000}]+[男女](?:[ \u{3000}，,、]|$)|拟任|现任|任前|工伤|因故|自愿|放弃|递补|替补|被评为|荣获|报考))"
    ))
    .expect("a pattern")
});

/// What stands before a name, where a boundary follows it.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:拟任命|拟聘任|录用|聘用|聘任|任命|选任|提名|推荐|授予|表彰|评选|确认|认定|确定|选派|选聘|晋升|免去|奖励|追授|给予|任免|拟任|拟由|人选|候选人|对象|职工|干部|教师|学生|丈夫|妻子|父亲|母亲|儿子|女儿|配偶|子女|亲属|家属|哥哥|弟弟|姐姐|妹妹|代理人|申请人|当事人|关于|对|由)")
        .expect("words")
});

/// The words of [`BEFORE`] that say what is done to somebody; the others say who somebody is.
const ACTS: [&str; 22] = [
    "拟任命",
    "拟聘任",
    "录用",
    "聘用",
    "聘任",
    "任命",
    "选任",
    "提名",
    "推荐",
    "授予",
    "表彰",
    "评选",
    "确认",
    "认定",
    "确定",
    "选派",
    "选聘",
    "晋升",
    "免去",
    "奖励",
    "追授",
    "给予",
];

/// Boundaries behind a name that a word of [`BEFORE`] announces.
const AFTER: [&str; 40] = [
    "于",
    "提出",
    "（单身",
    "向",
    "、",
    "，",
    ",",
    "。",
    "；",
    "（",
    "(",
    "为",
    "任",
    "担任",
    "等",
    "同志",
    "予以",
    "给予",
    "作出",
    "的",
    "在",
    "自",
    "从",
    "到",
    "享受",
    "退休",
    "试用",
    "工伤",
    "因",
    "荣誉",
    "称号",
    "同学",
    "申请",
    "办理",
    "违法",
    "涉嫌",
    "一案",
    "家庭",
    "一次性",
    "\n",
];

/// Words before 同志, 先生, 女士 that name nobody.
const NOBODY: [&str; 78] = [
    "各位",
    "有关",
    "全体",
    "广大",
    "该",
    "老",
    "青年",
    "女",
    "男",
    "党员",
    "干部",
    "负责",
    "部分",
    "一些",
    "群众",
    "领导",
    "位",
    "名",
    "驻村",
    "贵",
    "的",
    "性别",
    "年龄",
    "上述",
    "以上",
    "下列",
    "以下",
    "其他",
    "相关",
    "这些",
    "那些",
    "优秀",
    "先进",
    "任职",
    "提拔",
    "入选",
    "公示",
    "考察",
    "拟任",
    "拟聘",
    "录用",
    "人选",
    "对象",
    "人员",
    "职工",
    "教师",
    "科室",
    "基层",
    "一线",
    "部门",
    "单位",
    "本人",
    "其",
    "等",
    "和",
    "位女",
    "男女",
    "机关",
    "村里",
    "社区",
    "退休",
    "候选",
    "族",
    "学历",
    "学位",
    "大学",
    "研究生",
    "本科",
    "专科",
    "大专",
    "中专",
    "高中",
    "初中",
    "小学",
    "无党派",
    "户籍",
    "籍贯",
    "团员",
];

/// Reads a line or a cell.
pub(super) fn sentence(line: &str, told: &mut Told) {
    let mut here = BTreeSet::new();
    for found in LABEL.find_iter(line) {
        let value = value_at(line, found.end());
        let mut names = labelled(value);
        among(value, &mut names, told);
        let end = value.char_indices().nth(4).map_or(value.len(), |it| it.0);
        told.masked |= names.is_empty() && is_masked(&value[..end]);
        if ["联系人", "经办人", "负责人", "责任人"].iter().any(|it| found.as_str().starts_with(it)) {
            told.contacts.extend(names.iter().filter(|it| !told.names.contains(*it) && !here.contains(*it)).cloned());
        }
        here.extend(names);
    }
    for found in ANY_LABEL.find_iter(line) {
        let names = words(value_at(line, found.end()));
        // 一等奖：张三. Of other labels one word alone may be anything.
        let ranks =
            ["奖", "名", "位", "人", "员", "者", "长", "岗", "级", "等"].iter().any(|it| found.as_str().contains(it));
        let ranks = ranks || is_body(found.as_str().trim_end_matches([':', '：']));
        let sure = names.iter().filter(|it| is_person(it)).count();
        if sure > 0 && names.len() > usize::from(!ranks) && names.iter().all(|it| is_person(it) || is_perhaps(it)) {
            here.extend(names);
        }
    }
    for found in ASKED.captures_iter(line) {
        here.extend(Some(&found[1]).filter(|it| is_person(it) || is_perhaps(it)).map(|it| (*it).to_owned()));
    }
    for found in BEHIND.captures_iter(line) {
        let run: String = found[1].chars().filter(|&it| !is_blank(it)).collect();
        let mut names = tails(&run);
        // 职工 stands before it as often: only what is whole is a name.
        if found.get(4).is_some_and(|it| it.as_str() == "工伤") {
            names.retain(|it| *it == run);
        }
        let end = run.char_indices().rev().nth(2).map_or(0, |it| it.0);
        if found.get(4).is_none() && !NOBODY.iter().any(|word| run.ends_with(word)) && !is_masked(&run[end..]) {
            // A name that no list of surnames has stands whole behind the word that announces it, or at the line's start.
            let announced = BEFORE.find_iter(&run).last();
            let whole = unannounced(announced.map_or(&*run, |word| &run[word.end()..]));
            if is_perhaps(whole) && (announced.is_some() || found.get(3).is_some() || is_person(whole)) {
                names.push(whole.to_owned());
            } else if names.is_empty() && told.doubt.is_none() {
                told.doubt = Some(found[0].trim().to_owned());
            }
        }
        here.extend(names);
    }
    for found in BEFORE.find_iter(line) {
        let rest = &line[found.end()..];
        let named = candidates(rest).filter(|name| {
            let after = &rest[name.len()..];
            after.is_empty() || AFTER.iter().any(|word| after.starts_with(word))
        });
        // 对 and 由 stand before anything: only what is done to somebody tells a name.
        let weak = matches!(found.as_str(), "对" | "由" | "关于");
        let titled = !weak && !ACTS.contains(&found.as_str());
        let strong =
            ["同志", "予以", "给予", "作出", "担任", "享受", "申请", "办理", "违法", "涉嫌", "一案", "等", "工伤"];
        here.extend(
            named
                .filter(|name| {
                    !titled || !name.starts_with(['和', '于', '向', '应', '从', '任', '为', '时', '常', '全', '单'])
                })
                .filter(|name| !weak || strong.iter().any(|word| rest[name.len()..].starts_with(word)))
                .map(str::to_owned),
        );
    }
    run_on(line, &mut here);
    if !here.is_empty() {
        beside(line, &Known::new(here.clone().iter().map(String::as_str)), &mut here);
        // Beside names other words that stand alone and look like names are some.
        let alone = line.split(|char: char| !is_han(char) && char != '·').filter(|it| is_person(it));
        here.extend(alone.map(str::to_owned));
        told.names.append(&mut here);
    }
}

/// What a label at byte `at` of `line` is followed by, up to the next label or the end of the sentence.
fn value_at(line: &str, at: usize) -> &str {
    let value = &line[at..];
    let end = value.find([':', '：', '。', '\n']).unwrap_or(value.len());
    if !value[end..].starts_with([':', '：']) {
        return &value[..end];
    }
    // The next label begins behind the last blank or comma before its colon.
    let apart = |char: char| is_blank(char) || matches!(char, '，' | ',' | '；' | ';' | '、');
    &value[..value[..end].rfind(apart).unwrap_or(0)]
}

/// What stands beside a name that is known, with 、 or 和 between, is a name too: 录用张三、李四为….
pub(super) fn beside(line: &str, known: &Known, names: &mut BTreeSet<String>) {
    const BETWEEN: [char; 4] = ['、', '和', '与', '及'];
    let boundary =
        |rest: &str| rest.is_empty() || rest.starts_with(BETWEEN) || AFTER.iter().any(|word| rest.starts_with(word));
    let run_of = |text: &str| text.find(|char: char| !is_han(char) && char != '·').unwrap_or(text.len());
    for range in known.ranges(line) {
        let mut rest = &line[range.end..];
        while let Some(next) = rest.trim_start().strip_prefix(BETWEEN) {
            let next = next.trim_start();
            let run = &next[..run_of(next)];
            let word = [run, run.split(BETWEEN).next().unwrap_or_default()].into_iter().find(|it| is_perhaps(it));
            let mut found: Vec<&str> =
                candidates(next).filter(|name| boundary(&next[name.len()..])).chain(word).collect();
            if found.is_empty() {
                found = candidates(next).collect();
            }
            let longest = found.iter().map(|it| it.len()).max().unwrap_or(0);
            let before = names.len();
            names.extend(found.into_iter().map(str::to_owned));
            let is_new = names.len() > before;
            // What was known has its own turn.
            rest = if is_new { &next[longest..] } else { "" };
        }
        let mut rest = &line[..range.start];
        while let Some(before) = rest.trim_end().strip_suffix(BETWEEN) {
            let start = before.rfind(|char: char| !is_han(char) && char != '·');
            let run = &before[start.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
            let whole = Some(unannounced(run)).filter(|it| is_perhaps(it)).map(str::to_owned);
            let known = names.len();
            names.extend(tails(run).into_iter().chain(whole));
            let is_new = names.len() > known;
            rest = if is_new { &before[..before.len() - run.len()] } else { "" };
        }
    }
}

/// The names of a list that stands in a sentence: 经研究，张三、李四、王五为….
fn run_on(line: &str, names: &mut BTreeSet<String>) {
    for clause in line.split(['。', '；', '，', ',', ';', '：', ':']) {
        let words: Vec<&str> = clause.split('、').collect();
        let [first, inner @ .., last] = words.as_slice() else { continue };
        if inner.is_empty() || !inner.iter().all(|it| is_person(it.trim())) {
            continue;
        }
        let (first, last) = (tails(first), candidates(last.trim_start()).map(str::to_owned).collect::<Vec<_>>());
        if !first.is_empty() && !last.is_empty() {
            names.extend(first);
            names.extend(last);
            names.extend(inner.iter().map(|it| it.trim().to_owned()));
        }
    }
}

/// The names in what follows a label.
pub(super) fn labelled(value: &str) -> Vec<String> {
    let words = words(value);
    let sure = words.iter().filter(|it| is_person(it)).count();
    let first = words.first().filter(|it| is_perhaps(it)).cloned();
    if sure == 0 {
        // A name that no list of surnames has: the first word behind 姓名： is one all the same.
        return first.into_iter().collect();
    }
    let all = words.iter().all(|it| is_person(it) || is_perhaps(it));
    words.into_iter().filter(|it| is_person(it) || all).collect()
}

/// Adds to the `names` behind a label what stands among them, between 、, and is none that is known; what cannot be one leaves a doubt.
fn among(value: &str, names: &mut Vec<String>, told: &mut Told) {
    let parts: Vec<&str> = value.split(['，', ',', '；', ';']).next().unwrap_or_default().split('、').collect();
    if parts.len() < 2 || !names.iter().any(|it| is_person(it)) {
        return;
    }
    for part in parts {
        let known = Known::new(names.iter().map(String::as_str));
        if known.is_in(part) || part.trim().is_empty() || part.chars().any(|it| it.is_ascii_digit()) {
            continue;
        }
        let found = perhaps(part);
        let is_han_only = part.chars().all(|it| is_han(it) || is_blank(it));
        if found.is_empty() && is_han_only && !is_body(part.trim()) && told.doubt.is_none() {
            told.doubt = Some(part.trim().to_owned());
        }
        names.extend(found);
    }
}

/// Whether a line ends with a label that asks for people: `拟录用人员：`.
pub(super) fn announces_people(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['：', ':']) && LABEL.find_iter(line).last().is_some_and(|it| it.end() == line.len())
}

/// What in a line of a list of people may be names: its words, or all of it where blanks stand within a name. Empty where that is not known.
pub(super) fn perhaps(line: &str) -> Vec<String> {
    let words = words(line);
    if !words.is_empty() && words.iter().all(|it| is_person(it) || is_perhaps(it)) {
        return words;
    }
    let closed: String = unnumbered(line).chars().filter(|&it| !is_blank(it)).collect();
    if is_perhaps(&closed) { vec![closed] } else { Vec::new() }
}

/// `text` without the number it has in a list, and what stands in brackets.
pub(super) fn unnumbered(text: &str) -> String {
    BRACKETS.replace_all(&NUMBER.replace(text, ""), "").trim().to_owned()
}

/// The number of an item.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[\s*_>#\-]*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,4}[）)、.．]?\s*)?").expect("a pattern")
});

/// What stands in brackets, and marks.
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"（[^）]*）|\([^)]*\)|[*_`]+").expect("a pattern"));

/// The names of a line that holds nothing but names; empty for any other.
pub(super) fn list(line: &str) -> Vec<String> {
    let words = words(line);
    let sure = words.iter().filter(|it| is_person(it)).count();
    if sure * 2 > words.len() && words.iter().all(|it| is_person(it) || is_perhaps(it)) { words } else { Vec::new() }
}

/// The words of a list: numbers before them, brackets and titles behind them taken off, blanks in them closed up.
fn words(text: &str) -> Vec<String> {
    static BEHIND: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("(?:等.*|同志|先生|女士|同学|老师|为.*)$").expect("words"));
    let text = NUMBER.replace(text, "");
    let text = BRACKETS.replace_all(&text, "");
    let mut words = Vec::new();
    for part in text.split(['、', '，', ',', '；', ';', '/', '。', '\t', '|']) {
        let whole: String = part.chars().filter(|&it| !is_blank(it)).collect();
        let bare = BEHIND.replace(&whole, "");
        if bare.is_empty() {
            continue;
        }
        if is_person(&bare) || !part.trim().contains(is_blank) {
            let parts: Vec<&str> = bare.split(['和', '与', '及']).collect();
            if !is_person(&bare) && parts.len() > 1 && parts.iter().all(|it| is_person(it)) {
                words.extend(parts.into_iter().map(str::to_owned));
            } else {
                words.push(bare.into_owned());
            }
            continue;
        }
        // Names apart by blanks; one of two characters may have a blank in it.
        let mut pieces = part.split(is_blank).filter(|it| !it.is_empty()).peekable();
        while let Some(piece) = pieces.next() {
            let single = |it: &str| it.chars().count() == 1 && it.chars().all(is_han);
            match pieces.peek() {
                Some(next) if single(piece) && single(next) => {
                    words.push([piece, next].concat());
                    pieces.next();
                }
                _ => words.push(BEHIND.replace(piece, "").into_owned()),
            }
        }
    }
    words.retain(|it| !it.is_empty() && !is_body(it) || is_person(it));
    words
}
