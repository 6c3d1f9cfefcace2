//! Numbers of other kinds than GB/T 9704 speaks of, right as printed: orders and announcements, minutes, rulings, permits, filings,
//! court files, certificates. Whoever has one cannot change it.

use super::piece::{is_close, is_generating, is_han, is_open};
use crate::vocabulary::is_numeral;

/// Whether the letters, without spaces, are such a number.
pub(super) fn is_printed(letters: &[char]) -> bool {
    is_code(letters) || is_filing(letters) || is_issue(letters) || is_dated_first(letters) || is_permit(letters)
}

/// Whether an agency's word is of a system of rulings, permits or files, which number as they do.
pub(super) fn is_system(agency: &[char]) -> bool {
    const WORDS: &[&str] = &[
        "罚",
        "决字",
        "许可",
        "许字",
        "许准",
        "准字",
        "证字",
        "备字",
        "登字",
        "核字",
        "验字",
        "审证",
        "取水",
        "排污",
        "强制",
        "催告",
        "复决",
        "责改",
        "责令",
        "缉",
        "环评",
        "采伐",
        "税稽",
        "药监",
        "卫水",
        "公证",
        "立案",
        "案字",
        "备案",
        "发改备",
        "施工",
        "听证",
        "仲",
        "民初",
        "处字",
        "监处",
        "监管处",
        "普处",
    ];
    let text: String = agency.iter().collect();
    WORDS.iter().any(|word| text.contains(word)) || text.ends_with(['备', '许', '证', '决', '准'])
}

/// Whether an agency's word is of documents: their serials are short and plain.
pub(super) fn is_document(agency: &[char]) -> bool {
    let text: String = agency.iter().collect();
    let ends = ["发", "函", "办", "电", "呈", "请", "规"].iter().any(|word| text.ends_with(word));
    let body = ["府", "政", "委", "党", "局", "厅"].iter().any(|word| text.contains(word));
    !is_system(agency) && (ends || text.ends_with('字') && body)
}

fn digits(letters: &[char]) -> usize {
    letters.iter().filter(|letter| letter.is_ascii_digit()).count()
}

/// A code: `SC10636070300012`, `粤B2-20100473`, `浙杭食药监械经营备20171029号`.
fn is_code(letters: &[char]) -> bool {
    // 许可证编号：JY13607030012345
    let label = letters.iter().position(|letter| matches!(letter, '：' | ':')).map_or(0, |at| at + 1);
    let letters = &letters[label..];
    let letters = letters.strip_suffix(&['号']).unwrap_or(letters);
    let head = letters.iter().position(|letter| !is_han(*letter)).unwrap_or(letters.len());
    let (agency, code) = letters.split_at(head);
    let plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '—' | '–' | '/' | '·' | '.');
    let named = agency.is_empty()
        || is_system(agency)
        || agency.last().is_some_and(|last| !is_generating(*last) && *last != '第')
        || code.first().is_some_and(char::is_ascii_alphabetic);
    code.iter().all(plain) && digits(code) >= 4 && code.len() >= 6 && named
}

/// `京ICP备12034000号-2`, `京公网安备11010802044671号`.
fn is_filing(letters: &[char]) -> bool {
    let text: String = letters.iter().collect();
    // 文网游备字〔2016〕Ｍ-CSG 0339 号: a register's own letters beside the digits.
    let registered = text.contains("备字") && text.ends_with('号') && letters.iter().any(char::is_ascii_alphabetic);
    (registered || ["ICP备", "ICP证", "公网安备", "公安备"].iter().any(|word| text.contains(word)))
        && digits(letters) >= 5
}

/// A number with the year first, as courts, notaries and registrars have it: `(2019)苏0102民初123号`.
fn is_dated_first(letters: &[char]) -> bool {
    let [open, a, b, c, d, close, rest @ ..] = letters else { return false };
    let year = [a, b, c, d].iter().all(|letter| letter.is_ascii_digit());
    is_open(*open)
        && is_close(*close)
        && year
        && rest.first().is_some_and(|first| is_han(*first) && *first != '第' && *first != '年')
        && rest.contains(&'号')
        && digits(rest) > 0
}

/// `建字第360703201800012号`, `苏(2017)海门市不动产权第0000183号`: a serial after 第, without a bracketed year before it.
fn is_permit(letters: &[char]) -> bool {
    let Some(at) = letters.iter().rposition(|letter| *letter == '第') else { return false };
    let (head, tail) = (&letters[..at], &letters[at + 1..]);
    let serial = tail.strip_suffix(&['号']).unwrap_or(tail);
    let plain = serial.iter().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '—' | '–'));
    let of_permits = matches!(head.last(), Some('字' | '权' | '证' | '本' | '照' | '登' | '许' | '备'));
    plain && digits(serial) >= 1 && of_permits && !is_document(head)
}

const KINDS: &[&str] = &["令", "公告", "通告", "纪要", "通报", "简报", "决定", "公报", "会议", "议案", "报告", "通知"];

/// An order, announcement, notice, or an issue of minutes: `国务院令第492号`, `财政部税务总局公告2023年第12号`, `会议纪要〔2018〕第3期`.
fn is_issue(letters: &[char]) -> bool {
    let text: String = letters.iter().collect();
    let text = text.trim_matches(['（', '）', '(', ')']);
    let kind = |head: &str| KINDS.iter().any(|kind| head.ends_with(kind));
    // 海关总署2019年第33号公告, 第23次常务会议纪要: the kind stands last.
    if let Some((head, tail)) = text.split_once('第')
        && let Some(at) = tail.find(|letter| !is_numeral(letter)).filter(|at| *at > 0)
        && let Some(rest) = tail[at..].strip_prefix(['号', '次', '期'])
        && !rest.is_empty()
        && (head.ends_with('年') && kind(rest) || rest.ends_with("纪要") || rest.ends_with("会议"))
    {
        return true;
    }
    let Some(serial) = ["号", "期", "次"].iter().find_map(|unit| text.strip_suffix(unit)) else { return false };
    let serial = serial.trim_end_matches(['）', ')']);
    let head = serial.trim_end_matches(is_numeral);
    if head.len() == serial.len() {
        return false;
    }
    let ordinal = head.ends_with('第');
    let head = head.trim_end_matches('第').trim_end_matches(['（', '(']);
    // The year before the serial: bracketed, or with 年.
    let (head, dated) = year(head);
    if dated.is_none() {
        // The masthead of an order says 第285号.
        return kind(head) && (ordinal || head.ends_with('令')) || head.is_empty() && ordinal;
    }
    // Without 第 a bracketed year makes it a number of the standard's form.
    let bracketed = dated == Some(true);
    let issue = head.is_empty() && !text.ends_with('号');
    kind(head) && (ordinal || !bracketed) || issue && ordinal || ordinal && !bracketed && !head.ends_with(is_generating)
}

/// The year at the end of `head`, and what stands before it: `〔2021〕` (bracketed) or `2021年`.
fn year(head: &str) -> (&str, Option<bool>) {
    let four = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    for (open, close) in [('〔', '〕'), ('(', ')'), ('（', '）')] {
        if let Some((before, inside)) = head.strip_suffix(close).and_then(|head| head.rsplit_once(open))
            && four(inside.strip_suffix('年').unwrap_or(inside))
        {
            return (before, Some(!inside.ends_with('年')));
        }
    }
    if let Some(dated) = head.strip_suffix('年')
        && dated.len() >= 4
        && dated.is_char_boundary(dated.len() - 4)
        && four(&dated[dated.len() - 4..])
    {
        let before = &dated[..dated.len() - 4];
        return (before.trim_end_matches(['（', '(']), Some(false));
    }
    (head, None)
}
