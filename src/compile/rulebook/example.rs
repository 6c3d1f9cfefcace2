//! The rules' examples: a tiny project, whole and without a fault, and what each rule's example changes in it.
//!
//! An [`Example`](crate::diagnostic::Example) is a list of files, each begun by a line with one of three marks:
//!
//! ```text
//! ==> content/2018/清单.csv      the file's text follows, whole
//! --> content/2018/通知.md       changes follow, by line
//! xx> content/2018/附件.pdf      the file is taken away
//! ```
//!
//! Changes are made to the file of that path as it stands so far: that of the fault, when the cure is expanded. Where there is
//! none they are made to a model: the base project's own `catalogue/site.toml` and `catalogue/items.toml`, for another file of
//! the catalogue an item, for an entry a notice. Each line of changes is one of:
//!
//! - `key = value` stands in place of the line of that key in the table at hand; a new key goes below the line changed last
//!   in that table, or at the table's end where none was.
//! - `- key` takes that line away.
//! - `[table]` goes to that table, or adds it after all others.
//! - `+++`: all lines that follow are the entry's body, in place of the old one.
//! - Any other line is added like a new key.

use crate::diagnostic::Rule;

/// The base project: path and text of each file.
pub static BASE: &[(&str, &str)] = &[
    ("catalogue/site.toml", SITE),
    ("catalogue/organisation.toml", ORGANISATION),
    ("catalogue/items.toml", ITEMS),
    ("content/2018/通知.md", ENTRY),
];

const SITE: &str = r#"[site]
title = "示例局政府信息公开"
organisation = "bureau"
url = "https://www.example.gov.cn/bureau/"
as_of = 2018-12-31
profile = "catalogue-only"
revised = 2018-07-20
sample = true
"#;

const ORGANISATION: &str = r#"[[organisation]]
id = "bureau"
name = "示例区示例局"
short = "示例局"
kind = "行政机关"
disclosure = { leader = "分管副局长", office = "办公室", staff = 1 }
officers = [
  { role = "管理员", post = "办公室主任" },
  { role = "信息员", post = "办公室科员" },
  { role = "咨询员", post = "业务科科长" },
  { role = "审核员", post = "分管副局长" },
  { role = "监督员", post = "纪检组组长" },
]
"#;

const ITEMS: &str = r#"[[field]]
id = "policy"
title = "政策文件"

[[item]]
id = "notices"
field = "policy"
title = "部门文件"
disclosure = ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]
facet = ["政策解读", "舆情回应", "公众参与"]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第十条第一项"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
level = ["县级"]
"#;

const ENTRY: &str = r#"+++
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
kind = "document"
number = "示局发〔2018〕1号"
made = 2018-06-20
published = 2018-06-22
summary = "部署夏季防汛值守、巡查和物资储备。"
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
+++
各科室：

汛期已到，请落实二十四小时值守，发现险情立即报告。
"#;

/// The entry that changes are made to where the path is new.
const NOTICE: &str = r#"+++
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
kind = "document"
made = 2018-06-20
published = 2018-06-22
summary = "部署夏季防汛值守、巡查和物资储备。"
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
+++
汛期已到，请落实二十四小时值守。
"#;

/// The item that changes are made to where the path is new.
const ITEM: &str = r#"[[item]]
id = "plans"
field = "policy"
title = "规划计划"
disclosure = ["决策公开"]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第九条"]
time_limit = "自信息形成或者变更之日起20个工作日内"
occurs = "event"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
"#;

/// The files of the fault, to be laid over [`BASE`]: each a line `==> path`, then its text.
pub fn bad(rule: &Rule) -> String {
    shown(&fault(rule))
}

/// The files of the cure, to be laid over [`BASE`]: each a line `==> path`, then its text.
pub fn good(rule: &Rule) -> String {
    let mut files = fault(rule);
    expand(rule.example.good, &mut files);
    shown(&files)
}

fn fault(rule: &Rule) -> Vec<File> {
    let mut files = Vec::new();
    expand(rule.example.bad, &mut files);
    files
}

/// A file of an example.
struct File {
    path: &'static str,
    text: String,
}

fn shown(files: &[File]) -> String {
    files.iter().flat_map(|it| ["==> ", it.path, "\n", &it.text]).collect()
}

/// Does what `notation` says to `files`; its head says how it is read.
fn expand(notation: &'static str, files: &mut Vec<File>) {
    let marked = |line: &&str| ["==> ", "--> ", "xx> "].iter().any(|mark| line.starts_with(mark));
    let mut lines = notation.split_inclusive('\n').peekable();
    while let Some(head) = lines.next() {
        let (mark, path) = head.trim_end().split_at(4);
        let mut rest = Vec::new();
        while let Some(line) = lines.next_if(|it| !marked(it)) {
            rest.push(line);
        }
        let old = files.iter().position(|it| it.path == path);
        let text = match (mark, old) {
            ("==> ", _) => rest.concat(),
            ("--> ", old) => changed(old.map_or_else(|| model(path), |at| &files[at].text), &rest),
            ("xx> ", Some(at)) => {
                files.remove(at);
                continue;
            }
            _ => panic!("an example's file begins with a mark and a path that is there: {head}"),
        };
        match old {
            Some(at) => files[at].text = text,
            None => files.push(File { path, text }),
        }
    }
}

/// What changes are made to where an example has no file at `path` yet.
fn model(path: &str) -> &'static str {
    match path {
        "catalogue/site.toml" => SITE,
        "catalogue/items.toml" => ITEMS,
        _ if path.starts_with("catalogue/") => ITEM,
        _ => NOTICE,
    }
}

/// `text` with `changes` made to it, line by line; both with the ends of their lines.
fn changed(text: &str, changes: &[&str]) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    // The table at hand begins here, and a new key goes there.
    let mut table = 1;
    let mut at = None;
    for (number, &change) in changes.iter().enumerate() {
        let is_end = |line: &&str| line.starts_with('[') || *line == FENCE;
        let end = lines.iter().skip(table).position(is_end).map_or(lines.len(), |it| table + it);
        let find = |key: &str| (table..end).find(|&it| key_of(lines[it]) == Some(key));
        if change == FENCE {
            lines.truncate(fence(&lines).expect("only an entry has a body") + 1);
            lines.extend(&changes[number + 1..]);
            break;
        } else if let Some(key) = change.strip_prefix("- ") {
            let old = find(key.trim_end()).expect("a key that is there is taken away");
            lines.remove(old);
            at = Some(old);
        } else if change.starts_with('[') {
            let head = lines.iter().position(|it| *it == change).unwrap_or_else(|| {
                let last = fence(&lines).unwrap_or(lines.len());
                lines.insert(last, change);
                last
            });
            (table, at) = (head + 1, None);
        } else if let Some(old) = key_of(change).and_then(find) {
            lines[old] = change;
            at = Some(old + 1);
        } else {
            let new = at.unwrap_or(end);
            lines.insert(new, change);
            at = Some(new + 1);
        }
    }
    lines.concat()
}

/// The line around an entry's keys.
const FENCE: &str = "+++\n";

/// Where an entry's keys end.
fn fence(lines: &[&str]) -> Option<usize> {
    (1..lines.len()).find(|&it| lines[0] == FENCE && lines[it] == FENCE)
}

fn key_of(line: &str) -> Option<&str> {
    line.split_once(" = ").map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(path: &str, changes: &str) -> String {
        changed(model(path), &changes.split_inclusive('\n').collect::<Vec<_>>())
    }

    #[test]
    fn what_is_not_changed_stays() {
        assert_eq!(made("content/2018/通知.md", ""), NOTICE);
        let late = made("content/2018/通知.md", "published = 2018-07-22\n[review]\nsecrecy = true\n");
        let expected = NOTICE.replace("2018-06-22", "2018-07-22");
        assert_eq!(late, expected.replace("{ by = \"保密员\", on = 2018-06-21 }", "true"));
    }

    #[test]
    fn new_keys_go_below_the_last_change_or_to_the_end() {
        let numbered = made("content/2018/通知.md", "- kind\nnumber = 1\n+++\n正文。\n");
        assert!(numbered.contains("notices\"\nnumber = 1\nmade"), "{numbered}");
        assert!(numbered.ends_with("}\n+++\n正文。\n"), "{numbered}");
        let nil = made("catalogue/more.toml", "level = []\n[[nil]]\nreason = 1\n");
        assert_eq!(nil, format!("{ITEM}level = []\n[[nil]]\nreason = 1\n"));
        let site = made("catalogue/site.toml", "- profile\n");
        assert_eq!(site, SITE.replace("profile = \"catalogue-only\"\n", ""));
    }

    #[test]
    fn the_cure_is_made_from_the_fault() {
        let mut files = Vec::new();
        expand("==> a.csv\n1\n--> catalogue/b.toml\nid = \"b\"\n==> c.txt\n", &mut files);
        assert_eq!(
            shown(&files),
            format!("==> a.csv\n1\n==> catalogue/b.toml\n{}==> c.txt\n", ITEM.replace("plans", "b"))
        );
        expand("xx> c.txt\n--> catalogue/b.toml\nid = \"c\"\n", &mut files);
        assert_eq!(shown(&files), format!("==> a.csv\n1\n==> catalogue/b.toml\n{}", ITEM.replace("plans", "c")));
    }
}
