//! The tables of the annual report as they are printed, line by line, by the year that a report is on. What a draft calls a line is what
//! the sums of GK1302 know it by; a test holds both together.

use super::form::{APPLICANTS, Column, Row, bare};

/// The heads of table three: who applied, and the total.
pub const HEADS: [&str; APPLICANTS + 1] =
    ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

/// The heads of table four, without its total.
pub const OUTCOMES: [&str; 4] = ["结果维持", "结果纠正", "其他结果", "尚未审结"];

/// The lines of table four, in the order in which the register of applications has its columns.
pub const LAWSUITS: [&str; 3] = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"];

/// What a line of table three counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// Applications received in the year.
    New,
    /// Those of earlier years that were open when it began.
    Carried,
    /// Nothing: the lines below it are its parts.
    Head,
    /// Those decided so, by the words of the register of applications.
    Result(&'static [&'static str]),
    /// All that were decided.
    Total,
    /// Those that are open when the year ends.
    Next,
}

/// A line of table three.
#[derive(Clone, Copy, Debug)]
pub struct ApplicationLine {
    pub name: &'static str,
    pub is: Is,
}

const fn line(name: &'static str, is: Is) -> ApplicationLine {
    ApplicationLine { name, is }
}

/// Table three until （五）, which both versions of the form have alike.
const FIRST: [ApplicationLine; 25] = [
    line("一、本年新收政府信息公开申请数量", Is::New),
    line("二、上年结转政府信息公开申请数量", Is::Carried),
    line("三、本年度办理结果", Is::Head),
    line("（一）予以公开", Is::Result(&["予以公开"])),
    line("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", Is::Result(&["部分公开"])),
    line("（三）不予公开", Is::Head),
    line("1.属于国家秘密", Is::Result(&["国家秘密"])),
    line("2.其他法律行政法规禁止公开", Is::Result(&["其他法律行政法规禁止公开"])),
    line("3.危及“三安全一稳定”", Is::Result(&["危及“三安全一稳定”"])),
    line("4.保护第三方合法权益", Is::Result(&["保护第三方合法权益"])),
    line("5.属于三类内部事务信息", Is::Result(&["三类内部事务信息"])),
    line("6.属于四类过程性信息", Is::Result(&["四类过程性信息"])),
    line("7.属于行政执法案卷", Is::Result(&["行政执法案卷"])),
    line("8.属于行政查询事项", Is::Result(&["行政查询事项"])),
    line("（四）无法提供", Is::Head),
    line("1.本机关不掌握相关政府信息", Is::Result(&["本机关不掌握"])),
    line("2.没有现成信息需要另行制作", Is::Result(&["没有现成信息需要另行制作"])),
    line("3.补正后申请内容仍不明确", Is::Result(&["补正后申请内容仍不明确"])),
    line("（五）不予处理", Is::Head),
    line("1.信访举报投诉类申请", Is::Result(&["信访举报投诉类"])),
    line("2.重复申请", Is::Result(&["重复申请"])),
    line("3.要求提供公开出版物", Is::Result(&["要求提供公开出版物"])),
    line("4.无正当理由大量反复申请", Is::Result(&["无正当理由大量反复申请"])),
    line("5.要求行政机关确认或重新出具已获取信息", Is::Result(&["要求确认或重新出具已获取信息"])),
    line("（六）其他处理", Is::Head),
];

/// （六） since the report on 2021.
const OTHER: [ApplicationLine; 3] = [
    line("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", Is::Result(&["逾期不补正"])),
    line("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", Is::Result(&["逾期未缴费"])),
    line("3.其他", Is::Result(&["其他"])),
];

/// （六） of the reports on 2019 and 2020, a line.
const OTHERS: ApplicationLine = line("（六）其他处理", Is::Result(&["逾期不补正", "逾期未缴费", "其他"]));

const LAST: [ApplicationLine; 2] = [line("（七）总计", Is::Total), line("四、结转下年度继续办理", Is::Next)];

/// Table three of the report on `year`; none before 2019.
pub fn applications(year: i32) -> Vec<ApplicationLine> {
    match year {
        ..2019 => Vec::new(),
        2019 | 2020 => [&FIRST[..FIRST.len() - 1], &[OTHERS], &LAST].concat(),
        _ => [&FIRST[..], &OTHER, &LAST].concat(),
    }
}

/// A key in JSON, and a head.
pub type Heads = &'static [(&'static str, &'static str)];

/// A line of table two: what it is called, and its heads.
#[derive(Clone, Copy, Debug)]
pub struct MadeLine {
    pub name: &'static str,
    /// Each with its key in JSON.
    pub heads: Heads,
}

const fn made_line(name: &'static str, heads: Heads) -> MadeLine {
    MadeLine { name, heads }
}

const DOCUMENTS_2019: Heads =
    &[("made", "本年新制作数量"), ("published", "本年新公开数量"), ("public", "对外公开总数量")];
const MATTERS_2019: Heads =
    &[("items_before", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")];
const FEES_2019: Heads = &[("items_before", "上一年项目数量"), ("change", "本年增/减")];
const PURCHASES_2019: Heads = &[("purchases", "采购项目数量"), ("amount", "采购总金额")];
const DOCUMENTS_2021: Heads = &[("made", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")];
const DECISIONS_2021: Heads = &[("decisions", "本年处理决定数量")];
const FEES_2021: Heads = &[("amount", "本年收费金额（单位：万元）")];

const MADE_2019: &[MadeLine] = &[
    made_line("规章", DOCUMENTS_2019),
    made_line("规范性文件", DOCUMENTS_2019),
    made_line("行政许可", MATTERS_2019),
    made_line("其他对外管理服务事项", MATTERS_2019),
    made_line("行政处罚", MATTERS_2019),
    made_line("行政强制", MATTERS_2019),
    made_line("行政事业性收费", FEES_2019),
    made_line("政府集中采购", PURCHASES_2019),
];

const MADE_2021: &[MadeLine] = &[
    made_line("规章", DOCUMENTS_2021),
    made_line("行政规范性文件", DOCUMENTS_2021),
    made_line("行政许可", DECISIONS_2021),
    made_line("行政处罚", DECISIONS_2021),
    made_line("行政强制", DECISIONS_2021),
    made_line("行政事业性收费", FEES_2021),
];

/// Table two of the report on `year`; none before 2019.
pub fn made(year: i32) -> &'static [MadeLine] {
    match year {
        ..2019 => &[],
        2019 | 2020 => MADE_2019,
        _ => MADE_2021,
    }
}

/// A line of the statistics that reports had before 2019, a number each; what is told of is counted by whoever drafts it.
pub type StatisticLine = &'static str;

/// The lines of 政府信息公开情况统计表, as far as offices of all kinds have them.
pub const STATISTICS: &[StatisticLine] = &[
    "主动公开政府信息数",
    "主动公开规范性文件数",
    "制发规范性文件总数",
    "回应公众关注热点或重大舆情数",
    "政策解读稿件发布数",
    "收到申请数",
    "当面申请数",
    "传真申请数",
    "网络申请数",
    "信函申请数",
    "申请办结数",
    "按时办结数",
    "延期办结数",
    "申请答复数",
    "属于已主动公开范围数",
    "同意公开答复数",
    "同意部分公开答复数",
    "不同意公开答复数",
    "不属于本行政机关公开数",
    "申请信息不存在数",
    "告知作出更改补充数",
    "告知通过其他途径办理数",
    "行政复议数量",
    "行政诉讼数量",
    "举报投诉数量",
    "依申请公开信息收取的费用（万元）",
];

/// Which column of table three an applicant of the kind `written` stands in.
pub fn applicant(written: &str) -> Option<usize> {
    match Column::named(written, Row::New)? {
        Column::Applicant(at) if !bare(written).is_empty() => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::table::builtin;

    #[test]
    fn sums_know_each_line_for_what_it_is() {
        for year in [2019, 2021] {
            for it in applications(year) {
                let row = Row::named(it.name);
                let fits = match it.is {
                    Is::New => row == Some(Row::New),
                    Is::Carried => row == Some(Row::Carried),
                    Is::Head => matches!(row, Some(Row::Sum(_) | Row::Total)),
                    Is::Result(words) if words.len() > 1 => matches!(row, Some(Row::Sum(_))),
                    Is::Result(_) => matches!(row, Some(Row::Result(_))),
                    Is::Total => row == Some(Row::Total),
                    Is::Next => row == Some(Row::Next),
                };
                assert!(fits, "{}: {row:?}", it.name);
            }
            for it in made(year) {
                assert_eq!(Row::named(it.name), Some(Row::Made), "{}", it.name);
                for (_, head) in it.heads {
                    assert_eq!(Column::named(head, Row::Made), Some(Column::Made), "{} {head}", it.name);
                }
            }
        }
        for name in LAWSUITS {
            assert_eq!(Row::named(name), Some(Row::Case), "{name}");
            for head in OUTCOMES {
                assert_eq!(Column::named(head, Row::Case), Some(Column::Outcome), "{head}");
            }
        }
        for (at, head) in HEADS[..APPLICANTS].iter().enumerate() {
            assert_eq!(applicant(head), Some(at));
        }
        assert_eq!((applicant("总计"), applicant(""), applicant("外国人")), (None, None, None));
    }

    #[test]
    fn each_result_of_the_register_has_one_line() {
        let schema = builtin().into_iter().find(|it| it.id == "applications").unwrap();
        let column = schema.columns.iter().find(|it| it.name == "处理结果").unwrap();
        let words: BTreeSet<&str> = column.values.iter().map(AsRef::as_ref).collect();
        for year in [2019, 2021] {
            let told: Vec<&str> = applications(year)
                .iter()
                .flat_map(|it| if let Is::Result(words) = it.is { words } else { &[][..] })
                .copied()
                .collect();
            assert_eq!(told.len(), words.len());
            assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), words);
        }
    }
}
