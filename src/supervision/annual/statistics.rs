//! The statistics that reports had before 2019, as far as they can be counted.

use super::{
    sheet::{APPLICATIONS, COUNTED, Line, NUMBER, Sheet},
    tally::Tally,
};
use crate::{
    check::annual_tables::{Is, STATISTICS},
    model::{Application, Entry},
    record::schema,
    supervision::Dossier,
    vocabulary::{DocumentClass, EntryKind, Words},
};

/// The results that the form of 2008 calls 不同意公开.
const WITHHELD: [&str; 8] = [
    "国家秘密",
    "其他法律行政法规禁止公开",
    "危及“三安全一稳定”",
    "保护第三方合法权益",
    "三类内部事务信息",
    "四类过程性信息",
    "行政执法案卷",
    "行政查询事项",
];

const ENTRIES: Words = words! {
    zh: "按本网站本年度公开的条目统计，不含转载的",
    en: "counted from the entries that this site made public in the year, without reprints"
};
const REGISTER: Words = words! { zh: "按依申请公开登记统计", en: "counted from the register of applications" };

/// The table of the report on `year`.
pub fn statistics(of: &Dossier<'_>, own: &[&Entry], tally: &Tally<'_>, year: i32) -> Sheet {
    let line = |&name: &&'static str| {
        let (cell, source, list) = match (&entries(name, own, year)[..], applications(name, tally)) {
            ([], Some(count)) => (Some(count), of.say(REGISTER), Some(APPLICATIONS)),
            // Where there are none, others may have made it public elsewhere.
            ([], None) => (None, String::new(), None),
            (all, _) => (Some(all.len()), of.say(ENTRIES), Some(COUNTED)),
        };
        Line { name, cells: vec![cell], source, list }
    };
    Sheet {
        id: "statistics",
        title: "政府信息公开情况统计表".to_owned(),
        heads: vec![NUMBER],
        lines: STATISTICS.iter().map(line).collect(),
    }
}

/// The entries that each line counts, with its name and its head.
pub fn counted<'e>(own: &[&'e Entry], year: i32) -> Vec<(&'static str, &'static str, &'e Entry)> {
    STATISTICS
        .iter()
        .flat_map(|&name| entries(name, own, year).into_iter().map(move |it| (name, NUMBER.1, it)))
        .collect()
}

/// The entries that a line counts.
fn entries<'e>(name: &str, own: &[&'e Entry], year: i32) -> Vec<&'e Entry> {
    let normative = |it: &Entry| it.record.get(schema::Entry::DOCUMENT_CLASS) == Some(DocumentClass::Normative);
    let all = || own.iter().copied().filter(|it| it.first_public().is_some_and(|it| it.year() == year));
    match name {
        "主动公开政府信息数" => all().collect(),
        "主动公开规范性文件数" => all().filter(|it| normative(it)).collect(),
        "回应公众关注热点或重大舆情数" => {
            all().filter(|it| it.kind == EntryKind::OpinionResponse).collect()
        }
        "政策解读稿件发布数" => all().filter(|it| it.kind == EntryKind::Interpretation).collect(),
        _ => Vec::new(),
    }
}

/// The applications that each line counts, with its name and its head.
pub fn applied<'a>(tally: &Tally<'a>) -> Vec<(&'static str, &'static str, &'a Application)> {
    let of_line = |name: &'static str| match name {
        _ if applications(name, tally).is_none() => Vec::new(),
        "收到申请数" => tally.counted(Is::New),
        "申请办结数" | "申请答复数" => tally.counted(Is::Total),
        "按时办结数" => tally.counted(Is::Total).into_iter().filter(|it| it.extended.is_none()).collect(),
        "延期办结数" => tally.counted(Is::Total).into_iter().filter(|it| it.extended.is_some()).collect(),
        "同意公开答复数" => tally.counted(Is::Result(&["予以公开"])),
        "同意部分公开答复数" => tally.counted(Is::Result(&["部分公开"])),
        "不同意公开答复数" => tally.counted(Is::Result(&WITHHELD)),
        _ => Vec::new(),
    };
    STATISTICS.iter().flat_map(|&name| of_line(name).into_iter().map(move |it| (name, NUMBER.1, it))).collect()
}

/// What the register of applications says.
fn applications(name: &str, tally: &Tally<'_>) -> Option<usize> {
    match name {
        "收到申请数" => tally.total(Is::New),
        "申请办结数" | "申请答复数" => tally.answered(None),
        "按时办结数" => tally.in_time(),
        "延期办结数" => tally.extended(),
        "同意公开答复数" => tally.answered(Some(&["予以公开"])),
        "同意部分公开答复数" => tally.answered(Some(&["部分公开"])),
        "不同意公开答复数" => tally.answered(Some(&WITHHELD)),
        // Where all were answered so, none was answered otherwise.
        "属于已主动公开范围数"
        | "不属于本行政机关公开数"
        | "申请信息不存在数"
        | "告知作出更改补充数"
        | "告知通过其他途径办理数" => {
            let known = tally.answered(Some(&["予以公开", "部分公开"]))? + tally.answered(Some(&WITHHELD))?;
            (tally.answered(None)? == known).then_some(0)
        }
        _ => None,
    }
}
