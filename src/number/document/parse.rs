//! A document number on its own, as typed in an entry's `number`.

use std::fmt;

use super::fault::Fault;
use super::piece::{digit, is_agency, is_close, is_han, is_open};
use super::printed::{is_document, is_printed, is_system};
use crate::vocabulary::{is_numeral, is_unseen};

/// A document number in its proper form; prints as `赣市府办发〔2018〕9号`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber {
    /// The agency's code: `赣市府办发`.
    pub agency: String,
    /// The year.
    pub year: u16,
    /// The serial.
    pub serial: u32,
}

/// What a proper `number` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Agency, year, serial.
    Standard(DocumentNumber),
    /// A number of another kind, right as printed: `国务院令第492号`, `公告2017年第4号`, `会议纪要第3期`, `平公（治）行罚决字〔2021〕00123号`.
    Other,
    /// 无: the document has no number.
    Absent,
}

/// A number that is not in proper form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong, in the order of [`Fault`].
    pub faults: Vec<Fault>,
    /// The proper form, where it is certain.
    pub mended: Option<String>,
}

impl DocumentNumber {
    /// Reads a document number. Numbers of rulings, permits, orders, joint announcements, minutes and filings are right as printed.
    ///
    /// # Errors
    /// What is wrong, all faults at once, and the proper form where it is certain.
    pub fn parse(typed: &str) -> Result<Form, Malformed> {
        let typed = typed.trim();
        if typed.chars().count() > 80 {
            return Err(Malformed { faults: vec![Fault::Shape], mended: None });
        }
        if matches!(typed, "无" | "无文号" | "无编号" | "暂无" | "没有" | "—" | "——" | "-" | "--" | "/")
        {
            return Ok(Form::Absent);
        }
        let mut faults = Vec::new();
        let number = without_urgency(typed, &mut faults);
        let plain = plain(number, &mut faults);
        let mended = |text: String, mut faults: Vec<Fault>| {
            faults.sort_unstable();
            faults.dedup();
            Err(Malformed { faults, mended: Some(text) })
        };
        // Most are as the standard asks.
        let mut none = Vec::new();
        if faults.is_empty()
            && let Some(number) = read(&plain, &mut none)
            && none.is_empty()
        {
            return Ok(Form::Standard(number));
        }
        if is_printed(&plain) {
            // A space stands between two agencies.
            faults.retain(|fault| *fault != Fault::Space);
            return if faults.is_empty() { Ok(Form::Other) } else { mended(plain.iter().collect(), faults) };
        }
        if let Some(order) = order(&plain) {
            faults.push(Fault::Order);
            return mended(order, faults);
        }
        if is_of_system(&plain) {
            let urgent = faults.contains(&Fault::Urgency);
            return if urgent { mended(plain.iter().collect(), vec![Fault::Urgency]) } else { Ok(Form::Other) };
        }
        let number = read(&plain, &mut faults);
        faults.sort_unstable();
        faults.dedup();
        match number {
            Some(number) if faults.is_empty() => Ok(Form::Standard(number)),
            // A system's number stands as it was printed; of others only a document's has one proper form.
            Some(number) if as_printed(&number, &faults) => Ok(Form::Other),
            mended => Err(Malformed { faults, mended: mended.map(|number| number.to_string()) }),
        }
    }
}

/// Whether what the standard faults is how the agency numbers: a system's number in any form, another's with noughts or 第, but for a
/// document's.
fn as_printed(number: &DocumentNumber, faults: &[Fault]) -> bool {
    let agency: Vec<char> = number.agency.chars().collect();
    let numbering = |fault: &Fault| matches!(fault, Fault::Ordinal | Fault::LeadingZero);
    is_system(&agency) || !is_document(&agency) && faults.iter().any(numbering)
}

/// The number without the urgency that is printed above it: `特急 某府厅明电〔2020〕12号`.
fn without_urgency<'t>(typed: &'t str, faults: &mut Vec<Fault>) -> &'t str {
    const BESIDE: &[char] = &[' ', '\u{3000}', '·', '、', '：', ':', '，', '】', '）', '〕', '—', '-'];
    for word in ["特急", "加急", "平急", "特提", "急件"] {
        if let Some(rest) = typed.trim_start_matches(['【', '（', '〔']).strip_prefix(word)
            && rest.starts_with(BESIDE)
        {
            faults.push(Fault::Urgency);
            return rest.trim_start_matches(BESIDE);
        }
    }
    typed
}

/// `国务院第493号令` in the form in which orders are cited: `国务院令第493号`.
fn order(letters: &[char]) -> Option<String> {
    let text: String = letters.iter().collect();
    let (head, serial) = text.strip_suffix("号令")?.split_once('第')?;
    let agency = !head.is_empty() && head.chars().all(is_han);
    (agency && !serial.is_empty() && serial.chars().all(is_numeral)).then(|| format!("{head}令第{serial}号"))
}

/// Whether the serial, or the agency's word, is of a system that numbers by itself: `沪市监普处〔2023〕072022001234号`.
fn is_of_system(letters: &[char]) -> bool {
    let Some((open, close)) = bracketed_year(letters) else { return false };
    let (agency, tail) = (&letters[..open], &letters[close + 1..]);
    let serial = tail.strip_suffix(&['号']).unwrap_or(tail);
    let printed = serial.iter().all(|letter| {
        letter.is_ascii_alphanumeric() || is_han(*letter) || matches!(letter, '-' | '—' | '–' | '(' | ')' | '（' | '）')
    });
    let number = serial.iter().filter(|letter| letter.is_ascii_digit()).count();
    if agency.is_empty() || number == 0 || !printed || !agency.iter().any(|letter| is_han(*letter)) {
        return false;
    }
    let odd = serial.iter().any(|letter| letter.is_ascii_alphabetic() || matches!(letter, '-' | '—' | '–'));
    let coded = agency.iter().any(char::is_ascii_digit) && !agency.iter().any(|letter| is_open(*letter));
    is_system(agency) || coded || !is_document(agency) && (odd || number > 5 || number == 5 && serial.starts_with(&['0']))
        // Letters and hyphens are printed on purpose.
        || odd && letters[open] == '〔' && letters[close] == '〕' && tail.ends_with(&['号'])
}

/// Where the bracketed year of four digits opens and closes.
fn bracketed_year(letters: &[char]) -> Option<(usize, usize)> {
    let year = |at: &usize| {
        let [a, b, c, d] = [1, 2, 3, 4].map(|step| letters[at + step]);
        is_open(letters[*at])
            && is_close(letters[at + 5])
            && [a, b, c, d].iter().all(char::is_ascii_digit)
            && matches!((a, b), ('1', '9') | ('2', '0' | '1'))
    };
    (0..letters.len().saturating_sub(5)).rev().find(year).map(|at| (at, at + 5))
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕{}号", self.agency, self.year, self.serial)
    }
}

/// The letters without spaces and invisible ones, digits plain.
fn plain(typed: &str, faults: &mut Vec<Fault>) -> Vec<char> {
    let mut plain = Vec::new();
    for letter in typed.chars() {
        if letter.is_whitespace() {
            faults.push(Fault::Space);
        } else if is_unseen(letter) {
            faults.push(Fault::Invisible);
        } else if let '０'..='９' = letter {
            faults.push(Fault::Digit);
            plain.extend(digit(letter).and_then(|value| char::from_digit(value, 10)));
        } else {
            plain.push(letter);
        }
    }
    // O and 〇 among digits are noughts.
    for at in 0..plain.len() {
        let beside = |at: Option<usize>| at.and_then(|at| plain.get(at)).is_some_and(char::is_ascii_digit);
        if matches!(plain[at], 'O' | 'o' | '〇' | '○' | 'О') && (beside(at.checked_sub(1)) || beside(Some(at + 1)))
        {
            faults.push(Fault::Digit);
            plain[at] = '0';
        }
    }
    plain
}

/// Agency, year and serial, the faults noted.
fn read(letters: &[char], faults: &mut Vec<Fault>) -> Option<DocumentNumber> {
    let Some((agency_end, year, rest)) = year(letters, faults) else {
        faults.push(Fault::Shape);
        return None;
    };
    let (serial, rest) = {
        let rest = match letters[rest..].first() {
            Some('第') => {
                faults.push(Fault::Ordinal);
                rest + 1
            }
            _ => rest,
        };
        let end =
            letters[rest..].iter().position(|letter| !letter.is_ascii_digit()).map_or(letters.len(), |at| at + rest);
        (&letters[rest..end], &letters[end..])
    };
    if serial.len() > 1 && serial[0] == '0' {
        faults.push(Fault::LeadingZero);
    }
    let value = serial.iter().take(9).fold(0_u32, |sum, letter| sum * 10 + digit(*letter).unwrap_or(0));
    match rest {
        ['号'] => {}
        [] => faults.push(Fault::NoHao),
        _ => {
            faults.push(Fault::Shape);
            return None;
        }
    }
    if value == 0 || value > 99_999 || serial.len() > 9 {
        faults.push(Fault::NoSerial);
        return None;
    }
    let agency = &letters[..agency_end];
    if agency.is_empty() {
        faults.push(Fault::NoAgency);
        return None;
    }
    // （1）字: an office of an agency by its number.
    let office = |at: usize| {
        agency[at].is_ascii_digit() && at > 0 && (is_open(agency[at - 1]) || agency[at - 1].is_ascii_digit())
    };
    if agency.len() > 24 || !(0..agency.len()).all(|at| is_agency(agency[at]) || office(at)) {
        faults.push(Fault::Shape);
        return None;
    }
    if !(1949..2200).contains(&year) {
        faults.push(Fault::Year);
        return None;
    }
    Some(DocumentNumber { agency: agency.iter().collect(), year: u16::try_from(year).ok()?, serial: value })
}

/// The year: where the agency ends, the year, where what follows it begins.
fn year(letters: &[char], faults: &mut Vec<Fault>) -> Option<(usize, u32, usize)> {
    let number =
        |from: usize, to: usize| letters[from..to].iter().fold(0, |sum, letter| sum * 10 + digit(*letter).unwrap_or(0));
    // The last bracket before the first digit belongs to the year; brackets before it belong to the agency, digits in them too.
    let first = match bracketed_year(letters) {
        Some((open, _)) => open + 1,
        None => letters.iter().position(char::is_ascii_digit)?,
    };
    let run = letters[first..].iter().position(|letter| !letter.is_ascii_digit()).unwrap_or(letters.len() - first);
    let end = first + run;
    let open = first.checked_sub(1).filter(|at| is_open(letters[*at]));
    let with_year = letters.get(end) == Some(&'年');
    let after = if with_year { end + 1 } else { end };
    let close = letters.get(after).copied().filter(|letter| is_close(*letter));
    match (open, close) {
        (Some(open), Some(close)) => {
            if letters[open] != '〔' || close != '〕' {
                faults.push(Fault::Bracket);
            }
            if with_year {
                faults.push(Fault::YearWord);
            }
            if run != 4 {
                faults.push(Fault::Year);
                return None;
            }
            Some((open, number(first, end), after + 1))
        }
        _ if run < 4 => {
            faults.push(Fault::Year);
            None
        }
        (open, close) => {
            faults.push(Fault::NoBracket);
            let start = open.unwrap_or(first);
            if close.is_some() && run == 4 {
                return Some((start, number(first, end), after + 1));
            }
            if run == 4 {
                if with_year {
                    faults.push(Fault::YearWord);
                    return Some((start, number(first, end), after));
                }
                let joint = matches!(letters.get(end), Some('-' | '—' | '－' | '.' | '·' | '/'));
                return Some((start, number(first, end), if joint { end + 1 } else { end }));
            }
            // 201888: year and serial run together; with a nought between them it is anyone's guess.
            (run <= 8 && letters[first + 4] != '0').then(|| (start, number(first, first + 4), first + 4))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mended(typed: &str) -> (Vec<Fault>, Option<String>) {
        match DocumentNumber::parse(typed) {
            Err(error) => (error.faults, error.mended),
            Ok(form) => panic!("{typed} is proper: {form:?}"),
        }
    }

    #[test]
    fn proper_numbers_are_read() {
        for typed in [
            "赣市府办发〔2018〕9号",
            "国办发〔2017〕94号",
            "国办发明电〔2021〕11号",
            "赣蓉管办发〔2018〕9号",
            "发改办投资〔2019〕621号",
            "京政发（区）〔2018〕1号",
            "DB字〔2018〕12345号",
        ] {
            match DocumentNumber::parse(typed) {
                Ok(Form::Standard(number)) => assert_eq!(number.to_string(), typed),
                other => panic!("{typed}: {other:?}"),
            }
        }
        for typed in [
            "国令第711号",
            "国务院令第492号",
            "国家税务总局公告2017年第4号",
            "（2019年第33号）",
            "公告（2019年第33号）",
            "2019年第33号",
            "会议纪要第12期",
            "常务会议纪要（2018年第3期）",
            "赣州市人民政府令第七十二号",
        ] {
            assert_eq!(DocumentNumber::parse(typed), Ok(Form::Other), "{typed}");
        }
        assert_eq!(DocumentNumber::parse(" 无 "), Ok(Form::Absent));
    }

    #[test]
    fn every_common_error_is_mended() {
        let proper = Some("赣市府办发〔2018〕9号".to_owned());
        for (typed, faults) in [
            ("赣市府办发【2018】9号", vec![Fault::Bracket]),
            ("赣市府办发[2018]9号", vec![Fault::Bracket]),
            ("赣市府办发［2018］9号", vec![Fault::Bracket]),
            ("赣市府办发(2018)9号", vec![Fault::Bracket]),
            ("赣市府办发（2018）9号", vec![Fault::Bracket]),
            ("赣市府办发﹝2018﹞9号", vec![Fault::Bracket]),
            ("赣市府办发〖2018〗9号", vec![Fault::Bracket]),
            ("赣市府办发〔2018）9号", vec![Fault::Bracket]),
            ("赣市府办发〔2018〕第9号", vec![Fault::Ordinal]),
            ("赣市府办发〔2018〕09号", vec![Fault::LeadingZero]),
            ("赣市府办发〔２０１８〕９号", vec![Fault::Digit]),
            ("赣市府办发〔2O18〕9号", vec![Fault::Digit]),
            ("赣市府办发〔2〇18〕9号", vec![Fault::Digit]),
            ("赣市府办发 〔2018〕 9号", vec![Fault::Space]),
            ("赣市府办发〔2018〕\u{200b}9号", vec![Fault::Invisible]),
            ("赣市府办发〔2018〕9", vec![Fault::NoHao]),
            ("赣市府办发2018年9号", vec![Fault::NoBracket, Fault::YearWord]),
            ("赣市府办发2018年第9号", vec![Fault::NoBracket, Fault::YearWord, Fault::Ordinal]),
            ("赣市府办发〔2018年〕9号", vec![Fault::YearWord]),
            ("赣市府办发2018-9号", vec![Fault::NoBracket]),
            ("赣市府办发20189号", vec![Fault::NoBracket]),
            ("赣市府办发〔20189号", vec![Fault::NoBracket]),
            ("赣市府办发【2018】第009", vec![Fault::Bracket, Fault::Ordinal, Fault::LeadingZero, Fault::NoHao]),
        ] {
            assert_eq!(mended(typed), (faults, proper.clone()), "{typed}");
        }
        assert_eq!(
            mended("赣市府办字〔201888"),
            (vec![Fault::NoBracket, Fault::NoHao], Some("赣市府办字〔2018〕88号".into()))
        );
    }

    #[test]
    fn what_is_unclear_is_not_mended() {
        for (typed, fault) in [
            ("", Fault::Shape),
            ("办公室文件", Fault::Shape),
            ("赣市府办发〔18〕9号", Fault::Year),
            ("赣市府办发〔2018〕号", Fault::NoSerial),
            ("赣市府办发〔2018〕0号", Fault::NoSerial),
            ("〔2018〕9号", Fault::NoAgency),
            ("赣市府办发〔2018〕9号附件", Fault::Shape),
            ("赣市府办发201801号", Fault::Shape),
            ("赣市府办发〔1018〕9号", Fault::Year),
            ("赣市府办发〔2018〕1234567890123号", Fault::NoSerial),
        ] {
            let (faults, number) = mended(typed);
            assert!(faults.contains(&fault) && number.is_none(), "{typed}: {faults:?} {number:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_mended_is_proper(typed in "[赣府办发字第年〔〕【】()（）0-9０-９ 号O-]{0,16}|.*") {
            if let Err(Malformed { faults, mended }) = DocumentNumber::parse(&typed) {
                prop_assert!(!faults.is_empty());
                if let Some(number) = mended {
                    prop_assert!(DocumentNumber::parse(&number).is_ok(), "{} {}", typed, number);
                }
            }
        }
    }
}
