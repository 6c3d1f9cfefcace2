//! Tables three and four, counted from the register of applications. A row that does not say what it came to, when or whose it was spoils
//! the counts that it might belong to: they are left open, and the row is named.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{APPLICATIONS, HOLE, Line, Sheet};
use crate::{
    check::{
        annual_tables::{self, HEADS, Is, LAWSUITS, OUTCOMES},
        carried_on,
    },
    day::Day,
    model::{Application, EntryId, OrganisationId},
    source::FileId,
    supervision::{Dossier, Figure, Grid, Row, Value},
    table::plain,
};

/// The working days for an answer by the regulations of 2008.
const SOON: i32 = 15;
/// The columns but the total.
const WHO: usize = HEADS.len() - 1;
const KEYS: [&str; HEADS.len()] = ["persons", "firms", "research", "charities", "legal", "others", "total"];
const OUTCOME_KEYS: [&str; OUTCOMES.len()] = ["upheld", "corrected", "other", "pending"];

/// The applications of a body, sorted by what they are to the report of a year.
pub struct Tally<'a> {
    year: i32,
    /// The applications, each once.
    all: Vec<&'a Application>,
    /// What keeps each register.
    keepers: BTreeMap<FileId, EntryId>,
    /// Rows that cannot be counted, with what they lack.
    pub unclear: Vec<(&'a Application, Lacks)>,
    /// Whether anything of the year is in a register: where nothing is, nobody counted.
    pub is_kept: bool,
    /// What the last report carried on, column by column.
    before: Option<[Option<i64>; HEADS.len()]>,
}

/// What a row lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// 申请人类型 is none of the form's.
    Applicant,
    /// Answered, and 处理结果 is empty or none of the form's.
    Result,
    /// 处理结果 is there and 答复日期 is not.
    Day,
}

impl<'a> Tally<'a> {
    /// Of the registers that `body` keeps, for the report on `year`.
    pub fn of(of: &Dossier<'a>, body: Option<OrganisationId>, year: i32) -> Self {
        let model = of.model;
        let mut keepers = BTreeMap::new();
        for (id, entry) in model.entries() {
            if let Some(table) = &entry.table {
                keepers.entry(table.file).or_insert(id);
            }
        }
        let is_own = |it: &&Application| {
            let keeper = keepers.get(&it.file).and_then(|&id| model.entry(id).organisation);
            body.is_none() || keeper.or(model.site.organisation) == body
        };
        let mut all: Vec<&Application> = model.applications.iter().filter(is_own).collect();
        // One that is open at the end of a year stands in the registers of both; the one with an answer knows more.
        all.sort_by_key(|it| (it.answered.is_none(), it.result.is_empty(), it.file, it.row));
        let mut seen = BTreeSet::new();
        all.retain(|it| it.id.is_empty() || seen.insert((&*it.id, it.received.day)));
        all.sort_by_key(|it| (it.file, it.row));
        let before = carried_on(model, body, year - 1);
        let mut tally = Self { year, all, keepers, unclear: Vec::new(), is_kept: false, before };
        let last = tally.last();
        for it in &tally.all {
            let is_of_year = it.received.day.year() == year || it.answered.is_some_and(|it| it.day.year() == year);
            tally.is_kept |= is_of_year;
            let is_open = it.received.day <= last && it.answered.is_none();
            let lacks = match it {
                it if (is_of_year || is_open) && annual_tables::applicant(&it.applicant).is_none() => Lacks::Applicant,
                it if is_of_year && it.answered.is_some() && result(it).is_none() => Lacks::Result,
                it if is_open && !it.result.is_empty() => Lacks::Day,
                _ => continue,
            };
            tally.unclear.push((it, lacks));
        }
        tally
    }

    /// The last day of the year.
    fn last(&self) -> Day {
        Day::new(self.year, 12, 31).unwrap_or(Day::MAX)
    }

    fn answered_in_year(&self, it: &Application) -> bool {
        it.answered.is_some_and(|it| it.day.year() == self.year)
    }

    fn is_open_before(&self, it: &Application) -> bool {
        it.received.day.year() < self.year && it.answered.is_none_or(|it| it.day.year() >= self.year)
    }

    /// The applications that `is` counts.
    pub fn counted(&self, is: Is) -> Vec<&'a Application> {
        let last = self.last();
        let fits = |it: &&&Application| match is {
            Is::New => it.received.day.year() == self.year,
            Is::Carried => self.is_open_before(it),
            Is::Head => false,
            Is::Result(words) => self.answered_in_year(it) && result(it).is_some_and(|it| words.contains(&it)),
            Is::Total => self.answered_in_year(it) && result(it).is_some(),
            Is::Next => it.received.day <= last && it.answered.is_none_or(|it| it.day > last),
        };
        self.all.iter().filter(fits).copied().collect()
    }

    /// Whether a count in `column` of a line that counts `is` could be another for a row that is not clear.
    fn is_spoilt(&self, is: Is, column: usize) -> bool {
        self.unclear.iter().any(|(it, lacks)| {
            let who = annual_tables::applicant(&it.applicant);
            let here = column == WHO || who.is_none_or(|it| it == column);
            here && match (lacks, is) {
                // Whose it was is of no matter to the total.
                (Lacks::Applicant, _) => column != WHO,
                (_, Is::New) | (Lacks::Result, Is::Carried | Is::Next) => false,
                (Lacks::Day, Is::Carried) => it.received.day.year() < self.year,
                (Lacks::Result | Lacks::Day, _) => true,
            }
        })
    }

    /// The numbers of a line that counts `is`.
    fn cells(&self, is: Is) -> Vec<Option<usize>> {
        let counted = self.counted(is);
        let knows_before = self.knows_before();
        (0..HEADS.len())
            .map(|column| {
                let is_here =
                    |it: &&&Application| column == WHO || annual_tables::applicant(&it.applicant) == Some(column);
                let count = counted.iter().filter(is_here).count();
                if is == Is::Carried && !knows_before {
                    return self.before?.get(column).copied().flatten().and_then(|it| usize::try_from(it).ok());
                }
                (self.is_kept && !self.is_spoilt(is, column)).then_some(count)
            })
            .collect()
    }

    /// Whether the registers have anything of earlier years.
    fn knows_before(&self) -> bool {
        self.all.iter().any(|it| it.received.day.year() < self.year)
    }

    /// The applications that each line of tables three and four counts, with its name and the head they stand under, the total aside.
    pub fn applied(&self) -> Vec<(&'static str, &'static str, &'a Application)> {
        let mut rows = Vec::new();
        for line in annual_tables::applications(self.year).into_iter().filter(|it| it.is != Is::Head) {
            for it in self.counted(line.is).into_iter().filter(|_| self.is_kept) {
                let head = annual_tables::applicant(&it.applicant).map_or("", |at| HEADS[at]);
                rows.push((line.name, head, it));
            }
        }
        for (at, name) in LAWSUITS.into_iter().enumerate() {
            for head in OUTCOMES {
                rows.extend(self.ended(at, head).into_iter().map(|it| (name, head, it)));
            }
        }
        rows
    }

    /// The applications of the year of which the register says that the cases in its column `at` ended so.
    fn ended(&self, at: usize, word: &str) -> Vec<&'a Application> {
        let of_year = |it: &&&Application| self.answered_in_year(it) || it.received.day.year() == self.year;
        let is = |it: &&&Application| plain(&it.cases[at]) == plain(word);
        self.all.iter().filter(of_year).filter(is).copied().collect()
    }

    /// A register by the entry that keeps it.
    pub fn register(&self, of: &Dossier<'_>, it: &Application) -> Figure {
        self.keepers.get(&it.file).map_or(Value::None.into(), |&id| of.entry(id))
    }

    /// How many in all a line counts that counts `is`.
    pub fn total(&self, is: Is) -> Option<usize> {
        self.cells(is).last().copied().flatten()
    }

    /// How many were answered with one of `words`, or in all.
    pub fn answered(&self, words: Option<&[&str]>) -> Option<usize> {
        let fits = |it: &Application| words.is_none_or(|words| result(it).is_some_and(|it| words.contains(&it)));
        Some(self.decided()?.into_iter().filter(|it| fits(it)).count())
    }

    /// How many were answered after an extension.
    pub fn extended(&self) -> Option<usize> {
        Some(self.decided()?.into_iter().filter(|it| it.extended.is_some()).count())
    }

    /// How many were answered in time without one, where no more days passed than the law gives working days: else it wants a calendar,
    /// and a clerk.
    pub fn in_time(&self) -> Option<usize> {
        let plain: Vec<_> = self.decided()?.into_iter().filter(|it| it.extended.is_none()).collect();
        let is_soon = |it: &&Application| it.answered.is_some_and(|at| at.day.days_since(it.received.day) <= SOON);
        plain.iter().all(is_soon).then_some(plain.len())
    }

    /// All that were decided in the year, where each row says with what.
    fn decided(&self) -> Option<Vec<&'a Application>> {
        let is_clear = self.unclear.iter().all(|it| it.1 == Lacks::Applicant);
        (self.is_kept && is_clear).then(|| self.counted(Is::Total))
    }

    /// Table three.
    pub fn sheet(&self, of: &Dossier<'_>) -> Sheet {
        let lines = annual_tables::applications(self.year).into_iter().map(|it| {
            let is_head = it.is == Is::Head;
            let cells = if is_head { Vec::new() } else { self.cells(it.is) };
            // What last year's report carried on is no row of a register.
            let list = (it.is != Is::Carried || self.knows_before()).then_some(APPLICATIONS);
            Line { name: it.name, cells, source: if is_head { String::new() } else { self.source(of, it.is) }, list }
        });
        Sheet {
            id: "applications",
            title: "收到和处理政府信息公开申请情况".to_owned(),
            heads: KEYS.into_iter().zip(HEADS).collect(),
            lines: lines.collect(),
        }
    }

    /// Table four. The register says how a case ended and not when, so only what it says is told, and no nought.
    pub fn lawsuits(&self, of: &Dossier<'_>) -> Sheet {
        let line = |(at, name): (usize, &'static str)| {
            let found: Vec<Vec<&Application>> = OUTCOMES.iter().map(|it| self.ended(at, it)).collect();
            let mut cells: Vec<Option<usize>> = found.iter().map(|it| Some(it.len()).filter(|it| *it > 0)).collect();
            cells.push(None);
            let rows = self.rows(of, &found.concat());
            let source = if rows.is_empty() {
                String::new()
            } else {
                of.sentence(&text! {
                    zh: "登记里写明的：{rows}；登记没有结案日期，请核对是不是本年度的",
                    en: "as the register says: {rows}; it has no day on which a case ended, so check that it was in the year",
                })
            };
            Line { name, cells, source, list: Some(APPLICATIONS) }
        };
        let mut heads: Vec<_> = OUTCOME_KEYS.into_iter().zip(OUTCOMES).collect();
        heads.push(("total", "总计"));
        Sheet {
            id: "lawsuits",
            title: "政府信息公开行政复议、行政诉讼情况".to_owned(),
            heads,
            lines: LAWSUITS.into_iter().enumerate().map(line).collect(),
        }
    }

    /// Where the numbers of a line that counts `is` come from.
    fn source(&self, of: &Dossier<'_>, is: Is) -> String {
        let knows_before = self.knows_before();
        if is == Is::Carried && !knows_before {
            let year = self.year - 1;
            return match self.before {
                Some(_) => of.sentence(&text! {
                    zh: "{year}年报告的“结转下年度继续办理”",
                    en: "what the report on {year} carried on",
                }),
                None => String::new(),
            };
        }
        let counted = self.counted(is);
        if !self.is_kept {
            String::new()
        } else if counted.is_empty() {
            of.say(words! { zh: "登记里没有", en: "none in the register" })
        } else {
            self.rows(of, &counted)
        }
    }

    /// Which rows of which register `these` are.
    fn rows(&self, of: &Dossier<'_>, these: &[&Application]) -> String {
        const MOST: usize = 8;
        let mut files: BTreeMap<FileId, Vec<u32>> = BTreeMap::new();
        for it in these {
            files.entry(it.file).or_default().push(it.row);
        }
        let one = |(file, rows): (&FileId, &Vec<u32>)| {
            let title = self.keepers.get(file).map_or("", |&id| of.model.entry(id).title());
            let list = |mark: &str| rows.iter().take(MOST).map(u32::to_string).collect::<Vec<_>>().join(mark);
            let count = rows.len();
            let (zh, en) = (list("、"), list(", "));
            let text = if count > MOST {
                text! { zh: "《{title}》第{zh}行等 {count} 件", en: "{title}, rows {en} and others, {count} in all" }
            } else {
                text! { zh: "《{title}》第{zh}行", en: "{title}, rows {en}" }
            };
            of.sentence(&text)
        };
        files.iter().map(one).collect::<Vec<_>>().join("；")
    }

    /// The rows that are not clear.
    pub fn doubts(&self, of: &Dossier<'_>) -> Grid {
        let rows = self.unclear.iter().map(|(it, lacks)| {
            let (kind, result) = (&it.applicant, &it.result);
            let what = match lacks {
                Lacks::Applicant => text! {
                    zh: "申请人类型“{kind}”不是表里的一栏",
                    en: "the kind of applicant `{kind}` is no column of the form",
                },
                Lacks::Result if result.is_empty() => text! {
                    zh: "已经答复，没有写处理结果",
                    en: "answered, and not said with what result",
                },
                Lacks::Result => text! {
                    zh: "处理结果“{result}”不是表里的一行",
                    en: "the result `{result}` is no line of the form",
                },
                Lacks::Day => text! {
                    zh: "处理结果是“{result}”，没有写答复日期",
                    en: "the result is `{result}`, and the day of the answer is not said",
                },
            };
            let register = self.register(of, it);
            let row = usize::try_from(it.row).unwrap_or(0);
            let figures = vec![register, Figure::count(row), Figure::text(&*it.id), Figure::text(of.sentence(&what))];
            Row { id: String::new(), figures }
        });
        of.grid(
            "unclear",
            words! { zh: "没有计入的申请", en: "Applications that were not counted" },
            vec![
                of.column("register", words! { zh: "登记", en: "register" }, 3),
                of.column("row", words! { zh: "行", en: "row" }, 1),
                of.column("number", words! { zh: "编号", en: "number" }, 2),
                of.column("lacks", words! { zh: "原因", en: "why" }, 4),
            ],
            rows.collect(),
            words! { zh: "没有。", en: "None." },
        )
    }

    /// Whether one and two are as much as three and four; none where a number is open.
    pub fn balances(&self) -> Option<bool> {
        let [new, carried, total, next] = [Is::New, Is::Carried, Is::Total, Is::Next].map(|it| self.cells(it));
        let mut all = true;
        for (taken, left) in new.into_iter().zip(carried).zip(total.into_iter().zip(next)) {
            all &= taken.0? + taken.1? == left.0? + left.1?;
        }
        Some(all)
    }

    /// What is said in words of the year's applications.
    pub fn told(&self, of: &Dossier<'_>) -> String {
        let [new, carried, total, next] = [Is::New, Is::Carried, Is::Total, Is::Next]
            .map(|it| self.total(it).map_or_else(|| HOLE.to_owned(), |it| it.to_string()));
        of.sentence(&text! {
            zh: "本年度新收政府信息公开申请{new}件，上年结转{carried}件；办结{total}件，结转下年度继续办理{next}件。",
            en: "Received in the year: {new}; carried over: {carried}; decided: {total}; carried on into the next year: {next}.",
        })
    }
}

/// What an application came to, by the words of the register.
fn result(it: &Application) -> Option<&'static str> {
    let written = plain(&it.result);
    let words = annual_tables::applications(i32::MAX).into_iter().filter_map(|it| match it.is {
        Is::Result(words) => Some(words),
        _ => None,
    });
    words.flatten().find(|it| plain(it) == written).copied()
}
