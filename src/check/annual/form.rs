//! The forms of the annual report: which rows and columns its tables have, and which add up to which.
//!
//! Since the report on 2019 the form is a closed list (国办公开办函〔2019〕60号; for reports on 2021 and later 国办公开办函〔2021〕30号, which splits
//! 其他处理). Before, each office had a table of its own; what the usual ones share is known.

use super::due::LAST_OF_2008;
use crate::table::plain;

/// A form, by the year that a report is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Until the report on 2018.
    Free,
    /// Since then.
    Closed,
}

impl Form {
    pub fn of(year: i32) -> Self {
        if year <= LAST_OF_2008 { Self::Free } else { Self::Closed }
    }
}

/// A part of 本年度办理结果 that has rows of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// （三）不予公开.
    Withheld,
    /// （四）无法提供.
    Unavailable,
    /// （五）不予处理.
    Refused,
    /// （六）其他处理.
    Other,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Withheld, Self::Unavailable, Self::Refused, Self::Other];
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// 一、本年新收.
    New,
    /// 二、上年结转.
    Carried,
    /// A row of 三（一）–（六）.
    Result(Option<Group>),
    /// The sum of a group, where somebody wrote it.
    Sum(Group),
    /// 三（七）总计.
    Total,
    /// 四、结转下年度继续办理.
    Next,
    /// A row of table four: 行政复议, 行政诉讼.
    Case,
    /// A row of table two: 规章, 行政许可 …
    Made,
}

impl Row {
    /// Whether it is of table three, whose rows add up.
    pub fn is_of_applications(self) -> bool {
        !matches!(self, Self::Case | Self::Made)
    }

    /// The row that is called `name`, ordinals and remarks aside.
    pub fn named(name: &str) -> Option<Self> {
        let name = bare(name);
        let row = ROWS.iter().find(|it| it.0.iter().any(|word| name.contains(word)));
        row.map(|it| it.1).or(match &*name {
            "其他" | "其它" => Some(Self::Result(Some(Group::Other))),
            "总计" | "合计" => Some(Self::Total),
            _ => None,
        })
    }
}

/// The rows by words that only they have, the more exact first.
const ROWS: &[(&[&str], Row)] = &[
    (&["新收"], Row::New),
    (&["上年结转", "上年度结转", "上一年结转", "上一年度结转", "上年末结转"], Row::Carried),
    (&["结转下年", "结转下一年", "结转至下", "下年度继续办理"], Row::Next),
    (&["予以公开", "部分公开"], Row::Result(None)),
    (
        &["国家秘密", "法规禁止", "三安全", "第三方", "内部事务", "过程性", "执法案卷", "行政查询", "查询事项"],
        Row::Result(Some(Group::Withheld)),
    ),
    (&["不予公开"], Row::Sum(Group::Withheld)),
    (&["不掌握", "没有现成", "另行制作", "补正后", "内容仍不明确"], Row::Result(Some(Group::Unavailable))),
    (&["无法提供"], Row::Sum(Group::Unavailable)),
    (&["信访", "反复申请", "重复申请", "出版物", "重新出具", "已获取信息"], Row::Result(Some(Group::Refused))),
    (&["不予处理"], Row::Sum(Group::Refused)),
    (&["逾期不补正", "逾期未补正", "按收费通知", "缴纳费用", "逾期未缴费"], Row::Result(Some(Group::Other))),
    (&["其他处理", "其它处理"], Row::Sum(Group::Other)),
    (&["办理结果"], Row::Total),
    (&["行政复议", "行政诉讼", "未经复议", "复议后"], Row::Case),
    (&["规章", "规范性文件", "行政许可", "行政处罚", "行政强制", "事业性收费", "集中采购", "对外管理服务"], Row::Made),
];

/// The columns of table three but the last: who applied.
pub(super) const APPLICANTS: usize = 6;

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Of table three, by its place: 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他.
    Applicant(usize),
    /// 法人或其他组织: the sum of the last five.
    Bodies,
    /// 总计.
    Total,
    /// Of table four: 结果维持, 结果纠正, 其他结果, 尚未审结.
    Outcome,
    /// Of table two.
    Made,
}

impl Column {
    /// The column of `row` that is called `name`; a number without a name is the row's total.
    pub fn named(name: &str, row: Row) -> Option<Self> {
        let name = bare(name);
        let has = |words: &[&str]| words.iter().any(|it| name.contains(it));
        if matches!(&*name, "" | "总计" | "合计" | "小计" | "总数" | "数量" | "件数") && row != Row::Made {
            return Some(Self::Total);
        }
        match row {
            Row::Made => {
                let known = name.is_empty() || has(&MADE);
                known.then_some(Self::Made)
            }
            Row::Case => has(&["维持", "驳回", "纠正", "纠错", "其他", "其它", "审结"]).then_some(Self::Outcome),
            _ if has(&["自然人", "公民"]) => Some(Self::Applicant(0)),
            _ if has(&["法人"]) => Some(Self::Bodies),
            _ if has(&["企业"]) => Some(Self::Applicant(1)),
            _ if has(&["科研"]) => Some(Self::Applicant(2)),
            _ if has(&["公益"]) => Some(Self::Applicant(3)),
            _ if has(&["法律服务"]) => Some(Self::Applicant(4)),
            _ if matches!(&*name, "其他" | "其它" | "其他组织") => Some(Self::Applicant(5)),
            _ => None,
        }
    }
}

/// Words of the columns of table two, in both versions of the form.
const MADE: [&str; 13] =
    ["制发", "制作", "废止", "有效", "公开", "处理决定", "收费", "金额", "项目", "增", "采购", "数量", "总数"];

/// `name` without blanks, ordinals at its head and remarks in brackets.
pub(super) fn bare(name: &str) -> String {
    let plain = plain(name);
    let mut rest = &*plain;
    loop {
        let inner = rest.trim_start_matches(['(', '（']);
        let after = inner.trim_start_matches(|it| crate::vocabulary::is_numeral(it) || it.is_ascii_digit());
        let next = after.trim_start_matches([')', '）', '、', '.', '．']);
        if after.len() == inner.len() || next.len() == after.len() {
            break;
        }
        rest = next;
    }
    let (mut depth, mut out) = (0_usize, String::new());
    for it in rest.chars() {
        match it {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !"、，,。：:“”\"".contains(it) => out.push(it),
            _ => {}
        }
    }
    out
}

/// A sum that the tables of before 2019 have: what is told, and the rows it is the sum of. A row is known by its words, of which it has
/// one of the first and none of the others.
pub(super) type Sum = (&'static [&'static str], &'static [(&'static [&'static str], &'static [&'static str])]);

pub(super) const SUMS_OF_2008: &[Sum] = &[
    (
        &["收到申请", "受理申请", "申请总数"],
        &[
            (&["当面申请"], &[]),
            (&["传真申请"], &[]),
            (&["网络申请", "网上申请"], &[]),
            (&["信函申请", "书面申请"], &[]),
        ],
    ),
    (&["申请办结", "办结申请"], &[(&["按时办结"], &[]), (&["延期办结"], &[])]),
    (
        &["申请答复", "答复申请"],
        &[
            (&["已主动公开", "已经主动公开"], &[]),
            (&["同意公开"], &["不同意"]),
            (&["部分公开"], &["不同意"]),
            (&["不同意公开", "不予公开"], &[]),
            (&["不属于本"], &[]),
            (&["信息不存在"], &[]),
            (&["更改补充", "补正"], &[]),
            (&["其他途径"], &[]),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_known_with_and_without_their_ordinals() {
        use Group::{Other, Refused, Unavailable, Withheld};
        for (name, row) in [
            ("一、本年新收政府信息公开申请数量", Row::New),
            ("二、上年结转政府信息公开申请数量", Row::Carried),
            ("（一）予以公开", Row::Result(None)),
            ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", Row::Result(None)),
            ("1．属于国家秘密", Row::Result(Some(Withheld))),
            ("2.其他法律行政法规禁止公开", Row::Result(Some(Withheld))),
            ("3.危及“三安全一稳定”", Row::Result(Some(Withheld))),
            ("（三）不予公开", Row::Sum(Withheld)),
            ("2.没有现成信息需要另行制作", Row::Result(Some(Unavailable))),
            ("2.重复申请", Row::Result(Some(Refused))),
            ("4.无正当理由大量反复申请", Row::Result(Some(Refused))),
            ("3.要求提供公开出版物", Row::Result(Some(Refused))),
            ("3.其他", Row::Result(Some(Other))),
            ("（六）其他处理", Row::Sum(Other)),
            ("（七）总计", Row::Total),
            ("四、结转下年度继续办理", Row::Next),
            ("行政复议", Row::Case),
            ("未经复议直接起诉", Row::Case),
            ("行政规范性文件", Row::Made),
        ] {
            assert_eq!(Row::named(name), Some(row), "{name}");
        }
        for name in ["主动公开信息数", "自然人", "本年撤回", ""] {
            assert_eq!(Row::named(name), None, "{name}");
        }
    }
}
