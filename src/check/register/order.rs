//! Days of one row that cannot follow each other as they are written.

use crate::{
    check::sheet::Rows,
    day::Day,
    table::{Row, plain},
};

/// Columns of days: the first is never after the second. What is passed on may be so before it is accepted.
const ORDER: [(&str, &str); 10] = [
    ("受理日期", "答复日期"),
    ("发布日期", "更正日期"),
    ("发布日期", "删除日期"),
    ("发布日期", "更新日期"),
    ("收到日期", "补正告知日期"),
    ("补正告知日期", "补正日期"),
    ("收到日期", "延期告知日期"),
    ("征求意见日期", "意见收到日期"),
    ("收到日期", "征求意见日期"),
    ("收到日期", "答复日期"),
];

/// A day that comes before one that it must follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Disorder {
    /// The column of the day that should be the first, and that day.
    pub first: (&'static str, Day),
    /// The column of the day that should be the last, and that day.
    pub then: (&'static str, Day),
    /// Where that column stands in the file.
    pub at: usize,
}

/// Looks through rows for days in the wrong order: `rows` says where the columns stand.
pub(super) fn disorders<'m>(rows: &Rows<'m>) -> impl Fn(Row<'m>) -> Vec<Disorder> + use<'m> {
    let pairs: Vec<_> = ORDER
        .iter()
        .filter_map(|&(first, then)| Some(((first, rows.column(first)?), (then, rows.column(then)?))))
        .collect();
    move |row| {
        let of = |&((first, from), (then, to)): &((&'static str, usize), (&'static str, usize))| {
            let (earlier, later) = (day(row.text(from))?, day(row.text(to))?);
            (later < earlier).then_some(Disorder { first: (first, earlier), then: (then, later), at: to })
        };
        pairs.iter().filter_map(of).collect()
    }
}

/// The day that a cell says, with or without an hour.
fn day(cell: &str) -> Option<Day> {
    Day::guess(&plain(cell)).or_else(|| Day::guess(cell.trim().split([' ', 'T']).next()?))
}
