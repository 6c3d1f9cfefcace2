//! A register's columns.

use super::plain::without_brackets;
use crate::vocabulary::CellType;

/// The columns of a typed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Its id: `power-list`.
    pub id: String,
    /// Its official name: `权责清单`.
    pub title: String,
    /// In the order that a new file has; a file may have another.
    pub columns: Vec<Column>,
    /// Whether the rows may be published.
    pub public: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The head, as authors write it.
    pub name: String,
    /// What its cells hold.
    pub kind: CellType,
    /// Whether every row must fill it; then the column itself may not be missing either.
    pub required: bool,
    /// Whether no value may come twice.
    pub unique: bool,
    /// The values of a one-of or many-of column; empty for any.
    pub values: Vec<String>,
}

impl Schema {
    /// The place of the column of this name, read with [`same_head`] and the synonyms in common use.
    pub fn find(&self, head: &str) -> Option<usize> {
        // Of heads in two rows the lower one says what the column holds.
        let lower = head.rsplit('/').next().filter(|it| *it != head);
        self.named(head).or_else(|| self.named(lower?))
    }

    /// Whether the column of this name holds codes, by its type and not by its name.
    pub fn holds_codes(&self, head: &str) -> bool {
        let kind = self.find(head).map(|at| self.columns[at].kind);
        matches!(kind, Some(CellType::Code | CellType::CreditCode))
    }

    /// The place of the column that `head` most probably means: besides what [`find`](Self::find) knows, remarks in brackets are passed
    /// over – `法定办结时限（工作日）` – and a head below another is joined to it – `办结时限/法定`.
    pub fn meant(&self, head: &str) -> Option<usize> {
        self.find(head).or_else(|| {
            let bare = without_brackets(head);
            let joined =
                bare.split_once('/').map(|(upper, lower)| [format!("{upper}{lower}"), format!("{lower}{upper}")]);
            self.find(&bare).or_else(|| joined?.iter().find_map(|it| self.named(it)))
        })
    }

    fn named(&self, head: &str) -> Option<usize> {
        let exact = self.columns.iter().position(|column| same_head(&column.name, head));
        exact.or_else(|| {
            let known = SYNONYMS.iter().find(|known| known.iter().any(|one| same_head(one, head)))?;
            self.columns.iter().position(|column| known.contains(&column.name.as_str()))
        })
    }
}

/// Heads that different offices print for one column.
const SYNONYMS: &[&[&str]] = &[
    &["职权名称", "权力名称", "权力事项名称", "权责事项名称"],
    &["职权编码", "权力编码", "权责编码"],
    &["职权类型", "权力类型", "权力类别", "职权类别"],
    &["实施依据", "设定依据", "职权依据", "法律依据"],
    &["行使主体", "实施主体", "责任主体"],
    &["责任事项", "对应责任"],
    &["追责情形", "追责情形及依据"],
    &["事项类型", "事项类别"],
    &["承诺办结时限", "承诺时限", "承诺期限"],
    &["法定办结时限", "法定时限", "法定期限"],
    &["信息资源名称", "资源名称", "数据资源名称"],
    &["信息资源代码", "资源代码", "信息资源编码"],
    &["提供方", "信息资源提供方", "提供单位"],
    &["开放类型", "开放属性"],
    &["共享类型", "共享属性"],
    &["更新日期", "最近更新日期", "更新时间"],
    &["留言人", "来信人", "网民"],
];

/// Whether two heads are the same but for blanks, line breaks, brackets' width and a star that marks what is required.
pub fn same_head(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(head: &str) -> impl Iterator<Item = char> {
    head.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | '\u{feff}')).map(|c| match c {
        '（' => '(',
        '）' => ')',
        '／' => '/',
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::builtin;

    #[test]
    fn heads_are_read_kindly() {
        assert!(same_head("追责情形（及依据）", " 追责情形\n(及依据) *"));
        assert!(!same_head("职权", "职权名称"));
        let schema = builtin().into_iter().find(|schema| schema.id == "power-list").unwrap();
        assert_eq!(schema.find("权力编码"), schema.find("职权编码"));
        assert_eq!(schema.find("备注"), None);
    }

    #[test]
    fn heads_with_remarks_and_heads_above_are_understood() {
        let schema = builtin().into_iter().find(|schema| schema.id == "service-list").unwrap();
        let statutory = schema.find("法定办结时限");
        for head in [
            "法定办结时限（工作日）",
            "法定办结时限(个工作日)",
            "法定时限",
            "办结时限/法定",
            "办结时限（工作日）/法定",
            "办结时限/法定办结时限",
        ] {
            assert_eq!(schema.meant(head), statutory, "{head}");
        }
        let sharing = builtin().into_iter().find(|schema| schema.id == "sharing-list").unwrap();
        assert_eq!(sharing.meant("共享类型（无条件/有条件/不予共享）"), sharing.find("共享类型"));
        assert_eq!(sharing.meant("备注（共享类型）"), None);
        assert_eq!(schema.find("编码（身份证号）"), None, "what holds codes is asked strictly");
    }

    #[test]
    fn a_head_has_one_meaning() {
        let mut all: Vec<&str> = SYNONYMS.iter().flat_map(|known| known.iter().copied()).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
    }
}
