//! Many texts: laws as they were printed, and small documents by the thousand.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::{committed::repository, files::ending, project::Project};

/// A law, before it is an entry.
pub struct Law {
    /// Its path in the collection, without ending.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The lines of its head below the title: who made it, and when.
    pub head: Vec<String>,
    /// The first day that its head names, `2001-12-10`.
    pub day: String,
    /// Its chapters and articles, Markdown.
    pub body: String,
}

/// Where the laws stand: in the folder that `GONGKAI_CORPUS` names, or beside the checkout.
fn folder() -> PathBuf {
    env::var_os("GONGKAI_CORPUS").map_or_else(|| repository().join("../shared/corpus"), PathBuf::from)
}

/// The real laws, by path; none where they are not on this machine.
pub fn real_laws() -> Vec<Law> {
    let folder = folder();
    let name = |path: &Path| path.strip_prefix(&folder).expect("below").with_extension("").display().to_string();
    let read = |path: &PathBuf| Law::read(&name(path), &fs::read_to_string(path).expect("readable"));
    let all = ending(&folder, "md");
    all.iter().filter(|it| it.file_name().is_some_and(|it| it != "README.md")).map(read).collect()
}

/// The real laws, or a few of our own of the same make; and whether they are the real ones.
pub fn laws() -> (Vec<Law>, bool) {
    let found = real_laws();
    if found.is_empty() {
        return (OWN.iter().map(|text| Law::read("示例", text)).collect(), false);
    }
    (found, true)
}

impl Law {
    /// Reads a law: `# title`, lines of dates and promulgation, `<!-- INFO END -->`, the rest.
    fn read(name: &str, text: &str) -> Self {
        let (head, body) = text.split_once("<!-- INFO END -->").unwrap_or(("", text));
        let title = head.lines().find_map(|it| it.strip_prefix("# ")).unwrap_or("无题").trim().to_owned();
        let lines = head.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'));
        Self {
            name: name.to_owned(),
            title,
            head: lines.map(str::to_owned).collect(),
            day: first_day(head).unwrap_or_else(|| "2000-01-01".to_owned()),
            body: body.trim().to_owned(),
        }
    }

    /// The law as a clerk enters it, with `text` below: the number and day of its promulgation, its first article for a summary.
    pub fn clerks_entry(&self, text: &str) -> String {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text");
        let number = self.head.iter().find_map(|line| {
            let words = line.split_whitespace().last()?;
            let end = words.find('号')? + '号'.len_utf8();
            words[..end].contains("令第").then(|| &words[..end])
        });
        let number = number.map(|it| format!("number = {}\n", quoted(it))).unwrap_or_default();
        let first = self.body.lines().map(str::trim).find(|it| {
            let words = it.trim_matches('*');
            words.starts_with("第一条") || (words.chars().count() > 40 && !words.starts_with('#'))
        });
        let first = first.unwrap_or_default().trim_matches('*');
        let summary: String = first.trim_start_matches("第一条").trim().chars().take(100).collect();
        let class = if self.name.contains("部门规章") { "规章" } else { "其他" };
        let effective = in_force(&self.body).map(|it| format!("effective = {it}\n")).unwrap_or_default();
        format!(
            "+++\ntitle = {}\nitem = \"policy/notices\"\nkind = \"document\"\n{number}made = {day}\npublished = {day}\n\
             document_class = \"{class}\"\n{effective}validity = \"有效\"\nsummary = {}\n[review]\nsecrecy = {{ by = \"保密员\", on = {day} }}\n+++\n{text}",
            quoted(&self.title),
            quoted(&summary),
            day = self.day,
        )
    }

    /// The law as an entry of the item `policy/notices`, numbered `at`.
    pub fn entry(&self, at: usize) -> String {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text");
        let (title, day) = (quoted(&self.title), &self.day);
        let summary = quoted(&format!("第{at}号样本：{}。", self.title));
        format!(
            "+++\ntitle = {title}\nitem = \"policy/notices\"\nkind = \"document\"\nmade = {day}\npublished = {day}\nsummary = {summary}\n\
             [review]\nsecrecy = {{ by = \"保密员\", on = {day} }}\n+++\n{}\n",
            // Two of the printed texts carry zero-width spaces, which the compiler rightly refuses.
            self.body.replace('\u{200b}', "")
        )
    }

    /// The headings of its body, as level and words without their marks.
    pub fn headings(&self) -> Vec<(usize, String)> {
        let heading = |line: &str| {
            let level = line.len() - line.trim_start_matches('#').len();
            let words = line[level..].strip_prefix(' ')?.trim().trim_end_matches('#').trim();
            ((1..=6).contains(&level) && !words.is_empty()).then(|| (level, words.to_owned()))
        };
        self.body.lines().filter_map(heading).collect()
    }
}

/// The day that the last article names: `自2002年1月1日起施行`.
fn in_force(body: &str) -> Option<String> {
    let at = body.rfind("日起施行")?;
    let line = &body[..at + '日'.len_utf8()];
    first_day(line.rsplit('自').next()?)
}

/// The first `2001年12月10日` of a text.
fn first_day(text: &str) -> Option<String> {
    text.match_indices('年').find_map(|(at, _)| {
        let digits = |text: &str| {
            text.chars()
                .rev()
                .take_while(char::is_ascii_digit)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect::<String>()
        };
        let year: u32 = digits(&text[..at]).parse().ok().filter(|it| (1949..2030).contains(it))?;
        let rest = &text[at + '年'.len_utf8()..];
        let (month, rest) = rest.split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        let (month, day): (u32, u32) = (month.trim().parse().ok()?, day.trim().parse().ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
    })
}

/// The base project with all of `laws` in it, judged after the last of them.
pub fn library_of(laws: &[Law]) -> Project {
    let project = Project::base();
    project.replace("catalogue/site.toml", "as_of = 2018-12-31", "as_of = 2026-01-31");
    for (at, law) in laws.iter().enumerate() {
        project.write(&format!("content/laws/{at:03}.md"), law.entry(at));
    }
    project
}

/// Makes the `count` documents of `shared/bench`, where that and Python are there.
pub fn bench(count: usize, folder: &Path) -> bool {
    let script = repository().join("../shared/bench/gen.py");
    let layout = format!("gongkai={}", folder.display());
    let mut command = std::process::Command::new("python3");
    command.arg(&script).args(["--n", &count.to_string(), "--seed", "1", "--layout", &layout]);
    script.is_file() && command.output().is_ok_and(|it| it.status.success())
}

/// A project of `count` small documents of our own, each linking the one before it.
pub fn many(count: usize) -> Project {
    let project = Project::base();
    for at in 0..count {
        let (month, day) = (at % 12 + 1, at % 28 + 1);
        let before =
            if at == 0 { String::new() } else { format!("并按照[前一份文件]({:05}.md)办理。", at - 1) };
        project.write(
            &format!("content/many/{at:05}.md"),
            format!(
                "+++\ntitle = \"关于第{at}项工作的通知\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2017-{month:02}-{day:02}\n\
                 published = 2017-{month:02}-{day:02}\nsummary = \"安排第{at}项工作。\"\n[review]\nsecrecy = {{ by = \"保密员\", on = 2017-{month:02}-{day:02} }}\n+++\n\
                 ## 一、总体要求\n\n各科室要**认真**落实第{at}项工作。{before}\n\n| 序号 | 事项 |\n| --- | --- |\n| 1 | 落实 |\n"
            ),
        );
    }
    project
}

/// Laws as the collection prints them, but invented.
const OWN: [&str; 3] = [
    "# 示例区公园管理办法\n\n2016年3月1日 示例区人民政府令第1号公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 为了加强公园管理，制定本办法。\n\n第二条 下列行为**应当**禁止：\n\n（一）攀折花木；\n\n（二）乱扔杂物。\n\n## 第二章 附则\n\n第三条 本办法自公布之日起施行。\n",
    "# 示例区档案条例\n\n2017年5月8日通过　\n\n<!-- INFO END -->\n\n# 第一编 总则\n\n## 第一章 一般规定\n\n### 第一节 范围\n\n第一条 档案分为：\n\n1. 文书档案；\n2. 科技档案。\n\n| 类别 | 年限 |\n| --- | --- |\n| 文书 | 30年 |\n",
    "# 示例区河道规定\n\n2015年11月20日 公布\n\n<!-- INFO END -->\n\n第一条 **河道，**是行洪的通道。\n\n　　第二条 任何单位不得侵占(包括临时占用)河道。\n",
];
