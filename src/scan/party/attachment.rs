//! People whom an attachment names in full: in the columns of its tables, behind its labels, in the sentences of a decision.
//!
//! A file may name thousands. Each kind of thing is told once, with its first place and how many there are.

use std::collections::BTreeSet;

use super::{
    birth,
    column::{self, Column},
    home,
    label::{HOMES, PARTIES, labels, value},
    name, prose,
    rule::UNMASKED_PARTY,
};
use crate::{
    diagnostic::Findings,
    office::{Piece, Reading},
    scan::{names::letters, person::is_masked, slip, subject::stem},
    source::{FileId, Place, Span},
    table::Table,
    vocabulary::Text,
};

/// Words of titles of files in which people are decided on.
const MATTERS: [&str; 8] =
    ["处罚决定", "处罚信息", "处罚公示", "处罚结果", "处罚案件", "许可决定书", "许可信息", "双公示"];

/// Words of titles of lists of those who decide.
const OFFICERS: [&str; 3] = ["执法人员", "执法证", "执法主体"];

/// Pieces from the top among which a title stands.
const HEAD: usize = 6;

/// Columns that a table of people has at most.
const MOST_HEADS: usize = 200;

/// Looks at what was read of an attachment, and at its rows if it is a CSV.
pub(in crate::scan) fn attachment(
    file: FileId,
    path: &str,
    reading: &Reading,
    tables: &[Table],
    findings: &mut Findings,
) {
    let pieces = &reading.pieces;
    let heads = || pieces.iter().take(HEAD).map(|it| it.text.as_str()).chain([stem(path)]);
    let has = |words: &[&str]| heads().any(|head| words.iter().any(|word| head.contains(word)));
    let is_matter = has(&MATTERS) && !has(&OFFICERS);
    let mut seen = Seen::default();
    let is_csv = path.rsplit('.').next().is_some_and(|it| it.eq_ignore_ascii_case("csv"));
    if let ([table], true) = (tables, is_csv) {
        seen.csv(file, table, is_matter);
    }
    for (at, table) in (1..).zip(tables).filter(|_| !is_csv) {
        let mut columns = Vec::new();
        for row in std::iter::once(table.head()).chain(table.rows()) {
            let cells: Vec<&str> = row.cells().map(|cell| cell.text).collect();
            let number = row.number();
            seen.row(&mut columns, &cells, is_matter, &|| {
                Some(text! { zh: "第 {at} 张工作表第 {number} 行", en: "row {number} of sheet {at}" })
            });
        }
    }
    for table in &reading.tables {
        let mut columns = Vec::new();
        for row in table {
            let cells: Vec<&str> = row.text.split('\t').map(str::trim).collect();
            seen.row(&mut columns, &cells, is_matter, &|| Some(row.place.words()));
        }
    }
    for piece in pieces.iter().chain(reading.tables.iter().flatten()) {
        seen.words(piece, is_matter);
    }
    seen.tell(file, findings);
}

/// A kind of thing that is told of people.
#[derive(Default)]
struct Kind {
    /// What was seen of it, each once.
    values: BTreeSet<String>,
    /// Where the first stands: in the file, or in words.
    first: Option<(Option<Span>, Option<Text>)>,
}

impl Kind {
    fn add(&mut self, value: &str, span: Option<Span>, place: &dyn Fn() -> Option<Text>) {
        self.values.insert(letters(value));
        self.first.get_or_insert_with(|| (span, place()));
    }
}

#[derive(Default)]
struct Seen {
    names: Kind,
    homes: Kind,
    births: Kind,
    numbers: Kind,
}

impl Seen {
    /// Takes in the cells of a CSV, which know their place in the file.
    fn csv(&mut self, file: FileId, table: &Table, is_matter: bool) {
        let columns: Vec<Option<Column>> = table.head().cells().map(|head| column::of(head.text, is_matter)).collect();
        if columns.iter().all(Option::is_none) {
            return;
        }
        for row in table.rows() {
            for (cell, column) in row.cells().zip(&columns) {
                let Some(column) = column else { continue };
                let span = cell.at.map(|at| Span::new(file, at..at + cell.text.len()));
                self.cell(*column, cell.text.trim(), span, &|| None);
            }
        }
    }

    /// Takes in a row below heads that say what stands there, or such heads.
    fn row(
        &mut self,
        columns: &mut Vec<Option<Column>>,
        cells: &[&str],
        is_matter: bool,
        place: &dyn Fn() -> Option<Text>,
    ) {
        // Most rows hold numbers, and heads none. A label with its value beside it is no head.
        let has_digit = |cell: &&str| cell.contains(|char: char| char.is_ascii_digit());
        if cells.len() <= MOST_HEADS && !cells.iter().any(has_digit) {
            let found: Vec<Option<Column>> = cells.iter().map(|head| column::of(head, is_matter)).collect();
            if found.iter().any(Option::is_some) && !cells.iter().any(|it| name::is_full(it) || is_masked(it)) {
                *columns = found;
                return;
            }
        }
        for (cell, column) in cells.iter().zip(&*columns) {
            if let Some(column) = column {
                self.cell(*column, cell, None, place);
            }
        }
    }

    fn cell(&mut self, column: Column, cell: &str, span: Option<Span>, place: &dyn Fn() -> Option<Text>) {
        match column {
            Column::Names => name::parts(cell).for_each(|name| self.names.add(name, span, place)),
            Column::Homes => {
                if let Some(door) = home::door(cell) {
                    self.homes.add(door, span, place);
                }
            }
            Column::Births if birth::is_day(cell) => self.births.add(cell, span, place),
            Column::Identities if slip::is_identity(cell) => self.numbers.add(cell, span, place),
            Column::Births | Column::Identities | Column::Accounts => {}
        }
    }

    /// Takes in what follows labels, and whom sentences decide on.
    fn words(&mut self, piece: &Piece, is_matter: bool) {
        let place = || Some(piece.place.words());
        for (label, end) in labels(&piece.text) {
            let Some((_, value)) = value(&piece.text, end) else { continue };
            if PARTIES.contains(&label) {
                name::parts(name::head(value)).for_each(|name| self.names.add(name, None, &place));
            } else if HOMES.contains(&label) {
                if let Some(door) = home::door(value) {
                    self.homes.add(door, None, &place);
                }
            } else {
                let length = value.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(value.len());
                if slip::is_identity(&value[..length]) {
                    self.numbers.add(&value[..length], None, &place);
                }
            }
        }
        if is_matter {
            prose::in_text(&piece.text, &mut |name, _| self.names.add(name, None, &place));
        }
    }

    fn tell(self, file: FileId, findings: &mut Findings) {
        let Self { names, homes, births, numbers } = self;
        let mask = text! {
            zh: "姓名写成“张*”的样子；法律规定公开全名的，保留",
            en: "write names as 张*; keep them where the law demands the full name",
        };
        let town = text! { zh: "只写到乡镇、街道或者村", en: "write addresses down to the township or village only" };
        let year = text! { zh: "只写到年", en: "write the year only" };
        let cover = text! {
            zh: "遮去中间各位，并核对原件",
            en: "mask the middle of it, and compare it with the original",
        };
        for (kind, zh, en, help) in [
            (names, "个人姓名没有遮盖", "a private person's name is not masked", mask),
            (homes, "住址写到了门牌", "an address down to the door", town),
            (births, "出生日期写到了日", "a birthday down to the day", year),
            (
                numbers,
                "像是抄错一位的身份证号没有遮盖",
                "what looks like an identity number with a slip is not masked",
                cover,
            ),
        ] {
            let Some((span, place)) = kind.first else { continue };
            let count = kind.values.len();
            let more = if count > 1 {
                text! { zh: "，全文共 {count} 个", en: "; there are {count} of them" }
            } else {
                Text { zh: String::new(), en: String::new() }
            };
            let (of_all, of_all_en) = (more.zh, more.en);
            let message = match place {
                Some(place) => {
                    let (place, place_en) = (place.zh, place.en);
                    text! { zh: "附件{place}中的{zh}{of_all}", en: "in {place_en} of the attachment {en}{of_all_en}" }
                }
                None => text! { zh: "附件中的{zh}{of_all}", en: "in the attachment {en}{of_all_en}" },
            };
            findings
                .raise(&UNMASKED_PARTY, span.map_or(Place::File(file), Into::into), message)
                .help(help)
                .key(zh)
                .private();
        }
    }
}
