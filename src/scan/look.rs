//! The doors of the room: an entry, a catalogue file, an attachment, each looked at once, as its readers will see it.

use super::{
    Subject, access, account, attachment as attached, coded, contradiction, document_number, draft, identity, marks,
    party, pasted, people, phone, rows, seams, secrecy, section,
    shown::{Shown, has_coded_digits, is_wrapped, splits_digits, splits_level},
    subject::stem,
    surplus, title, values, wording,
    wording::Lexicon,
};
use crate::{
    day::Day,
    diagnostic::Findings,
    number::{
        document,
        personal::{self, Personal},
    },
    office::Reading,
    source::{FileId, Range, Span},
    syntax::{Declared, Document},
    table::Table,
    vocabulary::Text,
};

/// Looks at an entry: its front matter and its text. `path` is that of its file from the project's folder; `lexicon` is what the
/// project has texts looked through for.
pub fn entry(document: &Document, path: &str, text: &str, lexicon: &Lexicon, findings: &mut Findings) {
    let subject = &Subject::new(document, path, text);
    let mut exposed = Findings::new();
    let found = marks::words(text);
    secrecy::entry(subject, &found, &mut exposed);
    let (start, body) = subject.body_text();
    let (mut split, mut brackets) = (false, Vec::new());
    let numbers = personal::find_watched(text, |run| {
        split = split || run.end > start && splits_digits(text.as_bytes(), run.end);
        brackets.extend(document::bracket_before(text, run.start));
    });
    private(subject.file, text, &numbers, subject.day, &mut exposed);
    if is_written_otherwise(&text[..start]) {
        values::texts(document.record.view(), &mut |value, range| written(subject, value, range, &mut exposed));
    }
    let wrapped = |word: &marks::Word| {
        word.range.start >= start && word.mark != marks::Mark::Draft && is_wrapped(text, &word.range)
    };
    if split || has_coded_digits(body) || splits_level(body) || found.iter().any(wrapped) {
        let shown = Shown::of(body);
        secrecy::shown(subject, &shown, &mut exposed);
        private_shown(subject, &shown, &mut exposed);
    }
    names(subject.file, path, subject.day, &mut exposed);
    people::entry(subject, &mut exposed);
    party::entry(subject, &mut exposed);
    findings.extend(exposed.if_exposed());
    draft::entry(subject, &found, findings);
    coded::entry(subject, findings);
    pasted::entry(subject, findings);
    surplus::entry(subject, findings);
    title::entry(subject, findings);
    document_number::entry(subject, &brackets, findings);
    section::entry(subject, findings);
    contradiction::entry(subject, findings);
    wording::entry(subject, lexicon, findings);
    access::entry(subject, findings);
}

/// Looks at a file of the catalogue and the tables that it declares: what it says is published from the first day.
pub fn catalogue(file: FileId, text: &str, tables: &[Declared], findings: &mut Findings) {
    private(file, text, &personal::find(text), None, findings);
    secrecy::catalogue(file, text, tables, findings);
    party::reasons(file, tables, findings);
    if is_written_otherwise(text) {
        for table in tables {
            values::texts(table.record.view(), &mut |value, range| {
                if is_escaped(text, range) {
                    // A tab is a blank to whoever reads the value.
                    let value = &value.replace('\t', " ");
                    let found = &personal::find(value);
                    elsewhere(file, value, found, None, &|_| range, findings);
                }
            });
        }
    }
}

/// Looks at what was read of an attachment, and at its rows: those of a CSV, or of the sheets of a workbook that a reader sees.
pub fn attachment(file: FileId, path: &str, reading: &Reading, tables: &[Table], findings: &mut Findings) {
    let mut exposed = Findings::new();
    attached::attachment(file, path, reading, &mut exposed);
    secrecy::attachment(file, path, &reading.pieces, &mut exposed);
    secrecy::flows(file, &reading.flows, &mut exposed);
    names(file, path, None, &mut exposed);
    for table in tables {
        people::table(file, path, table, &mut exposed);
        surplus::table(file, path, table, &mut exposed);
    }
    match tables {
        [table] if is_csv(path) => rows::csv(file, table, &reading.pieces, &mut exposed),
        _ => {
            people::attachment(file, path, reading, &mut exposed);
            rows::pieces(file, &reading.pieces, &rows::columns(tables), &mut exposed);
        }
    }
    party::attachment(file, path, reading, tables, &mut exposed);
    seams::pieces(file, &reading.pieces, &mut exposed);
    seams::flows(file, &reading.flows, &mut exposed);
    findings.extend(exposed.if_exposed());
}

fn is_csv(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Personal numbers in a text whose bytes are the file's.
fn private(file: FileId, text: &str, found: &Personal, day: Option<Day>, findings: &mut Findings) {
    identity::text(file, text, found, day, findings);
    phone::text(file, text, found, day, findings);
    account::text(file, text, found, day, findings);
}

/// Personal numbers in a value that its file writes otherwise.
fn written(subject: &Subject<'_>, value: &str, range: Range, findings: &mut Findings) {
    if is_escaped(subject.text, range) {
        let value = &value.replace('\t', " ");
        elsewhere(subject.file, value, &personal::find(value), subject.day, &|_| range, findings);
    }
}

/// Do escapes stand in `text`, or tabs, which a value shows as blanks?
fn is_written_otherwise(text: &str) -> bool {
    memchr::memchr2(b'\\', b'\t', text.as_bytes()).is_some()
}

fn is_escaped(text: &str, range: Range) -> bool {
    text.get(range.bytes()).is_some_and(|written| written.contains(['\\', '\t']))
}

/// Personal numbers that readers of the page see and the source does not show.
fn private_shown(subject: &Subject<'_>, shown: &Shown, findings: &mut Findings) {
    let start = subject.body.start as usize;
    let origin = |range| shown.origin(range, start);
    elsewhere(subject.file, &shown.plain.text, &shown.numbers(), subject.day, &origin, findings);
    for (text, range) in &shown.attributes {
        let range = range.shifted(start);
        elsewhere(subject.file, text, &personal::find(text), subject.day, &|_| range, findings);
    }
}

/// Tells the numbers found in a text that is not the file's own bytes, at the bytes of the file that `at` names, but for those
/// told there already. No edit mends them.
fn elsewhere(
    file: FileId,
    text: &str,
    found: &Personal,
    day: Option<Day>,
    at: &dyn Fn(std::ops::Range<usize>) -> Range,
    findings: &mut Findings,
) {
    let mut told = Findings::new();
    identity::text(file, text, found, day, &mut told);
    phone::text(file, text, found, day, &mut told);
    account::text(file, text, found, day, &mut told);
    for mut finding in told.into_vec() {
        let Some(span) = finding.place.span() else { continue };
        let range = at(span.range.bytes());
        let known = findings.iter().any(|it| {
            let same = it.rule.code == finding.rule.code && it.key == finding.key;
            same && it.place.span().is_some_and(|it| it.range.start < range.end && range.start < it.range.end)
        });
        if !known {
            finding.fix.clear();
            finding.place = Span { file, range }.into();
            findings.push(finding);
        }
    }
}

/// Personal numbers in a file's name.
pub(super) fn names(file: FileId, path: &str, day: Option<Day>, findings: &mut Findings) {
    titled(file, stem(path), &text! { zh: "文件名", en: "the file name" }, day, findings);
}

/// Personal numbers in what something is called.
fn titled(file: FileId, title: &str, place: &Text, day: Option<Day>, findings: &mut Findings) {
    let found = personal::find(title);
    identity::piece(file, title, &found, (title, place), day, findings);
    phone::piece(file, title, &found, place, day, findings);
    account::piece(file, title, &found, title, place, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;
    use proptest::prelude::*;

    const HEAD: &str =
        "+++\ntitle = \"关于印发办法的通知\"\nitem = \"a/b\"\nmade = 2018-06-20\npublished = 2018-06-22\n+++\n";

    /// The codes of what is told of an entry with this text.
    fn codes(text: &str) -> Vec<&'static str> {
        let text = if text.starts_with("+++") { text.to_owned() } else { format!("{HEAD}{text}") };
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&document, "content/2018/办法.md", &text, &Lexicon::new([], []), &mut findings);
        let codes = findings.iter().map(|it| it.rule.code);
        // How numbers and marks are written besides is another matter.
        codes.filter(|it| !it.starts_with("GK17")).collect()
    }

    #[test]
    fn texts_that_speak_of_secrets_are_silent() {
        for text in [
            "第十四条 国家秘密的密级分为绝密、机密、秘密三级。绝密级国家秘密是最重要的国家秘密。",
            "| 密级 | 期限 |\n| --- | --- |\n| 绝密 | 不超过三十年 |\n| 机密 | 不超过二十年 |\n| 秘密 | 不超过十年 |",
            "公文涉及国家秘密的，应当标注“机密★10年”字样。",
            "申请公开的信息属于国家秘密、商业秘密的，不予公开。",
            "## 保守国家秘密\n\n内部资料管理办法自发布之日起施行。",
            "现就《办法（征求意见稿）》公开征求意见，送审稿已经两次讨论。",
            "不予公开\n\n内部事务信息",
            "计算机·密码管理\n\n手机/密码找回",
            "+++\ntitle = \"保密常识\"\nkeywords = [\"国家秘密\", \"保守秘密\", \"机密文件\"]\n+++\n正文",
            "+++\ntitle = \"保密常识\"\nkeywords = [\"绝密\", \"机密\", \"秘密\"]\n+++\n正文",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn marks_are_told_wherever_they_stand() {
        for text in [
            "机密★10年\n\n正文",
            "秘密　特急\n\n正文",
            "正文\n\n内部资料　注意保存\n",
            "| 密级：秘密 | 份号 000012 |\n| --- | --- |\n",
            "（内部资料）\n\n正文",
            "+++\ntitle = \"关于防汛的通知（机密）\"\n+++\n正文",
            "机\n密\n\n正文",
            "绝\n密★长期\n\n正文",
            "机&nbsp;密\n\n正文",
            "机\u{a0}密\n\n正文",
            "机      密\n\n正文",
            "機密\n\n正文",
            "絕密★\n\n正文",
            "机·密\n\n正文",
            "机 密 ★\n\n正文",
            "机\u{34f}密\n\n正文",
            "绝\u{3164}密\n\n正文",
            "秘\u{202e}密★\n\n正文",
            "秘　密\n\n正文",
            "绝密·启用前\n\n正文",
            "+++\ntitle = \"通知\"\nkeywords = [\"防汛\", \"机密\"]\n+++\n正文",
            "+++\ntitle = \"通知\"\nkeywords = [\"防汛\", \"机·密\"]\n+++\n正文",
            "+++\ntitle = \"通知\"\nkeywords = \"秘密★1年\"\n+++\n正文",
        ] {
            assert_eq!(codes(text), ["GK0702"], "{text}");
        }
    }

    #[test]
    fn numbers_that_only_look_private_are_silent() {
        for text in [
            "统一社会信用代码：11360700MB00000002，索引号 000014349/2017-00110，B00010-0203-2018-291879。",
            "项目代码：2018-360700-00-01-000000，投资13800000000元。",
            "赣市府办发〔2018〕9号，咨询电话 0797-8000000，已遮盖：110105********002X、138****0000。",
            "订单号 110105194912310021，编号 6222000000000000004。",
            "二〇一八年六月二十日，一九四九年至二〇一八年，第一一〇号。",
            "| 户数 |\n| --- |\n| 1 |\n| 3 |\n| 8 |\n| 0 |\n| 0 |\n| 0 |\n| 0 |\n| 0 |\n| 0 |\n| 0 |\n| 0 |\n\n合计 12 户",
            "| 年 | 数 |\n| --- | --- |\n| 1949 | 110105 |\n| 1950 | 19491231 |\n| 1951 | 0021 |\n",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn private_numbers_are_told_through_disguise() {
        for (text, code) in [
            ("身份证 110105 19491231 002X", "GK0801"),
            ("１１０１０５１９４９１２３１００２Ｘ", "GK0801"),
            ("![张三 11010519491231002X](a.png)", "GK0801"),
            ("11010519491\n231002X", "GK0801"),
            ("110105\u{3164}19491231\u{3164}002X", "GK0801"),
            ("110105\u{34f}19491231\u{fe00}002X", "GK0801"),
            ("110105\u{e0020}19491231\u{180e}002X", "GK0801"),
            ("110105\u{2063}19491231\u{202e}002X", "GK0801"),
            ("电话 138-0000-0000", "GK0802"),
            ("身份证一一〇一〇五一九四九一二三一〇〇二X", "GK0801"),
            ("身份证①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X", "GK0801"),
            ("身份证11O1O519491231OO2X", "GK0801"),
            (
                "|号|\n|---|\n|1|\n|1|\n|0|\n|1|\n|0|\n|5|\n|1|\n|9|\n|4|\n|9|\n|1|\n|2|\n|3|\n|1|\n|0|\n|0|\n|2|\n|X|",
                "GK0801",
            ),
            ("- 1\n- 1\n- 0\n- 1\n- 0\n- 5\n- 1\n- 9\n- 4\n- 9\n- 1\n- 2\n- 3\n- 1\n- 0\n- 0\n- 2\n- X", "GK0801"),
            (
                "<table><tr><td>1<tr><td>1<tr><td>0<tr><td>1<tr><td>0<tr><td>5<tr><td>1<tr><td>9<tr><td>4<tr><td>9<tr><td>1<tr><td>2<tr><td>3<tr><td>1<tr><td>0<tr><td>0<tr><td>2<tr><td>X</table>",
                "GK0801",
            ),
            ("+++\ntitle = \"公示\"\nkeywords = [\"110105\", \"19491231\", \"002X\"]\n+++\n正文", "GK0801"),
            ("收款人张三，账号 6222 0000 0000 0000 004", "GK0803"),
            ("+++\ntitle = \"对11010519491231002X的处罚\"\n+++\n正文", "GK0801"),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
    }

    #[test]
    fn what_only_leaves_with_its_file_says_so() {
        let text = format!("{HEAD}11010519491231002X");
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&document, "content/a.md", &text, &Lexicon::new([], []), &mut findings);
        assert!(findings.iter().all(|it| it.exposed && it.private));
    }

    proptest! {
        #[test]
        fn any_text_is_looked_at(text in "[机绝秘密★稿送审内部资料《》（）|\\n 0-9Xx１２姓名张三低保 -]{0,120}|.*") {
            let _ = codes(&text);
        }
    }

    #[test]
    fn hostile_texts_take_their_time_once() {
        for piece in [
            "机密★",
            "| 秘密 ",
            "（机密）",
            "《",
            "内部资料\n",
            "1101051949",
            "6222000000000000004 ",
            "11010519491231002X ",
            "| 姓名 |\n| --- |\n| 张三 |\n",
            "张三、",
            "甲\t乙\t丙\n",
            "甲    乙\n",
            "1.甲\n",
            "　　\n",
            "甲\n---\n",
            "|甲|乙|\n|-|-|\n丙\n丁\n\n",
        ] {
            let text = piece.repeat(200_000 / piece.len());
            let start = text.len();
            let _ = codes(&text);
            assert!(start > 0);
        }
    }
}
