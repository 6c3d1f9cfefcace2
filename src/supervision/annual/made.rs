//! Table two: what was made and decided, as far as the site's own entries say. An entry that is there counts; that none is there says
//! nothing, for not all that an office makes stands on its site.

use super::sheet::{COUNTED, Line, Sheet};
use crate::{
    check::annual_tables::{self, MadeLine},
    day::Day,
    model::Entry,
    record::schema,
    supervision::Dossier,
    vocabulary::{DocumentClass, EntryKind, Origin, Validity, Words},
};

/// The tables of the report on `year`, one for each set of heads.
pub fn made(of: &Dossier<'_>, own: &[&Entry], year: i32) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (line, id) in annual_tables::made(year).iter().zip(IDS) {
        // That none is there says nothing.
        let count = |key| Some(which(line, key, own, year).len()).filter(|it| *it > 0);
        let cells = line.heads.iter().map(|(key, _)| count(key)).collect::<Vec<_>>();
        let source = if cells.iter().any(Option::is_some) { of.say(SOURCE) } else { String::new() };
        let line_of = Line { name: line.name, cells, source, list: Some(COUNTED) };
        match sheets.last_mut().filter(|it| it.heads == line.heads) {
            Some(sheet) => sheet.lines.push(line_of),
            None => sheets.push(Sheet { id, title: String::new(), heads: line.heads.to_vec(), lines: vec![line_of] }),
        }
    }
    for sheet in &mut sheets {
        let names: Vec<&str> = sheet.lines.iter().map(|it| it.name).collect();
        sheet.title = format!("主动公开政府信息情况：{}", names.join("、"));
    }
    sheets
}

/// Ids of the tables, by their first line.
const IDS: [&str; 8] = ["made-1", "made-2", "made-3", "made-4", "made-5", "made-6", "made-7", "made-8"];

const SOURCE: Words = words! {
    zh: "按本网站公开的条目统计，不含转载的；没有上网的请补上",
    en: "counted from the entries of this site, without reprints; add what is not on it"
};

/// The entries that each line counts, with its name and its head.
pub fn counted<'e>(own: &[&'e Entry], year: i32) -> Vec<(&'static str, &'static str, &'e Entry)> {
    let lines = annual_tables::made(year).iter().flat_map(|line| line.heads.iter().map(move |head| (line, head)));
    lines
        .flat_map(|(line, (key, head))| which(line, key, own, year).into_iter().map(|it| (line.name, *head, it)))
        .collect()
}

/// The entries that `line` counts under the head of that key.
fn which<'e>(line: &MadeLine, key: &str, own: &[&'e Entry], year: i32) -> Vec<&'e Entry> {
    let of = |fits: &dyn Fn(&Entry) -> bool| own.iter().copied().filter(|it| fits(it)).collect();
    let class = match line.name {
        "规章" => Some(DocumentClass::Rule),
        it if it.contains("规范性文件") => Some(DocumentClass::Normative),
        _ => None,
    };
    if let Some(class) = class {
        let is = |it: &Entry| it.record.get(schema::Entry::DOCUMENT_CLASS) == Some(class);
        return match key {
            "made" => of(&|it| is(it) && it.made.is_some_and(|it| it.year() == year)),
            "published" => of(&|it| is(it) && it.first_public().is_some_and(|it| it.year() == year)),
            "public" => of(&|it| is(it) && it.first_public().is_some_and(|it| it.year() <= year)),
            "in_force" => of(&|it| is(it) && is_in_force(it, year)),
            _ => Vec::new(),
        };
    }
    let kind = match line.name {
        "行政许可" => EntryKind::Licence,
        "行政处罚" => EntryKind::Penalty,
        _ => return Vec::new(),
    };
    let is_counted = key == "decisions";
    of(&|it| is_counted && it.kind == kind && it.made.is_some_and(|it| it.year() == year))
}

/// Whether a document is in force when the year ends, as far as it says so.
fn is_in_force(entry: &Entry, year: i32) -> bool {
    let Ok(last) = Day::new(year, 12, 31) else { return false };
    entry.made.is_some_and(|it| it <= last)
        && entry.record.get(schema::Entry::VALIDITY) == Some(Validity::Valid)
        && entry.record.get(schema::Entry::EXPIRES).is_none_or(|it| it >= last)
}

/// Whether `entry` is an office's own: what it took from elsewhere is not made by it.
pub fn is_own(entry: &Entry) -> bool {
    entry.is_published() && entry.record.get(schema::Entry::ORIGIN) != Some(Origin::Reprint)
}
