//! Personal numbers in the rows of tables, and in the pieces of attachments.

use std::collections::{BTreeMap, BTreeSet};

use super::{account, identity, phone};
use crate::{
    diagnostic::Findings,
    number::personal::{self, Personal},
    office::{self, Piece},
    source::{FileId, Span},
    table::{Row, Table},
};

/// By number, masked: the head of the column it stands in; none where it stands in several.
pub(super) type Columns = BTreeMap<String, Option<String>>;

/// Looks at all rows of a CSV, the head among them; then at its lines, of which a table may leave some out.
pub(super) fn csv(file: FileId, table: &Table, lines: &[Piece], findings: &mut Findings) {
    let heads: Vec<&str> = table.head().cells().map(|head| head.text).collect();
    let mut told = Findings::new();
    for at in std::iter::once(table.head()).chain(table.rows()) {
        row(file, at, &heads, &mut told);
    }
    let keys: BTreeSet<String> = told.iter().filter_map(|it| it.key.clone()).collect();
    findings.extend(told);
    for line in lines {
        let text = line.text.replace('"', "");
        let mut found = personal::find(&text);
        found.identities.retain(|it| !keys.contains(&it.masked));
        found.old_identities.retain(|it| !keys.contains(&it.masked));
        found.phones.retain(|it| !keys.contains(&it.masked));
        found.cards.retain(|it| !keys.contains(&it.masked));
        let place = line.place.words();
        identity::piece(file, &text, &found, (&heads.join(" "), &place), None, findings);
        phone::piece(file, &text, &found, &place, None, findings);
        account::piece(file, &text, &found, &heads.join(" "), &place, findings);
    }
}

/// Looks at one row of a CSV, whose cells know their place in the file.
fn row(file: FileId, row: Row<'_>, heads: &[&str], findings: &mut Findings) {
    let (text, cells) = joined(row);
    let found = personal::find(&text);
    if found == Personal::default() {
        return;
    }
    let column = |at: usize| cells.partition_point(|cell| cell.0 <= at).saturating_sub(1);
    let mut told = Findings::new();
    identity::text(file, &text, &found, None, &mut told);
    phone::text(file, &text, &found, None, &mut told);
    account::row(file, &text, &found, &heads.join(" "), &mut told);
    // From places in the row to places in the file.
    for mut finding in told.into_vec() {
        // A cell may be quoted in its file, and the file in another encoding: there is no edit of it.
        finding.fix.clear();
        if let Some(span) = finding.place.span() {
            let range = span.range.bytes();
            let (first, last) = (column(range.start), column(range.end.saturating_sub(1)));
            let place = |column: usize, at: usize| cells.get(column).and_then(|cell| Some(cell.1? + at - cell.0));
            finding.place = match place(first, range.start).zip(place(last, range.end)) {
                Some((start, end)) => Span::new(file, start..end).into(),
                None => file.into(),
            };
            finding.column = heads.get(first).filter(|_| first == last).map(|&head| head.to_owned());
        }
        findings.push(finding);
    }
}

/// The cells of a row, each ended by a tab; and where each begins there, and in its file.
fn joined(row: Row<'_>) -> (String, Vec<(usize, Option<usize>)>) {
    let mut text = String::new();
    let mut cells = Vec::new();
    for cell in row.cells() {
        cells.push((text.len(), cell.at));
        text.push_str(cell.text);
        text.push('\t');
    }
    (text, cells)
}

/// In which columns the numbers of tables stand.
pub(super) fn columns(tables: &[Table]) -> Columns {
    let mut columns = Columns::new();
    for table in tables {
        add_columns(table, &mut columns);
    }
    columns
}

fn add_columns(table: &Table, columns: &mut Columns) {
    let heads: Vec<&str> = table.head().cells().map(|head| head.text).collect();
    for row in table.rows() {
        let (text, cells) = joined(row);
        let found = personal::find(&text);
        let identities = found.identities.iter().chain(&found.old_identities).map(|it| (&it.masked, &it.range));
        let phones = found.phones.iter().map(|it| (&it.masked, &it.range));
        let cards = found.cards.iter().map(|it| (&it.masked, &it.range));
        for (masked, range) in identities.chain(phones).chain(cards) {
            let column = cells.partition_point(|cell| cell.0 <= range.start).saturating_sub(1);
            let head = heads.get(column).map(|&head| head.to_owned());
            let known = columns.entry(masked.clone()).or_insert_with(|| head.clone());
            if *known != head {
                *known = None;
            }
        }
    }
}

/// Numbers of an attachment that are told one by one: a small file may hold half a million.
const MOST_TOLD: usize = 500;

/// Looks at the pieces of an attachment: rows of sheets, paragraphs, lines.
pub(super) fn pieces(file: FileId, pieces: &[Piece], columns: &Columns, findings: &mut Findings) {
    let (mut start, mut count, mut last) = (0, 0, None);
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 && !in_one_sheet(&pieces[at - 1], piece) {
            start = at;
        }
        let found = personal::find(&piece.text);
        if found == Personal::default() {
            continue;
        }
        let place = piece.place.words();
        let mut told = Findings::new();
        let is_unclear = !(found.cards.is_empty() && found.old_identities.is_empty());
        let near = if is_unclear { around(pieces, start, at) } else { String::new() };
        identity::piece(file, &piece.text, &found, (&near, &place), None, &mut told);
        phone::piece(file, &piece.text, &found, &place, None, &mut told);
        if !found.cards.is_empty() {
            account::piece(file, &piece.text, &found, &near, &place, &mut told);
        }
        for mut finding in told.into_vec() {
            count += 1;
            if count > MOST_TOLD {
                last = Some(finding.rule);
                continue;
            }
            let masked = finding.key.as_deref().and_then(|key| key.split(' ').next());
            finding.column = masked.and_then(|masked| columns.get(masked).cloned().flatten());
            findings.push(finding);
        }
    }
    if let Some(rule) = last {
        let more = count - MOST_TOLD;
        findings
            .raise(
                rule,
                file,
                text! { zh: "后面还有 {more} 处个人号码，没有逐一列出", en: "{more} more personal numbers, not told one by one" },
            )
            .help(text! { zh: "遮盖全部号码以后再检查一次", en: "mask them all, then check again" })
            .key("more");
    }
}

/// The words around a piece: the first rows of its sheet, which begins with piece `start`, or the pieces before and after.
fn around(pieces: &[Piece], start: usize, at: usize) -> String {
    let near = match &pieces[at].place {
        office::Place::Row(..) => &pieces[start..at.min(start + 3)],
        _ => &pieces[at.saturating_sub(2)..(at + 3).min(pieces.len())],
    };
    near.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn in_one_sheet(one: &Piece, other: &Piece) -> bool {
    matches!((&one.place, &other.place), (office::Place::Row(a, _), office::Place::Row(b, _)) if a == b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        office::read,
        scan::attachment,
        table::{Limits, read_csv},
    };

    fn told(text: &str) -> Vec<(&'static str, String)> {
        let mut findings = Findings::new();
        let (path, table) = ("content/名单.csv", read_csv(text, Limits::default()));
        attachment(FileId(0), path, &read(path, text.as_bytes()), &[table], &mut findings);
        findings
            .iter()
            .filter(|it| it.rule.code.starts_with("GK08"))
            .map(|it| (it.rule.code, it.place.span().map_or("", |span| &text[span.range.bytes()]).to_owned()))
            .collect()
    }

    #[test]
    fn numbers_in_cells_are_told_where_they_stand() {
        assert_eq!(told("单位,证件号\n甲,11010519491231002X\n"), [("GK0801", "11010519491231002X".to_owned())]);
        assert_eq!(told("名称,联系电话\n甲,\"13800000000\"\n"), [("GK0802", "13800000000".to_owned())]);
        assert_eq!(told("姓名,身份证号\n甲*,110105491231002\n").iter().map(|it| it.0).collect::<Vec<_>>(), ["GK0801"]);
        assert!(told("名称,流水号\n甲,110105491231002\n").is_empty());
        let cards = told("户主,一卡通\n某甲,6222000000000000004\n");
        assert!(cards.contains(&("GK0803", "6222000000000000004".to_owned())), "{cards:?}");
        assert_eq!(told("甲,1,1,0,1,0,5,1,9,4,9,1,2,3,1,0,0,2,X\n")[0].1, "1,1,0,1,0,5,1,9,4,9,1,2,3,1,0,0,2,X");
    }

    #[test]
    fn of_very_many_numbers_the_rest_is_counted() {
        let text = "11010519491231002X\n\n".repeat(MOST_TOLD + 20);
        let mut findings = Findings::new();
        attachment(FileId(0), "content/名单.txt", &read("名单.txt", text.as_bytes()), &[], &mut findings);
        let told: Vec<_> = findings.iter().filter(|it| it.rule.code == "GK0801").collect();
        assert_eq!(told.len(), MOST_TOLD + 1);
        assert!(told.iter().any(|it| it.message.zh.contains("还有 20 处") && it.candidate.is_none()));
    }

    #[test]
    fn every_line_is_read() {
        for text in [
            "张三,11010519491231002X\n",
            "11010519491231002X\n",
            "11010519491231002X",
            "名单（11010519491231002X）,,\n姓名,村\n张*,一\n",
            "\"11010519491231002X\"",
            "姓名;证件\n张*;11010519491231002X",
        ] {
            assert_eq!(told(text).iter().map(|it| it.0).collect::<Vec<_>>(), ["GK0801"], "{text}");
        }
    }

    #[test]
    fn the_name_of_a_column_exempts_nothing() {
        for head in ["统一社会信用代码", "订单号", "流水号", "项目编号", "学籍编码", "身份代码"]
        {
            assert_eq!(told(&format!("名称,{head}\n甲,11010519491231002X\n")).len(), 1, "{head}");
        }
    }
}
