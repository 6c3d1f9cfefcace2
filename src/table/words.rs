//! What is wrong with a table or a cell, in words that findings quote.

use crate::text::Text;

use super::cell::Reason;
use super::grid::Problem;

impl Reason {
    /// Why the cell is wrong, and what it should be.
    pub fn words(&self) -> Text {
        match self {
            Self::Missing => text! { zh: "这一格必须填写", en: "this cell must be filled" },
            Self::NotInteger => text! { zh: "应为整数，如 12", en: "should be a whole number such as 12" },
            Self::NotDecimal => text! { zh: "应为数字，如 12.5", en: "should be a number such as 12.5" },
            Self::NotMoney => text! { zh: "应为金额，如 1234.50", en: "should be an amount such as 1234.50" },
            Self::NotDate => text! { zh: "应为日期，如 2018-05-03", en: "should be a date such as 2018-05-03" },
            Self::NotYesNo => text! { zh: "应为“是”或“否”", en: "should be 是 (yes) or 否 (no)" },
            Self::NotAllowed(Some(nearest)) => {
                text! { zh: "不在可选的值之内，是否为“{nearest}”？", en: "is not in the list; perhaps “{nearest}”?" }
            }
            Self::NotAllowed(None) => text! { zh: "不在可选的值之内", en: "is not in the list" },
            Self::NotCode(odd) => {
                let (odd, point) = (odd.escape_debug(), u32::from(*odd));
                text! { zh: "编码中不应有“{odd}”（U+{point:04X}）", en: "a code has no “{odd}” (U+{point:04X})" }
            }
            Self::NotPhone => {
                text! { zh: "应为电话号码，如 0797-8000000", en: "should be a phone number such as 0797-8000000" }
            }
            Self::NotUrl => {
                text! { zh: "应为网址，以 http:// 或 https:// 开头", en: "should be an address that begins with http:// or https://" }
            }
            Self::NotDays => text! { zh: "应为天数，如 20 或 20个工作日", en: "should be a number of days such as 20" },
            Self::NotPerson => text! { zh: "应为姓名，不应带号码", en: "should be a name without numbers" },
            Self::Number(why) => why.clone(),
            Self::Repeated(row) => text! { zh: "与第 {row} 行重复", en: "stands already in row {row}" },
        }
    }
}

impl Problem {
    /// What is wrong with the table.
    pub fn words(&self) -> Text {
        match *self {
            Self::Empty => text! { zh: "表中没有内容", en: "the table is empty" },
            Self::BlankHead { column } => {
                text! { zh: "第 {column} 列有内容、没有列名", en: "column {column} has values but no head" }
            }
            Self::RepeatedHead { first, column } => {
                text! { zh: "第 {column} 列与第 {first} 列同名", en: "columns {first} and {column} have the same head" }
            }
            Self::Ragged { row, cells, heads } => {
                text! { zh: "第 {row} 行有 {cells} 格，列名有 {heads} 个", en: "row {row} has {cells} cells for {heads} heads" }
            }
            Self::Unclosed { row } => {
                text! { zh: "第 {row} 行的引号没有配对", en: "a quotation mark in row {row} is never closed" }
            }
            Self::StrayQuote { row, column } => {
                text! { zh: "第 {row} 行第 {column} 格的引号之后还有文字", en: "text follows the closing quotation mark in row {row}, cell {column}" }
            }
            Self::TooManyRows => text! { zh: "行数太多", en: "too many rows" },
            Self::TooManyColumns => text! { zh: "列数太多", en: "too many columns" },
            Self::TooLarge => text! { zh: "表太大", en: "the table is too large" },
            Self::Damaged => text! { zh: "工作簿已损坏，打不开", en: "the workbook is damaged" },
            Self::Locked => text! { zh: "工作簿加了密码", en: "the workbook is locked with a password" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_to_write() {
        assert_eq!(Reason::NotAllowed(Some("行政许可".into())).words().zh, "不在可选的值之内，是否为“行政许可”？");
        assert_eq!(Reason::NotCode('Х').words().en, "a code has no “Х” (U+0425)");
        assert_eq!(Problem::Ragged { row: 3, cells: 2, heads: 4 }.words().zh, "第 3 行有 2 格，列名有 4 个");
    }
}
