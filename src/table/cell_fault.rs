//! What is wrong with a cell by the type of its column, and how certain that is. Offices fill cells for people: `/`, `长期`, `3次`,
//! `张三 0797-8000000` are right as printed. What is no value of its type but may mean something is only not understood.

use super::{
    column::Column,
    cycle::update_cycle,
    duration::is_duration,
    plain::{is_none, plain, without_brackets},
};
use crate::{
    day::{Day, numeral},
    number::{DocumentNumber, credit},
    vocabulary::{CellType, Opening, PowerType, Sector, Sharing, UpdateCycle, Vocabulary, Word, nearest_of},
};

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// Nothing stands where something must.
    Blank,
    /// A day that there is not: `2018-02-30`.
    NoSuchDay,
    /// What Excel shows in place of a value it has lost: `#REF!`, `#####`.
    Lost,
    /// A long number that Excel has shortened: `3.6E+17`.
    Shortened,
    /// None of the words of its column; the one that was probably meant.
    Unlisted(Option<String>),
    /// No value of its column's type, as far as can be told.
    Unread,
}

impl CellFault {
    /// Whether it is a fault whatever the author meant.
    pub fn is_certain(&self) -> bool {
        matches!(self, Self::Blank | Self::NoSuchDay | Self::Lost | Self::Shortened)
    }
}

/// What is wrong with `text` in `column`.
pub fn cell_fault(column: &Column, text: &str) -> Option<CellFault> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return column.required.then_some(CellFault::Blank);
    }
    let plain = plain(trimmed);
    if is_lost(&plain) {
        return Some(CellFault::Lost);
    }
    if is_none(trimmed) {
        return None;
    }
    let read = |is_read: bool| (!is_read).then_some(CellFault::Unread);
    match column.kind {
        CellType::Code | CellType::CreditCode if is_shortened(&plain) => Some(CellFault::Shortened),
        CellType::Text | CellType::Person | CellType::Code => None,
        CellType::Integer => read(is_number(&plain, false)),
        CellType::Decimal => read(is_number(&plain, true)),
        CellType::Money => read(is_money(&plain)),
        CellType::Date => day_fault(trimmed),
        CellType::YesNo => read(yes_no(trimmed).is_some()),
        CellType::OneOf => unlisted(column, trimmed, false),
        CellType::ManyOf => unlisted(column, trimmed, true),
        CellType::Phone => read(is_phone(&plain)),
        CellType::Url => read(is_url(trimmed)),
        CellType::CreditCode => read(credit::is_valid(&plain)),
        CellType::DocumentNumber => read(are_document_numbers(trimmed)),
        CellType::WorkingDays => read(is_duration(trimmed)),
    }
}

/// Whether `text` says yes, or no; none where it says neither: `是（按次收费）` is a yes.
pub fn yes_no(text: &str) -> Option<bool> {
    let plain = plain(text).to_lowercase();
    let no = ["不", "否", "无", "未", "免", "没", "×", "✕", "x", "n", "0", "f"];
    let yes = ["是", "有", "√", "✓", "■", "☑", "y", "1", "t", "需", "要", "收", "已", "可", "能", "对"];
    let begins = |words: &[&str]| words.iter().any(|it| plain.starts_with(it));
    match (begins(&no), begins(&yes)) {
        (true, _) => Some(false),
        (_, true) => Some(true),
        _ => is_none(text).then_some(false),
    }
}

fn is_lost(plain: &str) -> bool {
    let formula = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"];
    formula.contains(&plain) || plain.len() >= 3 && plain.bytes().all(|it| it == b'#')
}

/// Twelve digits and more become `1.23E+11` in a cell that is not text.
fn is_shortened(plain: &str) -> bool {
    let Some((mantissa, power)) = plain.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    mantissa.contains('.')
        && mantissa.split('.').all(digits)
        && power.strip_prefix('+').is_some_and(|it| digits(it) && it.len() <= 2)
}

/// A number, with a unit or without: `3`, `1,200`, `３次`, `十二`, `12.5%`.
fn is_number(plain: &str, decimal: bool) -> bool {
    let words = ["约", "共", "≤", "<", "≥", ">", "最多", "至多", "不超过", "+", "-"];
    let rest = words.iter().fold(plain, |rest, it| rest.strip_prefix(it).unwrap_or(rest));
    let end = rest.find(|it: char| !it.is_ascii_digit() && !matches!(it, ',' | '.')).unwrap_or(rest.len());
    let (number, unit) = rest.split_at(end);
    let is_unit =
        |unit: &str| unit.chars().count() <= 4 && !unit.chars().any(|it| it.is_ascii_digit() || numeral::numeric(it));
    if number.is_empty() {
        let chinese: String = rest.chars().take_while(|&it| numeral::numeric(it)).collect();
        return numeral::number(&chinese).is_some() && is_unit(&rest[chinese.len()..]);
    }
    let fits = match number.replace(',', "").parse::<f64>() {
        Ok(value) => decimal || value.fract() == 0.0,
        Err(_) => false,
    };
    fits && is_unit(unit)
}

/// An amount, or words for one: what is free, what is charged by a rule.
fn is_money(plain: &str) -> bool {
    let words = ["免", "不收", "按", "据", "详见", "见"];
    plain.chars().any(|it| it.is_ascii_digit() || numeral::numeric(it)) || words.iter().any(|it| plain.contains(it))
}

fn day_fault(text: &str) -> Option<CellFault> {
    let day = |text: &str| Day::guess(&plain(text)).or_else(|| Day::guess(text));
    // A time may follow: 2018-05-10 09:30, 2018/5/10T9:30.
    let first = text.split([' ', 'T', '\u{3000}', '\n']).next().unwrap_or(text);
    if day(text).or_else(|| day(first)).is_some() || LASTING.contains(&&*plain(text)) {
        return None;
    }
    let without = without_brackets(text);
    if Day::guess(&without).is_some() || LASTING.contains(&without.as_str()) {
        return None;
    }
    Some(if names_no_day(&plain(text)) { CellFault::NoSuchDay } else { CellFault::Unread })
}

/// Words that stand in place of a day and are understood: what is always so has none.
const LASTING: &[&str] =
    &["长期", "长期有效", "永久", "永久有效", "常年", "实时", "实时更新", "即时", "动态更新", "至今"];

/// Whether `plain` is year, month and day in figures, and there is no such day.
fn names_no_day(plain: &str) -> bool {
    let mut parts = plain.trim_end_matches(['日', '号']).split(['-', '/', '.', '年', '月']);
    let number = |text: Option<&str>, most: usize| {
        text.filter(|it| (1..=most).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()))?
            .parse::<u32>()
            .ok()
    };
    let (year, month, day) = (number(parts.next(), 4), number(parts.next(), 2), number(parts.next(), 2));
    let (Some(year), Some(_), Some(_), None) = (year, month, day, parts.next()) else { return false };
    (1900..=2199).contains(&year)
}

/// A number somebody answers, whatever stands beside it.
fn is_phone(plain: &str) -> bool {
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let masked = plain.contains('*');
    masked || (3..).contains(&digits)
}

fn is_url(text: &str) -> bool {
    let words = ["http://", "https://", "www."];
    let bare = text.contains('.') && !text.contains(char::is_whitespace) && text.is_ascii();
    bare || words.iter().any(|it| text.contains(it))
}

fn are_document_numbers(text: &str) -> bool {
    text.split(['、', '；', ';', '\n', '，']).map(str::trim).filter(|it| !it.is_empty()).all(|it| {
        // 《办法》（赣府发〔2018〕9号） names a text with its number.
        it.contains('《') || DocumentNumber::parse(it).is_ok()
    })
}

/// Words of closed lists, which have other names in use.
const LISTS: &[&Vocabulary] =
    &[Sharing::VOCABULARY, Opening::VOCABULARY, UpdateCycle::VOCABULARY, PowerType::VOCABULARY, Sector::VOCABULARY];

fn unlisted(column: &Column, text: &str, many: bool) -> Option<CellFault> {
    if column.values.is_empty() || is_listed(column, text) {
        return None;
    }
    // `自然人、法人` says two of the words; where only one is asked for that is not understood as one.
    let parts: Vec<&str> = text
        .split(['、', '，', ',', ';', '；', '/', '／', '\n', '|'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let wrong: Vec<&str> = parts.iter().copied().filter(|it| !is_listed(column, it)).collect();
    if many && wrong.is_empty() {
        return None;
    }
    let typed = wrong.first().copied().unwrap_or(text);
    let near = nearest_of(column.values.iter().map(String::as_str), typed, 0.5);
    Some(CellFault::Unlisted(near.filter(|_| parts.len() == 1 || many).map(str::to_owned)))
}

fn is_listed(column: &Column, text: &str) -> bool {
    let (plain, bare) = (plain(text), without_brackets(text));
    let bare = bare.trim_end_matches(['。', ':', '：', '类']);
    let same = |value: &String| {
        let value = super::plain::plain(value);
        value == plain || value == bare || !bare.is_empty() && without_brackets(&value) == bare
    };
    let by_list = |list: &&Vocabulary| {
        let term = list.find(bare).map(|at| list.terms[at].zh);
        term.is_some_and(|it| column.values.iter().any(|value| value == it))
    };
    let cycle = update_cycle(text).is_some_and(|it| column.values.iter().any(|value| value == it.label()));
    // 其他：村民小组 is one of 其他.
    let other = (bare.starts_with("其他") || bare.starts_with("其它"))
        && column.values.iter().any(|value| value.starts_with("其他"));
    column.values.iter().any(same) || LISTS.iter().any(by_list) || cycle || other || ticked(column, &plain)
}

/// `■行政许可 □行政处罚`: the word whose box is ticked.
fn ticked(column: &Column, plain: &str) -> bool {
    plain.contains(['■', '☑', '√']) && column.values.iter().any(|value| plain.contains(&*super::plain::plain(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(kind: CellType, required: bool, values: &[&str]) -> Column {
        let values = values.iter().map(|&it| it.to_owned()).collect();
        Column { name: "列".to_owned(), kind, required, unique: false, values }
    }

    fn faults(kind: CellType, texts: &[&str]) -> Vec<Option<CellFault>> {
        texts.iter().map(|it| cell_fault(&column(kind, false, &[]), it)).collect()
    }

    fn all_read(kind: CellType, texts: &[&str]) {
        for (text, fault) in texts.iter().zip(faults(kind, texts)) {
            assert_eq!(fault, None, "{kind:?} {text}");
        }
    }

    fn none_read(kind: CellType, texts: &[&str]) {
        for (text, fault) in texts.iter().zip(faults(kind, texts)) {
            assert_eq!(fault, Some(CellFault::Unread), "{kind:?} {text}");
        }
    }

    #[test]
    fn what_offices_print_is_read() {
        all_read(CellType::Integer, &["3", "３", "3次", "十二", "1,200", "无", "/", "—", "0", "最多1次", "三次"]);
        none_read(CellType::Integer, &["若干", "3.5", "1-2次", "见附件"]);
        all_read(CellType::Decimal, &["3.5", "12.5%", "100万元", "-2", "无"]);
        none_read(CellType::Decimal, &["若干", "5-10"]);
        all_read(CellType::Money, &["1,200.50", "100万元", "5-10元/次", "免费", "不收费", "按核定标准", "一百元"]);
        none_read(CellType::Money, &["待定", "收费"]);
        all_read(CellType::YesNo, &["是", "否", "√", "×", "不收费", "收费", "Y", "是（按次）", "无", "/", "免费"]);
        none_read(CellType::YesNo, &["待定", "部分"]);
        let days = ["2018-05-10", "2018/5/10", "2018.5.10", "2018年5月10日", "20180510", "2018-05-10 09:30"];
        all_read(CellType::Date, &days);
        all_read(
            CellType::Date,
            &["２０１８年５月１０日", "长期", "长期有效", "/", "—", "2018年5月10日（补）", "实时更新"],
        );
        none_read(CellType::Date, &["每季度末", "2018年5月", "5月10日", "待定", "电话答复", "2018年第三季度"]);
        all_read(
            CellType::Phone,
            &["0797-8000000", "12345", "办公室 0797-8000000", "138****0000", "０７９７－８００００００"],
        );
        none_read(CellType::Phone, &["窗口咨询"]);
        all_read(
            CellType::Url,
            &["https://www.example.gov.cn/a", "www.example.gov.cn", "example.gov.cn", "江西政务服务网 http://a.cn"],
        );
        none_read(CellType::Url, &["江西政务服务网"]);
        all_read(
            CellType::WorkingDays,
            &["20", "20个工作日", "即办", "法定20个工作日/承诺5个工作日", "/", "无", "当场办结"],
        );
        none_read(CellType::WorkingDays, &["见指南"]);
        all_read(
            CellType::DocumentNumber,
            &["赣府发〔2018〕9号", "无", "赣府发〔2018〕9号、赣府发〔2018〕10号", "《办法》（赣府发〔2018〕9号）"],
        );
        none_read(CellType::DocumentNumber, &["九号文"]);
        all_read(CellType::Code, &["XK-0001", "赣蓉招商001", "XK 0001", "000"]);
        all_read(CellType::CreditCode, &["11360700MB00000002", "无", "/"]);
        none_read(CellType::CreditCode, &["11360700MB00000003"]);
    }

    #[test]
    fn some_faults_are_certain() {
        assert_eq!(faults(CellType::Date, &["2018-02-30"]), [Some(CellFault::NoSuchDay)]);
        assert_eq!(faults(CellType::Date, &["2018年13月1日"]), [Some(CellFault::NoSuchDay)]);
        assert_eq!(faults(CellType::Text, &["#REF!", "####", "＃＃＃＃"]), vec![Some(CellFault::Lost); 3]);
        assert_eq!(faults(CellType::Code, &["3.6E+17"]), [Some(CellFault::Shortened)]);
        assert_eq!(cell_fault(&column(CellType::Text, true, &[]), " "), Some(CellFault::Blank));
        assert_eq!(cell_fault(&column(CellType::Text, true, &[]), "/"), None, "a dash is what officials print");
        assert_eq!(cell_fault(&column(CellType::Date, true, &[]), "—"), None);
    }

    #[test]
    fn words_of_a_list_are_known_in_other_forms() {
        let one = column(CellType::OneOf, false, &["无条件共享", "有条件共享", "不予共享", "其他"]);
        for text in
            ["有条件共享", "有条件", "有条件共享（经同意）", "无条件共享 ", "其他：内部", "□无条件共享 ■有条件共享"]
        {
            assert_eq!(cell_fault(&one, text), None, "{text}");
        }
        assert_eq!(cell_fault(&one, "有条件公享"), Some(CellFault::Unlisted(Some("有条件共享".to_owned()))));
        assert_eq!(cell_fault(&one, "无条件共享、有条件共享"), Some(CellFault::Unlisted(None)));
        let many = column(CellType::ManyOf, false, &["自然人", "法人", "其他组织"]);
        for text in ["自然人", "自然人、法人", "自然人/法人", "法人；其他组织", "自然人\n法人"]
        {
            assert_eq!(cell_fault(&many, text), None, "{text}");
        }
        assert_eq!(cell_fault(&many, "自然人、企业"), Some(CellFault::Unlisted(None)));
        let cycle = column(CellType::OneOf, false, &["每月", "每季度"]);
        assert_eq!(cell_fault(&cycle, "按季度"), None);
        assert_eq!(cell_fault(&column(CellType::OneOf, false, &[]), "任何"), None);
    }
}
