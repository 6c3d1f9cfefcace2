//! Bytes of a text file → text: UTF-8 straight through, anything else read as well as it can be, with its problems.
//!
//! A clerk's file is UTF-8, or GBK from an old Notepad, or UTF-8 with a paragraph pasted in GBK, or spoilt long before. It is told
//! apart by what the bytes prove, never by the frequency of words, so that a short file is read as surely as a long one:
//!
//! 1. [UTF-16](super::utf16) has a byte order mark, or a zero byte on one side of every `=` and line end.
//! 2. What is valid UTF-8 is that, and is borrowed. One exception: a few words in GBK can be valid UTF-8 by chance (`通知` is
//!    CD A8 D6 AA, U+0368 U+05AA). Text without any Chinese, whose letters are a mixture that no language has, is
//!    [GBK in disguise](super::disguise). A byte order mark of UTF-8 rules that out.
//! 3. What is not valid UTF-8 is [repaired](super::repair) line by line, or read as GB 18030 as a whole where nearly all its lines ask
//!    for that. Bytes that are neither become U+FFFD.
//!
//! Then CRLF and lone CR become LF, and text that was [spoilt before](super::mojibake) it was saved is looked for. That is valid
//! UTF-8 and stays as it is: nobody can tell surely what it was.
//!
//! Every problem has its span in the text and its first byte in the file. A span is found in the text as it is read first, moved
//! along when line ends change, and gets its line at the end. Other encodings (Big5, Shift-JIS, Latin-1) are not read: their
//! bytes are mostly told as stray.

use std::borrow::Cow;

use memchr::{memchr_iter, memchr2};

use super::characters;
use super::disguise::is_disguised;
use super::encoding::{Encoding, utf16};
use super::fault::{Fault, MAX_LISTED, Problem, RawProblem};
use super::line_ends;
use super::mojibake;
use super::repair::repair;
use crate::source::skim;

/// The text of a file, without byte order mark and with `\n` line ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The best reading; borrowed when the file is as it should be.
    pub text: Cow<'a, str>,
    /// What is wrong, in the order of the text; at most twenty of a kind.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub untold: usize,
    /// Whether the text has surely no character that [`scan`](super::scan) would tell.
    pub plain: bool,
}

/// Reads the bytes of a text file (TOML, Markdown, CSV). Never fails: what is no UTF-8 is read as GB18030, UTF-16 or with
/// U+FFFD, and [`Decoded::problems`] says so.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let Read { text, found, untold, start } = Read::of(bytes);
    let mut decoded = finish(text, found, bytes, start);
    decoded.untold += untold;
    decoded
}

/// Bytes as text, with the line ends they have.
struct Read<'a> {
    text: Cow<'a, str>,
    found: Vec<RawProblem>,
    /// How many more problems there are.
    untold: usize,
    /// The length of the byte order mark.
    start: usize,
}

impl<'a> Read<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        if let Some((text, encoding)) = utf16(bytes) {
            let found = vec![RawProblem::whole_file(&text, encoding, 0)];
            return Self { text: Cow::Owned(text), found, untold: 0, start: 0 };
        }
        let marked = bytes.starts_with(b"\xEF\xBB\xBF");
        let start = if marked { 3 } else { 0 };
        let body = &bytes[start..];
        let (text, found, untold) = match simdutf8::basic::from_utf8(body) {
            Ok(text) if !marked && is_disguised(text) => {
                let (text, _) = encoding_rs::GB18030.decode_without_bom_handling(body);
                let text = text.into_owned();
                let byte = body.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
                let found = RawProblem::whole_file(&text, Encoding::Gbk, byte);
                (Cow::Owned(text), vec![found], 0)
            }
            Ok(text) => (Cow::Borrowed(text), Vec::new(), 0),
            Err(_) => {
                let (text, found, untold) = repair(body);
                (Cow::Owned(text), found, untold)
            }
        };
        Self { text, found, untold, start }
    }
}

/// A text file as it is written, for who changes some of it and leaves the rest as it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// Its text with the line ends it has; [`Decoded::text`] is the same with `\n` for each.
    pub text: Cow<'a, str>,
    /// Whether a byte order mark of UTF-8 stands before it.
    pub marked: bool,
    /// The encoding it is in, or parts of it, where that is not UTF-8.
    pub encoding: Option<&'static str>,
}

/// Reads the bytes of a text file; none where some of them could not be read, so that to write the reading would lose them.
pub fn written(bytes: &[u8]) -> Option<Written<'_>> {
    let Read { text, found, start, .. } = Read::of(bytes);
    let encoding = found.first().map(|it| match it.fault {
        Fault::Encoded(encoding) => encoding.name(),
        _ => Encoding::Gbk.name(),
    });
    let unread = encoding.is_some() && text.contains('\u{fffd}');
    (!unread).then_some(Written { text, marked: start > 0, encoding })
}

/// What [`decode`] reads, for those who know already what is wrong with it: a clean file is taken as it is.
pub fn text(bytes: &[u8]) -> String {
    if memchr2(0, b'\r', bytes).is_some() || bytes.starts_with(b"\xEF\xBB\xBF") {
        return decode(bytes).text.into_owned();
    }
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if !is_disguised(text) => text.to_owned(),
        _ => decode(bytes).text.into_owned(),
    }
}

/// Makes line ends equal, adds what can be seen in the text only, and numbers lines. `start` is the length of the byte order mark,
/// which offsets in `found` do not count.
fn finish<'a>(text: Cow<'a, str>, mut found: Vec<RawProblem>, file: &[u8], start: usize) -> Decoded<'a> {
    // What the repair put in place of bad bytes is told as such, not once more as mojibake.
    let repaired = found.iter().any(|one| one.fault.is_encoding());
    let converted = found.iter().any(|one| matches!(one.fault, Fault::Encoded(_)));
    let (text, ends) = line_ends::unify(text, &mut found);
    for one in &mut found {
        one.byte += start;
    }
    if !ends.lone.is_empty() && !converted {
        // No encoding read here, UTF-16 aside, has 0D inside a longer character: the n-th of the text is the n-th of the file.
        let returns: Vec<usize> = memchr_iter(b'\r', file).collect();
        found.extend(ends.lone.iter().map(|&(at, nth)| RawProblem {
            fault: Fault::LoneReturn,
            span: at..at + 1,
            byte: returns.get(nth).copied().unwrap_or(file.len()),
        }));
    }
    let plain = skim(text.as_bytes(), 0, characters::is_doubtful).is_none();
    let spoilt = if repaired { Vec::new() } else { mojibake::spans(&text, plain) };
    if !spoilt.is_empty() {
        let shift = line_ends::Shift::new(&ends, start);
        found.extend(spoilt.into_iter().map(|span| RawProblem {
            fault: Fault::Mojibake,
            byte: shift.byte(span.start),
            span,
        }));
    }
    let mut listed = [0; 3];
    let all = found.len();
    found.retain(|one| {
        listed[kind_of(one.fault)] += 1;
        listed[kind_of(one.fault)] <= MAX_LISTED
    });
    let untold = all - found.len();
    found.sort_by_key(|one| (one.span.start, kind_of(one.fault)));
    let problems = number_lines(&text, found);
    Decoded { text, problems, untold, plain }
}

const fn kind_of(fault: Fault) -> usize {
    match fault {
        Fault::LoneReturn => 1,
        Fault::Mojibake => 2,
        _ => 0,
    }
}

fn number_lines(text: &str, found: Vec<RawProblem>) -> Vec<Problem> {
    let mut line = 1;
    let mut at = 0;
    let mut number = |RawProblem { fault, span, byte }| {
        line += memchr_iter(b'\n', &text.as_bytes()[at..span.start]).count();
        at = span.start;
        Problem { fault, span, line, byte }
    };
    found.into_iter().map(&mut number).collect()
}

#[cfg(test)]
mod tests {
    use encoding_rs::GBK;
    use proptest::prelude::*;

    use super::*;

    fn gbk(text: &str) -> Vec<u8> {
        GBK.encode(text).0.into_owned()
    }

    fn faults(bytes: &[u8]) -> Vec<(Fault, usize, usize)> {
        decode(bytes).problems.iter().map(|problem| (problem.fault, problem.line, problem.byte)).collect()
    }

    #[test]
    fn clean_text_is_borrowed() {
        let text = "+++\ntitle = \"政府信息公开\"\n+++\n";
        let decoded = decode(text.as_bytes());
        assert!(matches!(decoded.text, Cow::Borrowed(borrowed) if borrowed == text));
        assert!(decoded.problems.is_empty());
    }

    #[test]
    fn byte_order_mark_and_windows_ends_are_no_fault() {
        let decoded = decode("\u{feff}标题\r\n正文\n末行\r\n".as_bytes());
        assert_eq!(decoded.text, "标题\n正文\n末行\n");
        assert!(decoded.problems.is_empty());
    }

    #[test]
    fn lone_return_is_told_and_read_as_a_line_end() {
        let decoded = decode("甲\r乙\r\n丙\r".as_bytes());
        assert_eq!(decoded.text, "甲\n乙\n丙\n");
        let told: Vec<_> = decoded.problems.iter().map(|p| (p.fault, p.span.clone(), p.byte)).collect();
        assert_eq!(told, [(Fault::LoneReturn, 3..4, 3), (Fault::LoneReturn, 11..12, 12)]);
    }

    #[test]
    fn gbk_file_is_read_and_its_first_line_told() {
        let text = "+++\nitem = \"a/b\"\ntitle = \"关于公布权责清单的通知\"\n+++\n正文，第一段。\n";
        let bytes = gbk(text);
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.problems.len(), 1);
        let problem = &decoded.problems[0];
        assert_eq!((problem.fault, problem.line, problem.byte), (Fault::Encoded(Encoding::Gbk), 3, 26));
        assert!(text[problem.span.clone()].starts_with("关于公布"));
    }

    #[test]
    fn gb18030_is_named_when_four_bytes_are_used() {
        let text = "姓名：𠮷田，职务：主任科员，负责政务公开\n";
        let (bytes, _, _) = encoding_rs::GB18030.encode(text);
        let decoded = decode(&bytes).text.into_owned();
        assert_eq!(decoded, text);
        assert_eq!(faults(&bytes)[0].0, Fault::Encoded(Encoding::Gb18030));
    }

    #[test]
    fn gbk_that_happens_to_be_utf8_is_seen() {
        for text in ["通知", "title = \"通知\"\n"] {
            let bytes = gbk(text);
            assert!(std::str::from_utf8(&bytes).is_ok());
            assert_eq!(decode(&bytes).text, text);
            assert_eq!(faults(&bytes)[0].0, Fault::Encoded(Encoding::Gbk));
        }
        for text in ["café", "Москва и область", "Ελλάδα", "5 µm ± 2 °C", "שלום עולם", "naïve façade — “ok”", "¿Qué?"]
        {
            assert_eq!(decode(text.as_bytes()).problems, [], "{text}");
        }
    }

    #[test]
    fn gbk_line_inside_utf8_is_told_with_its_line() {
        let mut bytes = "第一行，正常。\n".as_bytes().to_vec();
        bytes.extend(gbk("第二行是从别处粘贴的。\n"));
        bytes.extend("第三行，正常。\n".as_bytes());
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, "第一行，正常。\n第二行是从别处粘贴的。\n第三行，正常。\n");
        assert_eq!(faults(&bytes), [(Fault::ForeignBytes, 2, 22)]);
    }

    #[test]
    fn gbk_run_inside_a_utf8_line_is_told() {
        let mut bytes = "项目名称 = \"".as_bytes().to_vec();
        bytes.extend(gbk("潭口镇道路工程"));
        bytes.extend("\" # 注释说明\n".as_bytes());
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, "项目名称 = \"潭口镇道路工程\" # 注释说明\n");
        assert_eq!(decoded.problems[0].fault, Fault::ForeignBytes);
        assert_eq!(&decoded.text[decoded.problems[0].span.clone()], "潭口镇道路工程");
    }

    #[test]
    fn broken_utf8_is_told_with_its_byte() {
        assert_eq!(faults(&"信息公开".as_bytes()[..11]), [(Fault::Truncated, 1, 9)]);
        assert_eq!(faults(b"\xE4\xBF\xA1\xE6\x81\xAF\xC0\xAF\xE5\x85\xAC\n"), [(Fault::Overlong, 1, 6)]);
        assert_eq!(faults("信息公开指南\u{1}".replace('\u{1}', "!").as_bytes()), []);
        let mut cesu = "信息公开指南\n年报".as_bytes().to_vec();
        cesu.extend(b"\xED\xA1\x82\xED\xBE\xB7");
        assert_eq!(faults(&cesu)[0], (Fault::Surrogate, 2, 25));
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let text = "[site]\r\ntitle = \"信息公开\"\r\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for (mark, bytes, encoding) in [
            (&b"\xFF\xFE"[..], &little, Encoding::Utf16Le),
            (b"", &little, Encoding::Utf16Le),
            (b"\xFE\xFF", &big, Encoding::Utf16Be),
            (b"", &big, Encoding::Utf16Be),
        ] {
            let bytes = [mark, bytes].concat();
            assert_eq!(decode(&bytes).text, "[site]\ntitle = \"信息公开\"\n");
            assert_eq!(faults(&bytes)[0].0, Fault::Encoded(encoding));
        }
    }

    #[test]
    fn a_mark_alone_hides_nothing() {
        for mark in [&b"\xFF\xFE"[..], b"\xFE\xFF"] {
            for text in ["姓名,身份证号\n张三,11010519491231002X\n", "13800000000", "张三 110105 194912 31002X，住某村"]
            {
                let decoded = decode(&[mark, text.as_bytes()].concat()).text.into_owned();
                assert!(decoded.contains(text.lines().last().expect("a line")), "{decoded}");
            }
            let mixed = [mark, &b"\x2c\x67 11010519491231002X"[..]].concat();
            assert!(decode(&mixed).text.contains("11010519491231002X"));
        }
        let wide: Vec<u8> = "公开 11010519491231002X".chars().flat_map(|it| u32::from(it).to_le_bytes()).collect();
        assert_eq!(decode(&[&b"\xFF\xFE\0\0"[..], &wide].concat()).text, "公开 11010519491231002X");
        let short: Vec<u8> = "公开".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&[&b"\xFF\xFE"[..], &short].concat()).text, "公开");
    }

    #[test]
    fn mojibake_is_told_at_its_place() {
        for text in
            ["正文锟斤拷结束", "烫烫烫烫", "缺字\u{fffd}处", "引号â€œ在此", "文首ï»¿", "标题å…¬å¼€", "鍏紑锛屾斂鍔"]
        {
            assert_eq!(faults(text.as_bytes()).first().map(|told| told.0), Some(Fault::Mojibake), "{text}");
        }
        for text in ["café……他说", "长×宽——“大小”", "烫伤、烫金", "3×……", "锛钢企业名录", "ā á ǎ à ê é"]
        {
            assert_eq!(faults(text.as_bytes()), [], "{text}");
        }
        let decoded = decode("\u{feff}甲\r\n乙锟斤拷".as_bytes());
        assert_eq!((decoded.problems[0].line, decoded.problems[0].byte), (2, 11));
    }

    #[test]
    fn many_faults_are_counted_not_listed() {
        let text = "甲\u{fffd}\n".repeat(100);
        for bytes in [text.as_bytes(), &b"\xE4\xBF\xA1\xFF\n".repeat(100)] {
            let decoded = decode(bytes);
            assert_eq!((decoded.problems.len(), decoded.untold), (MAX_LISTED, 80));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let decoded = decode(&bytes);
            for problem in &decoded.problems {
                prop_assert!(decoded.text.get(problem.span.clone()).is_some());
                prop_assert!(problem.byte <= bytes.len());
                prop_assert!(problem.line >= 1);
            }
            prop_assert!(!decoded.text.contains('\r'));
            prop_assert_eq!(&text(&bytes), &*decoded.text);
        }

        // Two or three characters may be good UTF-8 with a stray byte just as well: nobody can tell.
        #[test]
        fn common_hanzi_in_gbk_are_read_as_they_were(pairs in proptest::collection::vec((0xB0..=0xD6_u8, 0xA1..=0xFE_u8), 12..120)) {
            let bytes: Vec<u8> = pairs.iter().flat_map(|&(lead, trail)| [lead, trail]).collect();
            prop_assume!(std::str::from_utf8(&bytes).is_err());
            prop_assert_eq!(&*decode(&bytes).text, &*GBK.decode(&bytes).0);
            prop_assert!(decode(&bytes).problems[0].fault == Fault::Encoded(Encoding::Gbk));
        }

        #[test]
        fn good_text_is_left_alone(text in "[一-龥，。：；、a-zA-Z0-9 \n]{0,200}") {
            let decoded = decode(text.as_bytes());
            prop_assert_eq!(&*decoded.text, text.as_str());
            prop_assert_eq!(&super::text(text.as_bytes()), &text);
        }
    }
}
