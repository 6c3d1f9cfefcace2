//! What the lines of an official text begin with: 一、（一）1. ① 第一条.

use crate::vocabulary::is_numeral;

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// How sure it is that a line which begins so is a paragraph of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ordinal {
    /// 一、 or ①: nothing else begins so.
    Certain,
    /// （一）, 1. or 第一条: what a sentence may hold in its middle.
    Likely,
}

/// The ordinal that `line` begins with.
pub(super) fn ordinal(line: &str) -> Option<Ordinal> {
    let first = line.chars().next()?;
    match first {
        '\u{2460}'..='\u{249b}' | '\u{3220}'..='\u{3229}' | '\u{3280}'..='\u{3289}' => Some(Ordinal::Likely),
        '（' | '(' => {
            let rest = &line[first.len_utf8()..];
            counted(rest, 4)?.starts_with(['）', ')']).then_some(Ordinal::Likely)
        }
        '第' => {
            let rest = counted(&line[first.len_utf8()..], 6)?;
            let after = rest.strip_prefix(['条', '章', '节', '编'])?;
            (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(Ordinal::Likely)
        }
        _ if is_digit(first) => {
            if is_outline(line) {
                return Some(Ordinal::Likely);
            }
            let rest = counted(line, 3)?;
            let after = rest.strip_prefix(['、', '．', '.', '）', ')'])?;
            // 3.5 is a number, and 1.1 a heading only where a blank or a hanzi follows.
            (!after.is_empty() && !after.starts_with(is_digit)).then_some(Ordinal::Likely)
        }
        _ if is_numeral(first) => counted(line, 4)?.starts_with(['、', '．']).then_some(Ordinal::Certain),
        _ => None,
    }
}

/// Whether `line` begins as the parts of a plan do: `2　组织机构`, `2.1 组成`, `2.1.3职责`; no `2.5亿元`.
fn is_outline(line: &str) -> bool {
    let mut rest = line;
    let mut parts = 0;
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            return false;
        }
        parts += 1;
        rest = &rest[digits..];
        match rest.strip_prefix('.') {
            Some(more) => rest = more,
            None => break,
        }
    }
    let words = rest.trim_start_matches([' ', '\u{3000}']);
    let hanzi = words.starts_with(|c: char| c >= '\u{3400}' && c.is_alphabetic());
    let unit =
        words.starts_with(|c| "万亿元倍个公米千百吨平亩升度分秒小年月日天人次项件台套户家所条级克点".contains(c));
    hanzi && if words.len() < rest.len() { !unit } else { parts > 2 || parts == 2 && !unit }
}

/// What follows one to `most` numerals or digits.
fn counted(text: &str, most: usize) -> Option<&str> {
    let is_number: fn(char) -> bool = if text.starts_with(is_digit) { is_digit } else { is_numeral };
    let length = text.chars().take_while(|&c| is_number(c)).count();
    let bytes: usize = text.chars().take(length).map(char::len_utf8).sum();
    (1..=most).contains(&length).then(|| &text[bytes..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_begin_with_is_seen() {
        for line in [
            "一、高度重视",
            "十二、附则",
            "（一）加强领导",
            "(三)落实责任",
            "1、按时报送",
            "2.及时",
            "3．及时",
            "1)甲",
            "①甲",
            "⒈各村",
            "㈠甲",
            "第一条　为了",
            "第12条 为了",
            "第三章",
            "（12）甲",
            "1　总则",
            "2.1 组成人员",
            "3.1.2职责",
            "2.3应急响应",
        ] {
            assert!(ordinal(line).is_some(), "{line}");
        }
        for line in [
            "一切",
            "3.5万元",
            "2018年",
            "第三条规定的",
            "（以下简称",
            "1",
            "（一",
            "第三产业",
            "1.",
            "2 万元",
            "2.5亿元",
            "3 个月",
            "2018 某",
            "",
            "甲",
        ] {
            assert_eq!(ordinal(line), None, "{line}");
        }
    }
}
