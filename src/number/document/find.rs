//! Document numbers in running text.

use std::ops::Range;

use super::parse::{DocumentNumber, Form, Malformed};
use super::piece::{digit, is_close, is_generating, is_han, is_open};

/// A document number that a text mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes, from the agency's code to 号.
    pub range: Range<usize>,
    /// The number, or what is wrong with it.
    pub number: Result<DocumentNumber, Malformed>,
}

/// The document numbers of a text, in order. Only an agency's code directly before a bracketed year with a serial counts, so that
/// `（2018）` after a title and `(2018年修订)` are left alone.
pub fn find_in_text(text: &str) -> impl Iterator<Item = Mention> {
    let brackets = text.char_indices().filter(|(_, letter)| is_open(*letter)).map(|(at, _)| at);
    mentions(text, brackets, |_| false)
}

/// The bracket that opens directly before the run of digits at byte `at`: a document number has its year there.
pub fn bracket_before(text: &str, at: usize) -> Option<usize> {
    let before = &text.as_bytes()[..at];
    // The last bytes of the brackets and of spaces: before most digits stands a hanzi that ends otherwise.
    if !before
        .last()
        .is_some_and(|&it| matches!(it, b'(' | b'[' | b'{' | b'<' | b' ' | 0x80 | 0x88..=0x98 | 0x9B | 0x9D | 0xBB))
    {
        return None;
    }
    let before = text[..at].trim_end_matches([' ', '\u{3000}']);
    let letter = before.chars().next_back().filter(|it| is_open(*it))?;
    Some(before.len() - letter.len_utf8())
}

/// Those among [`find_in_text`] that may be malformed, given where [brackets](bracket_before) open before digits: most, which are as
/// the standard asks at first sight, are stepped over.
pub fn find_doubtful(text: &str, brackets: &[usize]) -> impl Iterator<Item = Mention> {
    mentions(text, brackets.iter().copied(), |open| text[..open].ends_with(is_generating) && is_standard(&text[open..]))
}

/// Whether `〔2018〕9号` stands first, with plain digits.
fn is_standard(text: &str) -> bool {
    let serial = text.strip_prefix('〔').and_then(|rest| {
        let (year, rest) = rest.split_at_checked(4)?;
        year.bytes().all(|byte| byte.is_ascii_digit()).then_some(rest)?.strip_prefix('〕')
    });
    serial.is_some_and(|serial| {
        !serial.starts_with('0') && serial.trim_start_matches(|char: char| char.is_ascii_digit()).starts_with('号')
    })
}

/// The mentions but for those whose bracket opens where `skips` says.
fn mentions(
    text: &str,
    brackets: impl Iterator<Item = usize>,
    skips: impl Fn(usize) -> bool,
) -> impl Iterator<Item = Mention> {
    let mut floor = 0;
    brackets.filter_map(move |open| {
        let letter = text[open..].chars().next()?;
        if open < floor || skips(open) {
            return None;
        }
        let mention = mention(text, floor, open, open + letter.len_utf8())?;
        // What follows sees that it follows a number.
        floor = text[..mention.range.end].strip_suffix('号').map_or(mention.range.end, str::len);
        Some(mention)
    })
}

/// The mention whose year's bracket stands at `open`; nothing before `floor` belongs to it.
fn mention(text: &str, floor: usize, open: usize, after: usize) -> Option<Mention> {
    // Few brackets are followed by a serial, and an agency's code takes longer to know.
    let end = after + tail(&text[after..])?;
    let agency = agency(&text[floor..open])?;
    let range = open - agency..end;
    // Texts from before the standard of 2012 are quoted as they were printed.
    let year = text[after..].trim_start_matches([' ', '\u{3000}']).get(..4).and_then(|year| year.parse::<u16>().ok());
    if year.is_some_and(|year| year < 2012) && !text[open..].starts_with('〔') {
        return None;
    }
    match DocumentNumber::parse(&text[range.clone()]) {
        Ok(Form::Standard(number)) => Some(Mention { range, number: Ok(number) }),
        Err(malformed) if malformed.mended.is_some() => Some(Mention { range, number: Err(malformed) }),
        _ => None,
    }
}

/// How many bytes at the end of `before` are an agency's code: up to twelve Chinese letters that end as codes do.
fn agency(before: &str) -> Option<usize> {
    let trimmed = before.trim_end_matches([' ', '\u{3000}']);
    if !trimmed.ends_with(is_generating) || before.len() - trimmed.len() > 6 {
        return None;
    }
    let mut code: Vec<(usize, char)> = Vec::new();
    let mut stopped = None;
    for (at, letter) in trimmed.char_indices().rev().take(13) {
        if !is_han(letter) || leads(letter) {
            stopped = Some(letter);
            break;
        }
        code.push((at, letter));
    }
    // 和 after another number or title joins the two; at the start of a phrase it is the county's name.
    let citing = citing(&code);
    code.truncate(code.len() - citing);
    let joins =
        matches!(stopped, Some('）' | ')' | '》' | '号')) && code.last().is_some_and(|(_, letter)| *letter == '和');
    if joins {
        code.pop();
    }
    let (start, _) = code.last()?;
    (2..=12).contains(&code.len()).then_some(before.len() - start)
}

/// How many letters at the start of a code, which is given from its end, are a verb that cites: 落实赣市府办发. All verbs have two
/// letters, so that pairs are compared.
fn citing(code: &[(usize, char)]) -> usize {
    const VERBS: &[&str] = &[
        "落实", "贯彻", "执行", "印发", "转发", "参照", "遵照", "下发", "学习", "对照", "结合", "关于", "废止", "文件",
        "通知", "认真", "依据", "详见", "参见", "附件", "根据",
    ];
    let cites = |pair: &[(usize, char)]| {
        let [(_, second), (_, first)] = pair else { return false };
        VERBS.iter().any(|verb| verb.chars().eq([*first, *second]))
    };
    // A code of two letters must be left.
    let length = code.windows(2).position(cites).map_or(0, |at| code.len() - at);
    if length + 2 <= code.len() { length } else { 0 }
}

/// Does the letter lead to a citation, and stand in no code?
fn leads(letter: char) -> bool {
    "号据照按见的了是由以在从对与及达彻".contains(letter)
}

/// How many bytes at the start of `after` are year, bracket, serial and 号.
fn tail(after: &str) -> Option<usize> {
    let mut letters =
        after.char_indices().take(24).filter(|(_, letter)| !matches!(letter, ' ' | '\u{3000}')).peekable();
    for _ in 0..4 {
        letters.next_if(|(_, letter)| digit(*letter).is_some() || matches!(letter, 'O' | '〇' | '○'))?;
    }
    letters.next_if(|(_, letter)| *letter == '年');
    letters.next_if(|(_, letter)| is_close(*letter))?;
    letters.next_if(|(_, letter)| *letter == '第');
    let mut end = None;
    while let Some((at, letter)) = letters.next_if(|(_, letter)| digit(*letter).is_some()) {
        end = Some(at + letter.len_utf8());
    }
    let end = end?;
    match letters.peek() {
        Some((at, '号')) => Some(at + '号'.len_utf8()),
        // A serial that has lost its 号 ends a phrase; `（2018）30名` counts people.
        Some((_, letter)) if letter.is_alphanumeric() || matches!(letter, '.' | '-' | '%' | '/' | '—') => None,
        _ => Some(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Where brackets open before digits.
    fn brackets(text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        crate::number::personal::find_watched(text, |run| found.extend(bracket_before(text, run.start)));
        found
    }

    fn mentions(text: &str) -> Vec<(String, Option<String>)> {
        find_in_text(text)
            .map(|it| {
                let mended = it.number.as_ref().err().and_then(|error| error.mended.clone());
                (text[it.range].to_owned(), mended)
            })
            .collect()
    }

    #[test]
    fn citations_are_found() {
        let text = "根据《关于做好政务公开工作的通知》（国办发〔2017〕94号）和赣市府办发【2018】9号要求，按照赣市府办字〔2018〕88号执行";
        assert_eq!(
            mentions(text),
            [
                ("国办发〔2017〕94号".into(), None),
                ("赣市府办发【2018】9号".into(), Some("赣市府办发〔2018〕9号".into())),
                ("赣市府办字〔2018〕88号".into(), None),
            ]
        );
        assert_eq!(mentions("赣市府办发 (2018) 第09号")[0].1.as_deref(), Some("赣市府办发〔2018〕9号"));
        assert_eq!(mentions("（和政办发(2018)1号）")[0].1.as_deref(), Some("和政办发〔2018〕1号"));
        assert_eq!(mentions("（赣府厅字[2018]50）")[0].1.as_deref(), Some("赣府厅字〔2018〕50号"));
        assert_eq!(
            mentions("认真落实赣市府办发【2018】9号"),
            [("赣市府办发【2018】9号".into(), Some("赣市府办发〔2018〕9号".into()))]
        );
        assert_eq!(mentions("国办发〔２０１７〕９４号")[0].1.as_deref(), Some("国办发〔2017〕94号"));
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "《产业招商办法》（2018）",
            "《中华人民共和国预算法》(2018年修订)",
            "实施办法（2018）",
            "工作要点（2018）3项任务",
            "招商引资签约项目批（2018）30名代表",
            "年报【2018】",
            "详见附件[1]",
            "国家税务总局公告（2019年第33号）",
            "转发（2018年）",
            "由省发改委批复（2018）。",
            "表（2018）9号",
            "国办发(1985)49号",
            "京公海行罚决字(2023)50316号",
            "",
        ] {
            assert_eq!(mentions(text), [], "{text}");
        }
    }

    #[test]
    fn every_opening_bracket_is_known() {
        for letter in ('\0'..=char::MAX).filter(|letter| is_open(*letter)) {
            for text in [format!("发{letter}2018"), format!("发{letter} 2018"), format!("发{letter}\u{3000}2018")] {
                assert_eq!(bracket_before(&text, text.len() - 4), Some("发".len()), "{letter}");
            }
        }
        assert_eq!(bracket_before("发2018", "发".len()), None);
    }

    #[test]
    fn many_brackets_take_one_pass() {
        assert_eq!(find_in_text(&"发〔1".repeat(100_000)).count(), 0);
        assert_eq!(find_in_text(&"赣府发〔2018〕1号".repeat(2_000)).count(), 2_000);
    }

    proptest! {
        #[test]
        fn what_is_stepped_over_is_well_formed(text in "[赣市府办发字和〔〕【】（）2018第09号 据，]{0,60}") {
            let malformed = |found: Vec<Mention>| -> Vec<Mention> { found.into_iter().filter(|it| it.number.is_err()).collect() };
            prop_assert_eq!(malformed(find_doubtful(&text, &brackets(&text)).collect()), malformed(find_in_text(&text).collect()));
        }

        #[test]
        fn mentions_lie_in_the_text_in_order(text in "[赣府发字〔〕（）0-9 号第年]{0,60}|.*") {
            let mut end = 0;
            for it in find_in_text(&text) {
                prop_assert!(end <= it.range.start && it.range.start < it.range.end);
                prop_assert!(text.get(it.range.clone()).is_some());
                end = it.range.end;
            }
        }
    }
}
