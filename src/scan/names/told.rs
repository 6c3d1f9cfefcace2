//! Which words of a text are names of people, as those who write notices make them known: columns of names, labels, lists, and
//! what stands beside a name and beside nothing else.

use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

use regex::Regex;

use super::{
    grid,
    known::{Known, is_blank},
    word::{candidates, is_perhaps, is_person, tails},
};
use crate::scan::person::{is_body, is_han, is_masked};

/// What a text tells of people.
#[derive(Debug, Default)]
pub struct Told {
    /// Their names, without blanks.
    pub names: BTreeSet<String>,
    /// Cells that hold names and nothing else: whatever stands there is hidden, whether it is known for a name or not.
    pub cells: Vec<Range<usize>>,
    /// Of these, those that stand behind 联系人 and its like: they are no notice's matter.
    contacts: BTreeSet<String>,
    /// Words beside which there must be a name, and none is known.
    pub doubt: Option<String>,
}

impl Told {
    /// Whether it names people besides those to ask.
    pub fn tells_of_people(&self) -> bool {
        !self.cells.is_empty() || self.names.iter().any(|it| !self.contacts.contains(it))
    }
}

/// What `text` tells: a line a block, cells apart by tabs.
pub fn told(text: &str) -> Told {
    let mut told = Told::default();
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        lines.push((at, line));
        at += line.len() + 1;
    }
    for run in lines.chunk_by(|one, other| one.1.contains('\t') == other.1.contains('\t')) {
        if run[0].1.contains('\t') {
            grid::read(run, &mut told);
        } else {
            prose(run, &mut told);
        }
    }
    told
}

/// Labels before names.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:姓名|姓[ \u{3000}]+名|名单|人选|人员|对象|户主|户名|当事人|申请人|被处罚人|违法行为人|候选人|考生|学生|家长|监护人|",
        "持证人|领取人|受助人|收款人|来信人|信访人|投诉人|举报人|获奖者|获得者|入围者|中签者|法定代表人|负责人|责任人|经办人|联系人|",
        "本人|死者|患者|成员|组长|拟任|拟聘|拟录用|拟聘用|拟提拔|拟推荐)(?:如下|为)?",
        r"[*_ \u{3000}]*(?:（[^）\n]{0,40}）|\([^)\n]{0,40}\))?[*_ \u{3000}]*[:：]([^\n。]*)"
    ))
    .expect("a pattern")
});

/// What stands behind a name.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"([\p{Han}·•・ \u{3000}]{2,24}?)(?:(同志|先生|女士)|",
        r"([（(][男女]|[，,、][ ]*[男女][，,、。)）]|[，,][ ]*性别|[，,（(][ ]*(?:公民)?身份证?号|[，,（(][ ]*(?:准考证号|曾用名)|",
        r"[，,（(][ ]*[12][0-9]{3}[ ]*年[ ]*[0-9]{1,2}[ ]*月[ ]*(?:[0-9]{1,2}[ ]*日)?出?生)|",
        r"(等[ ]*[0-9０-９一二三四五六七八九十两百]+[ ]*(?:名|人|位)|拟任|现任|因故|自愿|放弃|递补|替补|被评为|荣获|报考))"
    ))
    .expect("a pattern")
});

/// What stands before a name, where a boundary follows it.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:拟任命|拟聘任|录用|聘用|聘任|任命|选任|提名|推荐|授予|表彰|评选|确认|认定|确定|选派|选聘|晋升|免去|奖励|追授|给予|任免|拟任|拟由|关于|对|由)")
        .expect("words")
});

/// Boundaries behind a name that a word of [`BEFORE`] announces.
const AFTER: [&str; 36] = [
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
const NOBODY: [&str; 23] = [
    "各位", "有关", "全体", "广大", "该", "老", "青年", "女", "男", "党员", "干部", "负责", "部分", "一些", "群众",
    "领导", "位", "名", "驻村", "贵", "的", "性别", "年龄",
];

/// Reads lines without cells.
fn prose(lines: &[(usize, &str)], told: &mut Told) {
    let mut announced = false;
    let mut listed: Vec<(usize, Vec<String>)> = Vec::new();
    for (number, (_, line)) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        sentence(line, told);
        let list = list(line);
        if list.is_empty() {
            announced = line.trim_end().ends_with(['：', ':']);
        } else if announced {
            told.names.extend(list);
        } else {
            listed.push((number, list));
        }
    }
    // One word alone may be anything; two are a list.
    if listed.iter().map(|it| it.1.len()).sum::<usize>() > 1 {
        told.names.extend(listed.into_iter().flat_map(|it| it.1));
    }
}

/// Reads a line or a cell.
pub(super) fn sentence(line: &str, told: &mut Told) {
    let before = told.names.len();
    for found in LABEL.captures_iter(line) {
        let value = found.get(1).map_or("", |it| it.as_str());
        let names = labelled(value);
        if ["联系人", "经办人", "负责人", "责任人"].iter().any(|it| found[0].starts_with(it)) {
            told.contacts.extend(names.iter().filter(|it| !told.names.contains(*it)).cloned());
        }
        told.names.extend(names);
    }
    for found in BEHIND.captures_iter(line) {
        let run: String = found[1].chars().filter(|&it| !is_blank(it)).collect();
        let mut names = tails(&run);
        let end = run.char_indices().rev().nth(2).map_or(0, |it| it.0);
        if found.get(4).is_none() && !NOBODY.iter().any(|word| run.ends_with(word)) && !is_masked(&run[end..]) {
            // A name that no list of surnames has stands whole behind the word that announces it, or at the line's start.
            let whole = BEFORE.find_iter(&run).last().map_or(&*run, |word| &run[word.end()..]);
            if is_perhaps(whole) {
                names.push(whole.to_owned());
            } else if names.is_empty() && told.doubt.is_none() {
                told.doubt = Some(found[0].trim().to_owned());
            }
        }
        told.names.extend(names);
    }
    for found in BEFORE.find_iter(line) {
        let rest = &line[found.end()..];
        let named = candidates(rest).filter(|name| {
            let after = &rest[name.len()..];
            after.is_empty() || AFTER.iter().any(|word| after.starts_with(word))
        });
        // 对 and 由 stand before anything: only what is done to somebody tells a name.
        let weak = matches!(found.as_str(), "对" | "由" | "关于");
        let strong =
            ["同志", "予以", "给予", "作出", "担任", "享受", "申请", "办理", "违法", "涉嫌", "一案", "等", "工伤"];
        told.names.extend(
            named
                .filter(|name| !weak || strong.iter().any(|word| rest[name.len()..].starts_with(word)))
                .map(str::to_owned),
        );
    }
    run_on(line, told);
    if told.names.len() > before {
        beside(line, told);
        // Beside names other words that stand alone and look like names are some.
        let alone = line.split(|char: char| !is_han(char) && char != '·').filter(|it| is_person(it));
        told.names.extend(alone.map(str::to_owned));
    }
}

/// What stands beside a name, with 、 or 和 between, is a name too: 录用张三、李四为….
fn beside(line: &str, told: &mut Told) {
    const BETWEEN: [char; 4] = ['、', '和', '与', '及'];
    let mut known = 0;
    // Each round knows more names; a list that goes on for ever is cut.
    for _ in 0..64 {
        if told.names.len() == known {
            return;
        }
        known = told.names.len();
        let ranges = Known::new(told.names.iter().map(String::as_str)).ranges(line);
        for range in ranges {
            if let Some(rest) = line[range.end..].trim_start().strip_prefix(BETWEEN) {
                let rest = rest.trim_start();
                let bounded = |name: &&str| {
                    AFTER.iter().chain(&["和", "与", "及"]).any(|word| rest[name.len()..].starts_with(word))
                };
                let found: Vec<&str> =
                    candidates(rest).filter(|name| rest.len() == name.len() || bounded(name)).collect();
                let run = rest.split(|char: char| !is_han(char) && char != '·').next().unwrap_or_default();
                let word = [run, run.split(BETWEEN).next().unwrap_or_default()].into_iter().find(|it| is_perhaps(it));
                let any = if found.is_empty() && word.is_none() { candidates(rest).collect() } else { found };
                told.names.extend(any.into_iter().chain(word).map(str::to_owned));
            }
            if let Some(rest) = line[..range.start].trim_end().strip_suffix(BETWEEN) {
                let run = rest.rsplit(|char: char| !is_han(char) && char != '·').next().unwrap_or_default();
                told.names.extend(if is_perhaps(run) { vec![run.to_owned()] } else { tails(run) });
            }
        }
    }
}

/// The names of a list that stands in a sentence: 经研究，张三、李四、王五为….
fn run_on(line: &str, told: &mut Told) {
    for clause in line.split(['。', '；', '，', ',', ';', '：', ':']) {
        let words: Vec<&str> = clause.split('、').collect();
        let [first, inner @ .., last] = words.as_slice() else { continue };
        if inner.is_empty() || !inner.iter().all(|it| is_person(it.trim())) {
            continue;
        }
        let (first, last) = (tails(first), candidates(last.trim_start()).map(str::to_owned).collect::<Vec<_>>());
        if !first.is_empty() && !last.is_empty() {
            told.names.extend(first);
            told.names.extend(last);
            told.names.extend(inner.iter().map(|it| it.trim().to_owned()));
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

/// The names of a line that holds nothing but names; empty for any other.
fn list(line: &str) -> Vec<String> {
    let words = words(line);
    let sure = words.iter().filter(|it| is_person(it)).count();
    if sure * 2 > words.len() && words.iter().all(|it| is_person(it) || is_perhaps(it)) { words } else { Vec::new() }
}

/// The words of a list: numbers before them, brackets and titles behind them taken off, blanks in them closed up.
fn words(text: &str) -> Vec<String> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[\s*_>#\-]*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,4}[）)、.．]?\s*)?").expect("a pattern")
    });
    static BRACKETS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"（[^）]*）|\([^)]*\)|[*_`]+").expect("a pattern"));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        told(text).names.into_iter().collect()
    }

    #[test]
    fn names_are_known_as_notices_print_them() {
        for (text, expected) in [
            ("拟录用人员名单：张三、李四光、王五", &["张三", "李四光", "王五"][..]),
            ("拟录用人员（共2名）：张　三　李四光", &["张三", "李四光"]),
            ("当事人：张三，男，汉族", &["张三"]),
            ("姓名：阿依古丽", &["阿依古丽"]),
            ("张三丰，男，汉族，1975年3月生，现任某局副局长，拟任某局局长。", &["张三丰"]),
            ("名单如下：\n张三\n李四", &["张三", "李四"]),
            ("1. 张三\n2. 李四光\n3. 欧阳修", &["张三", "李四光", "欧阳修"]),
            ("张三 李四 王 五", &["张三", "李四", "王五"]),
            ("经研究，拟录用张三为工作人员。", &["张三"]),
            ("拟对李四光予以表彰。", &["李四光"]),
            ("同意张三、李四、王五享受补贴。", &["张三", "李四", "王五"]),
            ("法定代表人：买买提·艾力", &["买买提·艾力"]),
            ("关于拟录用张三等3人的公示", &["张三"]),
            ("关于给予张三丰荣誉称号的公示", &["张三丰"]),
            ("经研究，拟任命阿依古丽同志为局长。", &["阿依古丽"]),
            ("经研究，录用张三丰、李四光为工作人员。", &["张三丰", "李四光"]),
            ("拟录用张三丰、阿依古丽和热娜。", &["张三丰", "阿依古丽", "热娜"]),
            ("授予王五同志和李四光同志荣誉称号。", &["王五", "李四光"]),
            ("其中张三丰自愿放弃，由李四光递补。", &["张三丰", "李四光"]),
            ("热娜，女，1980年3月生", &["热娜"]),
        ] {
            let found = names(text);
            for name in expected {
                assert!(found.iter().any(|it| it == name), "{text}: {found:?}");
            }
        }
    }

    #[test]
    fn words_of_notices_are_no_names() {
        for text in [
            "按照公开、平等、竞争、择优的原则，经笔试、面试、体检、考察等程序，现将拟录用人员公示如下。",
            "公示时间：2018年6月22日至6月29日。",
            "公示期间如有异议，请以书面、电话、来访等形式向示例局反映。",
            "拟录用人员名单：见附件",
            "联系人：办公室 电话：0797-8000000",
            "广大党员同志要带头。",
            "当事人：示例市示例建材有限公司",
            "办事更加方便、高效、廉洁。",
            "当事人：张*，男。",
            "高中、中专以上学历，安全、环保、消防专业。",
        ] {
            let told = told(text);
            assert!(told.names.is_empty() && told.doubt.is_none(), "{text}: {told:?}");
        }
    }

    #[test]
    fn somebody_without_a_name_that_is_known_is_in_doubt() {
        for text in ["某单位副局长热依汗同志拟作考察。", "原工作单位为示例局的热依汗，女，1980年3月生"]
        {
            assert!(told(text).doubt.is_some(), "{text}");
        }
    }
}
