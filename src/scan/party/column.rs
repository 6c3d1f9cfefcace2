//! Columns of people's names, homes, birthdays and numbers.

use super::label::{HOMES, NUMBERS, PARTIES};

/// What a column holds, by its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Names,
    Homes,
    Births,
    Identities,
    Accounts,
}

/// Heads of columns of parties where somebody is decided on.
const DECIDED_ON: [&str; 10] =
    ["姓名", "相对人", "被处罚对象", "处罚对象", "许可对象", "持证人", "户主", "违法人", "被检查人", "权利人"];

/// Heads of columns of accounts.
const ACCOUNTS: [&str; 10] =
    ["银行账号", "银行帐号", "账号", "帐号", "卡号", "银行卡号", "银行卡", "一卡通账号", "一卡通号", "社保卡号"];

/// What a column below `head` holds, where the entry decides on somebody or not.
pub(super) fn of(head: &str, is_matter: bool) -> Option<Column> {
    let blank = |it: char| it.is_whitespace() || matches!(it, '*' | '_');
    let head: String = head.split(['（', '(']).next().unwrap_or_default().chars().filter(|it| !blank(*it)).collect();
    head.split(['/', '、', '或']).find_map(|head| {
        let of_whom = ["姓名", "名称"].iter().find_map(|it| head.strip_suffix(it)).filter(|it| !it.is_empty());
        let of_whom = of_whom.unwrap_or(head);
        if PARTIES.contains(&of_whom) || is_matter && (DECIDED_ON.contains(&head) || DECIDED_ON.contains(&of_whom)) {
            Some(Column::Names)
        } else if HOMES.contains(&head) {
            Some(Column::Homes)
        } else if NUMBERS.contains(&head) {
            Some(Column::Identities)
        } else if ACCOUNTS.contains(&head) {
            Some(Column::Accounts)
        } else {
            (is_matter && ["出生日期", "出生年月日", "出生年月", "生日"].contains(&head)).then_some(Column::Births)
        }
    })
}

/// Hands on each cell of the tables of `text` below a head that says what stands there: where the cell begins, its words, its row.
pub(super) fn cells(text: &str, is_matter: bool, each: &mut dyn FnMut(Column, usize, &str, &str)) {
    let mut at = 0;
    let mut above = "";
    let mut columns: Vec<Option<Column>> = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.contains('|') {
            columns.clear();
        } else if line.contains('-') && line.chars().all(|it| matches!(it, '|' | '-' | ':' | ' ' | '\r' | '\n')) {
            columns = bare(above).1.split('|').map(|it| of(it, is_matter)).collect();
        } else if columns.iter().any(Option::is_some) {
            let (lead, row) = bare(line);
            let mut from = at + lead;
            for (cell, column) in row.split('|').zip(&columns) {
                if let Some(column) = column {
                    each(*column, from + cell.len() - cell.trim_start().len(), cell.trim(), line);
                }
                from += cell.len() + 1;
            }
        }
        above = line;
        at += line.len();
    }
}

/// A row without the border before it, and how long that is.
fn bare(line: &str) -> (usize, &str) {
    let row = line.trim_start();
    let row = row.strip_prefix('|').unwrap_or(row);
    (line.len() - row.len(), row)
}
