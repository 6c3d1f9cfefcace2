//! Many texts: laws as they were printed, and small documents by the thousand.

use std::{fs, path::Path};

use super::{committed::repository, files::ending, project::Project};

/// A law, before it is an entry.
pub struct Law {
    /// Its title.
    pub title: String,
    /// The first day that its head names, `2001-12-10`.
    pub day: String,
    /// Its chapters and articles, Markdown.
    pub body: String,
}

/// The laws that stand beside the checkout, or a few of our own of the same make; and whether they are the real ones.
pub fn laws() -> (Vec<Law>, bool) {
    let folder = repository().join("../shared/corpus/laws");
    let read = |path: &std::path::PathBuf| Law::read(&fs::read_to_string(path).expect("readable"));
    let found: Vec<Law> = ending(&folder, "md").iter().map(read).collect();
    if found.is_empty() {
        return (OWN.iter().map(|text| Law::read(text)).collect(), false);
    }
    (found, true)
}

impl Law {
    /// Reads a law: `# title`, lines of dates and promulgation, `<!-- INFO END -->`, the rest.
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("<!-- INFO END -->").unwrap_or(("", text));
        let title = head.lines().find_map(|it| it.strip_prefix("# ")).unwrap_or("无题").trim().to_owned();
        // One of the printed texts carries zero-width spaces, which the compiler rightly refuses.
        let body = body.replace('\u{200b}', "");
        Self { title, day: first_day(head).unwrap_or_else(|| "2000-01-01".to_owned()), body: body.trim().to_owned() }
    }

    /// The law as an entry of the item `policy/notices`, numbered `at`.
    pub fn entry(&self, at: usize) -> String {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text");
        let (title, day) = (quoted(&self.title), &self.day);
        let summary = quoted(&format!("第{at}号样本：{}。", self.title));
        format!(
            "+++\ntitle = {title}\nitem = \"policy/notices\"\nkind = \"document\"\nmade = {day}\npublished = {day}\nsummary = {summary}\n\
             [review]\nsecrecy = {{ by = \"保密员\", on = {day} }}\n+++\n{}\n",
            self.body
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
        ((1..=12).contains(&month) && (1..=28).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
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
