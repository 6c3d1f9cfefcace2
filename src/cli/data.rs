//! `gongkai rules --data`: what rules stand on – laws, calendars and duties – each with its source and how long it is valid.

use std::fmt::Write as _;

use serde::Serialize;

use crate::{
    compliance::duties::{Binds, DUTIES},
    day::{arrangements::BUILT_IN, festivals},
    diagnostic::{Dated, Law, Rank, Ymd, laws},
    vocabulary::{Lang, Words},
};

/// The data in `format`: human, markdown or json.
pub fn data(format: &str, lang: Lang) -> String {
    match format {
        "json" => json(),
        "markdown" => sections(lang).iter().map(Section::markdown).collect::<Vec<_>>().join("\n"),
        _ => sections(lang).iter().map(Section::human).collect::<Vec<_>>().join("\n"),
    }
}

/// A table under a title.
struct Section {
    title: String,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Section {
    /// Cells side by side; the last column, which is the long one, is not padded.
    fn human(&self) -> String {
        let mut out = format!("{}\n", self.title);
        let columns = self.head.len();
        let widest = |at: usize| self.rows.iter().map(|row| width(&row[at])).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (at, cell) in row.iter().enumerate() {
                let gap = if at + 1 == columns { 0 } else { widths[at] - width(cell) + 2 };
                let _ = write!(line, "{cell}{:gap$}", "");
            }
            let _ = writeln!(out, "  {}", line.trim_end());
        }
        out
    }

    fn markdown(&self) -> String {
        let mut out =
            format!("## {}\n\n| {} |\n|{}\n", self.title, self.head.join(" | "), " --- |".repeat(self.head.len()));
        for row in &self.rows {
            let _ = writeln!(out, "| {} |", row.join(" | "));
        }
        out
    }
}

/// Columns of a terminal; Chinese letters and marks take two.
fn width(text: &str) -> usize {
    text.chars().map(|letter| if letter >= '\u{2e80}' { 2 } else { 1 }).sum()
}

fn date((year, month, day): Ymd) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// The last day of the last year whose arrangement is built in.
fn calendar_end() -> String {
    format!("{}-12-31", BUILT_IN.last().map_or(0, |it| it.year))
}

fn month_day(number: u16) -> String {
    format!("{:02}-{:02}", number / 100, number % 100)
}

const RANKS: [(Rank, Words); 4] = [
    (Rank::Law, words! { zh: "法律", en: "law" }),
    (Rank::Regulation, words! { zh: "行政法规", en: "regulation" }),
    (Rank::Document, words! { zh: "规范性文件", en: "document" }),
    (Rank::Standard, words! { zh: "国家标准", en: "standard" }),
];

fn rank(law: &Law) -> Words {
    RANKS.iter().find(|it| it.0 == law.rank).map_or(RANKS[0].1, |it| it.1)
}

/// From when until when a text is in force, in words; ≤ before a first day that is known only roughly.
pub fn term(law: &Law) -> String {
    let at_latest = if law.dated == Dated::Roughly { "≤" } else { "" };
    let from = law.from.map_or_else(|| "?".to_owned(), |from| format!("{at_latest}{}", date(from)));
    format!("{from}…{}", law.until.map(date).unwrap_or_default())
}

/// The law on festivals, as it reads from a year on.
fn festival_law(number: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("（{number}）") };
    format!("《全国年节及纪念日放假办法》{number}")
}

fn festival_days(law: &festivals::Festivals, lang: Lang) -> String {
    let mut days: Vec<String> = law.solar.iter().copied().map(month_day).collect();
    let spring = |day: &i32| match (day, lang) {
        (-1, Lang::Zh) => "除夕".to_owned(),
        (-1, Lang::En) => "New Year's Eve (lunar)".to_owned(),
        (day, Lang::Zh) => {
            format!("正月初{}", ["一", "二", "三"].get(usize::try_from(*day).unwrap_or(0)).unwrap_or(&""))
        }
        (day, Lang::En) => format!("lunar 01-{:02}", day + 1),
    };
    days.extend(law.spring.iter().map(spring));
    if law.others {
        days.extend(others(lang).map(str::to_owned));
    }
    days.join(" ")
}

fn others(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["清明", "端午", "中秋"],
        Lang::En => ["Qingming", "Duanwu", "Zhongqiu"],
    }
}

fn binds(binds: Binds) -> (&'static str, Words) {
    match binds {
        Binds::All => ("all", words! { zh: "所有机关", en: "every body" }),
        Binds::CityAndCounty => ("city-and-county", words! { zh: "市县", en: "cities and counties" }),
        Binds::Township => ("township", words! { zh: "乡镇", en: "townships" }),
    }
}

fn sections(lang: Lang) -> Vec<Section> {
    let say = |words: Words| words.get(lang);
    let as_of = date(laws::AS_OF);
    let law_row = |law: &&Law| {
        let number = if law.number.is_empty() { String::new() } else { format!("（{}）", law.number) };
        vec![term(law), say(rank(law)).to_owned(), format!("{}{number}", law.title.get(lang))]
    };
    let festival = |law: &festivals::Festivals| {
        let from = law.from.to_string();
        vec![format!("{from}…"), festival_law(law.number), festival_days(law, lang)]
    };
    let year = |it: &crate::day::arrangements::BuiltIn| {
        let list = |days: &[u16]| days.iter().copied().map(month_day).collect::<Vec<_>>().join(" ");
        let (off, work) = (list(it.off), list(it.work));
        let days = match lang {
            Lang::Zh => format!("放假 {off}；周末上班 {work}"),
            Lang::En => format!("off {off}; worked {work}"),
        };
        vec![it.year.to_string(), it.notices.join("、"), days]
    };
    let duty = |it: &crate::compliance::duties::Duty| {
        let law = it.ground.law;
        let source = format!("{}{}", law.number, it.ground.article.get(lang));
        vec![it.code.to_owned(), term(law), say(binds(it.binds).1).to_owned(), source, it.title.get(lang).to_owned()]
    };
    let lunar = festivals::lunar_years();
    vec![
        Section {
            title: match lang {
                Lang::Zh => format!("法规：截至 {as_of}，之后公布、修改、废止的没有收"),
                Lang::En => format!("Laws as of {as_of}; what came later is not in"),
            },
            head: vec![
                say(words! { zh: "施行起止", en: "in force" }),
                say(words! { zh: "效力", en: "rank" }),
                say(words! { zh: "名称和文号（出处）", en: "title and number (the source)" }),
            ],
            rows: laws::ALL.iter().map(law_row).collect(),
        },
        Section {
            title: match lang {
                Lang::Zh => format!("法定节日：不用通知就放假；农历的日子排到 {} 年", lunar.end()),
                Lang::En => format!("Festivals, off without a notice; lunar days are known to {}", lunar.end()),
            },
            head: vec![
                say(words! { zh: "起", en: "from" }),
                say(words! { zh: "出处", en: "source" }),
                say(words! { zh: "日子", en: "days" }),
            ],
            rows: festivals::VERSIONS.iter().map(festival).collect(),
        },
        Section {
            title: match lang {
                Lang::Zh => format!("放假安排：有效到 {}；之后的年份用 [[year]] 补", calendar_end()),
                Lang::En => format!("Calendars: valid through {}; later years come with [[year]]", calendar_end()),
            },
            head: vec![
                say(words! { zh: "年份", en: "year" }),
                say(words! { zh: "出处", en: "source" }),
                say(words! { zh: "放假的工作日和上班的周末", en: "weekdays off and weekend days worked" }),
            ],
            rows: BUILT_IN.iter().map(year).collect(),
        },
        Section {
            title: match lang {
                Lang::Zh => format!("法定主动公开义务：截至 {as_of}"),
                Lang::En => format!("Duties as of {as_of}"),
            },
            head: vec![
                say(words! { zh: "代号", en: "code" }),
                say(words! { zh: "施行起止", en: "in force" }),
                say(words! { zh: "对谁", en: "binds" }),
                say(words! { zh: "出处", en: "source" }),
                say(words! { zh: "内容", en: "what" }),
            ],
            rows: DUTIES.iter().map(duty).collect(),
        },
    ]
}

#[derive(Serialize)]
struct Document {
    version: u8,
    as_of: String,
    laws: Vec<OneLaw>,
    festivals: Vec<OneFestivals>,
    lunar_years: [i32; 2],
    calendars: Vec<OneYear>,
    calendars_valid_through: String,
    duties: Vec<OneDuty>,
}

#[derive(Serialize)]
struct OneLaw {
    title: [&'static str; 2],
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'static str,
    rank: Rank,
    #[serde(flatten)]
    term: Term,
}

/// From when until when, as data; a first day that is known only roughly is the latest it can be.
#[derive(Serialize)]
pub struct Term {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_is: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

impl Term {
    /// That of `law`.
    pub fn of(law: &Law) -> Self {
        let how = if law.dated == Dated::Exactly { "exact" } else { "at-latest" };
        Self { from: law.from.map(date), from_is: law.from.map(|_| how), until: law.until.map(date) }
    }
}

#[derive(Serialize)]
struct OneFestivals {
    from: i32,
    source: String,
    days: [String; 2],
}

#[derive(Serialize)]
struct OneYear {
    year: i32,
    sources: &'static [&'static str],
    off: Vec<String>,
    work: Vec<String>,
    valid_through: String,
}

#[derive(Serialize)]
struct OneDuty {
    code: &'static str,
    title: [&'static str; 2],
    binds: &'static str,
    source: [String; 2],
    #[serde(flatten)]
    term: Term,
}

fn json() -> String {
    let days = |days: &[u16]| days.iter().copied().map(month_day).collect();
    let lunar = festivals::lunar_years();
    let document = Document {
        version: 1,
        as_of: date(laws::AS_OF),
        laws: laws::ALL
            .iter()
            .map(|law| OneLaw {
                title: [law.title.zh, law.title.en],
                number: law.number,
                rank: law.rank,
                term: Term::of(law),
            })
            .collect(),
        festivals: festivals::VERSIONS
            .iter()
            .map(|law| OneFestivals {
                from: law.from,
                source: festival_law(law.number),
                days: [festival_days(law, Lang::Zh), festival_days(law, Lang::En)],
            })
            .collect(),
        lunar_years: [*lunar.start(), *lunar.end()],
        calendars: BUILT_IN
            .iter()
            .map(|it| OneYear {
                year: it.year,
                sources: it.notices,
                off: days(it.off),
                work: days(it.work),
                valid_through: format!("{}-12-31", it.year),
            })
            .collect(),
        calendars_valid_through: calendar_end(),
        duties: DUTIES
            .iter()
            .map(|it| OneDuty {
                code: it.code,
                title: [it.title.zh, it.title.en],
                binds: binds(it.binds).0,
                source: [it.ground.words(Lang::Zh), it.ground.words(Lang::En)],
                term: Term::of(it.ground.law),
            })
            .collect(),
    };
    let mut out = serde_json::to_string_pretty(&document).expect("strings and numbers always serialise");
    out.push('\n');
    out
}
