//! Personal numbers in the rows of tables, and in the pieces of attachments.

use super::{account, identity, phone};
use crate::{
    diagnostic::Findings,
    number::personal::{self, Personal},
    office::{self, Piece},
    source::{FileId, Span},
    table::Row,
};

/// Looks at one row of a CSV, whose cells know their place in the file.
pub(super) fn csv(file: FileId, row: Row<'_>, heads: &[&str], findings: &mut Findings) {
    let mut text = String::new();
    let mut cells: Vec<(usize, Option<usize>)> = Vec::new();
    for cell in row.cells() {
        cells.push((text.len(), cell.at));
        text.push_str(cell.text);
        text.push('\t');
    }
    let mut found = personal::find(&text);
    let column = |at: usize| cells.partition_point(|cell| cell.0 <= at).saturating_sub(1);
    exempt(&mut found, |at| heads.get(column(at)).is_some_and(|head| is_of_codes(head)));
    if found == Personal::default() {
        return;
    }
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
            let (start, at) = cells.get(column(range.start)).copied().unwrap_or((0, None));
            finding.place = match at {
                Some(at) => Span::new(file, at + range.start - start..at + range.end - start).into(),
                None => file.into(),
            };
        }
        findings.push(finding);
    }
}

/// Looks at the pieces of an attachment: rows of sheets, paragraphs, lines.
pub(super) fn pieces(file: FileId, pieces: &[Piece], findings: &mut Findings) {
    let mut start = 0;
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 && !in_one_sheet(&pieces[at - 1], piece) {
            start = at;
        }
        let mut found = personal::find(&piece.text);
        if found == Personal::default() {
            continue;
        }
        if let office::Place::Row(..) = piece.place {
            let head = &pieces[start].text;
            let column = |at: usize| piece.text[..at].matches('\t').count();
            exempt(&mut found, |at| head.split('\t').nth(column(at)).is_some_and(is_of_codes));
        }
        let place = piece.place.words();
        identity::piece(file, &piece.text, &found, &place, None, findings);
        phone::piece(file, &piece.text, &found, &place, None, findings);
        if !found.cards.is_empty() {
            account::piece(file, &piece.text, &found, &around(pieces, start, at), &place, findings);
        }
    }
}

/// Takes out of `found` what stands where `inside` says.
fn exempt(found: &mut Personal, inside: impl Fn(usize) -> bool) {
    found.identities.retain(|it| !inside(it.range.start));
    found.old_identities.retain(|it| !inside(it.range.start));
    found.phones.retain(|it| !inside(it.range.start));
    found.cards.retain(|it| !inside(it.range.start));
}

/// Whether a column of this head holds codes, which may look like a person's number.
fn is_of_codes(head: &str) -> bool {
    let codes = ["信用代码", "机构代码", "代码", "编码", "订单号", "流水号", "单号", "项目编号", "索引号", "文号"];
    codes.iter().any(|word| head.contains(word)) && !head.contains("证件") && !head.contains("身份")
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
        scan::table,
        table::{Limits, read_csv},
    };

    fn told(text: &str) -> Vec<(&'static str, String)> {
        let mut findings = Findings::new();
        table(FileId(0), "content/名单.csv", &read_csv(text, Limits::default()), &mut findings);
        findings
            .iter()
            .map(|it| (it.rule.code, it.place.span().map_or("", |span| &text[span.range.bytes()]).to_owned()))
            .collect()
    }

    #[test]
    fn numbers_in_cells_are_told_where_they_stand() {
        assert_eq!(told("单位,证件号\n甲,11010519491231002X\n"), [("GK0801", "11010519491231002X".to_owned())]);
        assert_eq!(told("名称,联系电话\n甲,\"13800000000\"\n"), [("GK0802", "13800000000".to_owned())]);
        let cards = told("户主,一卡通\n某甲,6222000000000000004\n");
        assert!(cards.contains(&("GK0803", "6222000000000000004".to_owned())), "{cards:?}");
    }

    #[test]
    fn columns_of_codes_are_exempt() {
        assert!(told("名称,统一社会信用代码\n甲,11010519491231002X\n").is_empty());
        assert!(!told("名称,身份代码\n甲,11010519491231002X\n").is_empty());
    }
}
