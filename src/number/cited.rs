//! Numbers of texts as citations mention them: `省政府令第225号`, `225号令`, `公告〔第50号〕`, `赣府发(2018)9号`.
//!
//! A citation abbreviates and misspells: the same order is 江西省人民政府令第225号, 省政府令 第 225 号 or 第225号令. So a number is kept
//! as what of it survives that: serial, year and session where they are said, and the agency's code. Two numbers agree where nothing
//! that both say differs.

use super::document::{is_close, is_han, is_open};
use crate::day::numeral;

/// A number as it is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitedNumber<'a> {
    /// As typed.
    pub typed: &'a str,
    /// What stands before it, up to a mark: agency's code or issuer.
    words: &'a str,
    /// The year in brackets, or before 年.
    year: Option<u32>,
    serial: u32,
}

impl<'a> CitedNumber<'a> {
    /// The numbers that `text` mentions, in order.
    pub fn all(text: &'a str) -> Vec<Self> {
        let ends = text.match_indices('号').map(|(at, _)| at);
        let mut from = 0;
        ends.filter_map(|end| {
            let number = before(text, from, end)?;
            from = end + '号'.len_utf8();
            Some(number)
        })
        .collect()
    }

    /// Whether both may be one number; none where they are of two kinds, of which a text may have one each.
    pub fn agrees(&self, other: &Self) -> Option<bool> {
        match (self.year, other.year) {
            (Some(own), Some(year)) => {
                let codes = [code(self.words), code(other.words)];
                Some(own == year && self.serial == other.serial && is_one(codes))
            }
            (None, None) => {
                let kinds = [is_announcement(self.words), is_announcement(other.words)];
                let sessions = [session(self.words), session(other.words)];
                let same = |sessions: [Option<u32>; 2]| !matches!(sessions, [Some(a), Some(b)] if a != b);
                (kinds[0] == kinds[1]).then(|| self.serial == other.serial && same(sessions))
            }
            _ => None,
        }
    }

    /// The year that it says.
    pub fn year(&self) -> Option<i32> {
        i32::try_from(self.year?).ok()
    }
}

/// The number whose 号 stands at `end`; nothing before `floor` belongs to it.
fn before(text: &str, floor: usize, end: usize) -> Option<CitedNumber<'_>> {
    let head = spaces(&text[floor..end]);
    let digits = head.trim_end_matches(numeral::numeric);
    let serial = numeral::number(&head[digits.len()..])?;
    let rest = spaces(digits);
    let (ordinal, rest) = rest.strip_suffix('第').map_or((false, rest), |rest| (true, spaces(rest)));
    let mut end = end + '号'.len_utf8();
    let kind = ["令", "公告"].into_iter().find(|kind| text[end..].starts_with(kind));
    end += kind.map_or(0, str::len);
    let (year, rest) = year(rest).map_or((None, rest), |(year, rest)| (Some(year), rest));
    // 公告（第50号）: an opening bracket between the issuer and its number is none of a mark.
    let rest = rest.strip_suffix(is_open).unwrap_or(rest);
    let start = rest.char_indices().rev().find(|(_, letter)| !is_han(*letter) && !letter.is_ascii_alphabetic());
    let words = start.map_or(rest, |(at, mark)| &rest[at + mark.len_utf8()..]);
    // What stands before may be a day: 2018年4月23日苏州市人民政府令.
    let words = words.strip_prefix('日').unwrap_or(words);
    let named = ["令", "公告", "决定"].iter().any(|kind| words.ends_with(kind));
    // 门牌5号, 附件3号 are none.
    if year.is_none() && !(ordinal || named || kind.is_some()) {
        return None;
    }
    let from = floor + rest.len() - words.len();
    Some(CitedNumber { typed: &text[from..end], words, year, serial })
}

fn spaces(text: &str) -> &str {
    text.trim_end_matches([' ', '\u{3000}', '\u{a0}'])
}

/// The year that `text` ends with, `〔2018〕` or `2018年`, and what stands before it.
fn year(text: &str) -> Option<(u32, &str)> {
    let (inner, is_bracketed) = match text.strip_suffix('年') {
        Some(inner) => (inner, false),
        None => (text.strip_suffix(is_close)?, true),
    };
    let inner = inner.trim_end();
    let digits = inner.get(inner.len().checked_sub(4)?..)?;
    let year = digits.parse().ok().filter(|year| (1949..2200).contains(year))?;
    let before = inner[..inner.len() - 4].trim_end();
    let before = if is_bracketed { before.strip_suffix(is_open)? } else { before };
    Some((year, before.trim_end()))
}

/// The session of a congress that words name: 第十三届.
fn session(words: &str) -> Option<u32> {
    let (_, rest) = words.split_once('第')?;
    numeral::number(rest.split_once('届')?.0)
}

/// An announcement, of a congress or an office, and no order.
fn is_announcement(words: &str) -> bool {
    words.contains("公告") || words.contains('届')
}

/// The agency's code of a document: none where it is an order or announcement, whose issuer is abbreviated at will.
fn code(words: &str) -> Option<&str> {
    (!words.contains('令') && !words.contains("公告")).then_some(words)
}

/// Whether two codes may be one: one is often shortened by the place's letter, or has a word before it.
fn is_one(codes: [Option<&str>; 2]) -> bool {
    match codes {
        [Some(a), Some(b)] => a.ends_with(b) || b.ends_with(a),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::CitedNumber;

    fn agree(a: &str, b: &str) -> Option<bool> {
        let (a, b) = (CitedNumber::all(a), CitedNumber::all(b));
        assert_eq!((a.len(), b.len()), (1, 1), "{a:?} {b:?}");
        a[0].agrees(&b[0])
    }

    #[test]
    fn one_number_is_written_in_many_ways() {
        for (declared, cited) in [
            ("江西省人民政府令第225号", "省政府令第225号"),
            ("江西省人民政府令第225号", "省政府令第 225 号"),
            ("江西省人民政府令第225号", "省政府第225号令"),
            ("江西省人民政府令第225号", "省政府令225号"),
            ("江西省人民政府令第225号", "2009年4月17日江西省人民政府令第225号公布"),
            ("江西省人民政府令第225号", "第二百二十五号"),
            ("广东省第十三届人民代表大会常务委员会公告第50号", "广东省第十三届人民代表大会常务委员会公告（第50号）"),
            ("广东省第十三届人民代表大会常务委员会公告第50号", "省人大常委会公告第50号"),
            ("深圳市第六届人民代表大会常务委员会公告第一九九号", "市第六届人大常委会公告第199号"),
            ("深圳市第7届人民代表大会常务委员会公告第26号", "第七届第26号"),
            ("赣市府办发〔2018〕9号", "赣市府办发(2018)9号"),
            ("赣市府办发〔2018〕9号", "市府办发【2018】第9号"),
            ("财政部 税务总局公告2023年第12号", "财政部税务总局公告2023年第12号"),
            ("中国人民银行令〔2021〕第5号", "人民银行令〔2021〕第 5 号"),
            ("住房和城乡建设部令第11号", "发文字号住房和城乡建设部令第11号,发布日期2012年05月28日"),
        ] {
            assert_eq!(agree(declared, cited), Some(true), "{declared} {cited}");
        }
    }

    #[test]
    fn other_numbers_are_told_apart() {
        for (declared, cited) in [
            ("江西省人民政府令第225号", "省政府令第252号"),
            ("广东省第十三届人民代表大会常务委员会公告第50号", "广东省第十二届人民代表大会常务委员会公告第50号"),
            ("赣市府办发〔2018〕9号", "赣市府办发〔2019〕9号"),
            ("赣市府发〔2018〕9号", "赣市府办发〔2018〕9号"),
        ] {
            assert_eq!(agree(declared, cited), Some(false), "{declared} {cited}");
        }
        // The bill was passed as an announcement and printed in a document: nothing contradicts.
        assert_eq!(agree("江西省人民政府令第225号", "赣府发〔2010〕25号"), None);
        assert_eq!(agree("江西省人民政府令第225号", "省人大常委会公告第12号"), None);
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in ["2018年修订", "人民路12号", "附件3号表", "号", "第号", "2021年9月29日通过", "第百号", "〔〕号"]
        {
            assert!(CitedNumber::all(text).is_empty(), "{text}: {:?}", CitedNumber::all(text));
        }
        let several = "2018年4月23日苏州市人民政府令第145号发布；2020年4月21日苏州市人民政府令第153号第一次修正";
        let typed = |text| CitedNumber::all(text).iter().map(|it| it.typed).collect::<Vec<_>>();
        assert_eq!(typed(several), ["苏州市人民政府令第145号", "苏州市人民政府令第153号"]);
        assert_eq!(typed("省政府第225号令，赣府发〔2018〕9号"), ["省政府第225号令", "赣府发〔2018〕9号"]);
    }
}
