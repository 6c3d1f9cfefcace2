//! Lines that Markdown makes one paragraph: which of them were meant to begin their own.
//!
//! A text pasted from Word or a web page has a paragraph a line; one typed in an editor may be broken at a width. What tells them
//! apart is where lines end that end within a sentence: at a width they all are about as long as the longest. A line longer than
//! editors are wide says that nothing was broken at all.

use super::{
    line::Line,
    ordinal::{Ordinal, ordinal},
};
use crate::markup::{is_day, is_salutation};

/// Characters up to which a line is short: a heading, a name, no line of a text broken at a width.
const SHORT: usize = 25;

/// Columns of the widest line that a text broken at a width has; a hanzi takes two.
const WIDE: usize = 140;

/// Columns by which lines broken at a width are shorter than the longest at most.
const RAGGED: usize = 12;

/// Names of documents, by how they end: a title needs no full stop.
const TITLES: [&str; 32] = [
    "通知",
    "意见",
    "决定",
    "公告",
    "通告",
    "公示",
    "通报",
    "批复",
    "复函",
    "的函",
    "办法",
    "方案",
    "规定",
    "条例",
    "细则",
    "规则",
    "报告",
    "请示",
    "纪要",
    "清单",
    "名单",
    "（试行）",
    "须知",
    "规程",
    "章程",
    "制度",
    "预案",
    "规划",
    "计划",
    "要点",
    "说明",
    "一览表",
];

/// What begins the lines below a text.
const NOTES: [&str; 9] = ["抄送", "抄报", "主送", "附件", "附表", "（此件", "(此件", "（联系人", "主题词"];

/// Whether `line` is no longer than a heading is.
fn is_short(line: &str) -> bool {
    line.chars().nth(SHORT).is_none()
}

/// Columns that `line` takes, no more than needed to tell.
fn columns(line: &str) -> usize {
    line.chars().take(WIDE).map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum()
}

/// Whether a sentence, or what introduces a list, ends with `line`.
fn ends(line: &str) -> bool {
    line.trim_end_matches(['”', '）', ')', '》']).ends_with(['。', '；', '：', '！', '？', '…', ';', ':'])
}

/// Whether `line` breaks off within a clause.
fn breaks_off(line: &str) -> bool {
    line.ends_with(['，', '、', ',', '（', '(', '《', '“', '—'])
}

/// Whether `line` is the title of a document.
fn is_title(line: &str) -> bool {
    TITLES.iter().any(|it| line.ends_with(it)) && line.chars().count() <= 60 && !line.contains(['。', '；', '，'])
}

/// Whether `line` is the number of a document and nothing else: 国发〔2019〕3号, 第706号.
fn is_number(line: &str) -> bool {
    let ordered = line.strip_prefix('第').and_then(|it| it.strip_suffix('号'));
    ordered.is_some_and(|it| it.chars().all(|c| c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c)))
        || line.ends_with('号')
            && is_short(line)
            && line.contains(['〔', '[', '［', '【'])
            && !line.contains(['，', '《'])
}

/// Whether `line` begins with a day and something else: `6月20日　召开会议`.
fn is_dated(line: &str) -> bool {
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    let Some((month, rest)) = line.split_once('月') else { return false };
    let Some((day, rest)) = rest.split_once('日') else { return false };
    digits(month) && digits(day) && rest.starts_with([' ', '\u{3000}', '：', ':'])
}

/// Whether `line` begins with what its rest is: `联系电话：0797-1`.
fn is_labelled(line: &str) -> bool {
    if is_dated(line) {
        return true;
    }
    let Some((label, rest)) = line.split_once(['：', ':']) else { return false };
    let length = label.chars().filter(|c| !c.is_whitespace()).count();
    let words = |c: char| c >= '\u{3400}' && c.is_alphabetic() || c.is_whitespace() || "（）()、/".contains(c);
    let named = (2..=14).contains(&length) || matches!(label, "问" | "答");
    named && label.chars().all(words) && !rest.starts_with('/') && !label.ends_with("如下")
}

/// Whether blanks set parts of `line` below those of other lines: `张　某　　示例局副局长`.
fn is_set_apart(line: &str) -> bool {
    let hanzi = || line.contains(|c: char| c >= '\u{3400}' && c.is_alphabetic());
    line.contains("\u{3000}\u{3000}") || line.contains("   ") || line.matches("  ").nth(1).is_some() && hanzi()
}

/// Whether `line` begins as lines below a text do.
fn is_note(line: &str) -> bool {
    NOTES.iter().any(|note| line.starts_with(note))
}

/// Whether `line` is a paragraph by its length and its end.
fn is_long(line: &str) -> bool {
    ends(line) && line.chars().nth(40).is_some()
}

/// Whether `line` is a remark in brackets: （2018年6月20日公布）.
fn is_remark(line: &str) -> bool {
    line.starts_with(['（', '(']) && line.ends_with(['）', ')']) && !line.contains('。')
}

/// One paragraph of Markdown that has several lines.
pub(super) struct Run<'r, 't> {
    /// The text of the file.
    text: &'t str,
    lines: &'r [Line<'t>],
    /// Columns of the longest line.
    widest: usize,
    /// Whether several lines say first what they are.
    labelled: bool,
    /// Whether the text was broken at a width.
    wrapped: bool,
}

impl<'r, 't> Run<'r, 't> {
    /// The lines of one paragraph of `text`.
    pub(super) fn new(text: &'t str, lines: &'r [Line<'t>]) -> Self {
        let widest = lines.iter().map(|it| columns(it.text)).max().unwrap_or(0);
        let labelled = lines.iter().filter(|it| is_labelled(it.text)).nth(1).is_some();
        let mut run = Self { text, lines, widest, labelled, wrapped: false };
        run.wrapped = widest < WIDE
            && run.pairs().any(|(before, it)| {
                let open = !before.text.is_empty()
                    && !ends(before.text)
                    && !is_short(before.text)
                    && !is_title(before.text)
                    && !is_note(before.text);
                open && !run.begins(before, it) && columns(before.text) + RAGGED >= widest
            });
        run
    }

    fn pairs(&self) -> impl Iterator<Item = (&'r Line<'t>, &'r Line<'t>)> {
        self.lines.windows(2).map(|pair| (&pair[0], &pair[1])).filter(|(_, it)| !it.inner)
    }

    /// Whether its lines are those of an editor, which begin nothing.
    pub(super) fn is_wrapped(&self) -> bool {
        self.wrapped
    }

    /// Whether a line may begin a paragraph behind `before`.
    fn may_follow(&self, before: &str) -> bool {
        ends(before) || is_title(before) || (is_short(before) || self.widest >= WIDE) && !breaks_off(before)
    }

    /// Whether `it`, behind `before`, begins as nothing but a paragraph does.
    fn begins(&self, before: &Line<'_>, it: &Line<'_>) -> bool {
        let line = it.text;
        // A line of wide blanks is none to Markdown; what follows it is apart once it is one.
        if line.is_empty() || before.text.is_empty() {
            return line.is_empty();
        }
        if it.is_indented(self.text) || is_day(before.text) || is_number(before.text) {
            return true;
        }
        match ordinal(line) {
            Some(Ordinal::Certain) => !breaks_off(before.text),
            // Behind one part of a list the next is sure.
            Some(Ordinal::Likely) => self.may_follow(before.text) || ordinal(before.text).is_some(),
            None => {
                let like = is_day(line)
                    || is_number(line)
                    || is_salutation(line)
                    || is_remark(line)
                    || is_set_apart(line) && is_set_apart(before.text)
                    || it.is_set_in(self.text)
                    || is_note(line)
                    || self.labelled && is_labelled(line);
                like && (self.may_follow(before.text) || self.labelled && is_labelled(before.text) && !self.wrapped)
            }
        }
    }

    /// Whether anything says that its lines are paragraphs.
    fn is_pasted(&self) -> bool {
        let greeted = || {
            let first = self.lines[0].text;
            let greets = self.lines.len() > 2 && first.ends_with('：') || is_salutation(first);
            greets && ordinal(first).is_none() && !self.wrapped
        };
        // A line of several sentences is a paragraph; lines of one sentence each may be how an author keeps a text.
        let several = |it: &&Line<'_>| {
            let inside = it.text.trim_end_matches(['”', '）', ')', '。']);
            inside.contains('。') && ends(it.text)
        };
        self.pairs().any(|(before, it)| self.begins(before, it))
            || greeted()
            || !self.wrapped && {
                let several = self.lines.iter().filter(several).count();
                several > 2 || several > 1 && self.widest >= WIDE
            }
    }

    /// The lines that were meant to begin their own paragraphs.
    pub(super) fn paragraphs(&self) -> Vec<Line<'t>> {
        if self.is_pasted() { self.apart() } else { Vec::new() }
    }

    /// The same, where it is known that the lines were pasted.
    pub(super) fn apart(&self) -> Vec<Line<'t>> {
        let apart = |&at: &usize| {
            let (before, it) = (&self.lines[at - 1], &self.lines[at]);
            let line = before.text;
            let headed = is_salutation(line)
                || is_set_apart(line)
                || ordinal(line).is_some() && is_short(line)
                || self.widest >= WIDE && !is_short(line);
            !it.inner
                && !line.is_empty()
                && (self.begins(before, it)
                    || !self.wrapped
                        && !breaks_off(line)
                        && (ends(line)
                            || is_note(line)
                            || is_long(it.text) && (is_short(line) || is_title(line))
                            || headed
                            || self.signs(at)))
        };
        (1..self.lines.len()).filter(apart).map(|at| self.lines[at]).collect()
    }

    /// Whether the line `at` is the name of one of those who sign, above the day.
    fn signs(&self, at: usize) -> bool {
        for it in self.lines[at..].iter().take(6) {
            if is_day(it.text) {
                return true;
            }
            if !is_short(it.text) || ends(it.text) {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_known_by_how_they_begin_and_end() {
        for line in [
            "联系电话：0797-1",
            "统一社会信用代码(注册号):91350128",
            "联 系 人：办公室",
            "检修开始时间：2024/4/29 8:00",
        ] {
            assert!(is_labelled(line), "{line}");
        }
        for line in ["https://www.example.gov.cn/", "8:00开始", "现将有关事项通知如下：", "甲，乙：丙", "某局"]
        {
            assert!(!is_labelled(line), "{line}");
        }
        assert!(is_number("示局发〔2018〕1号") && is_number("示令［2018］第2号") && !is_number("示例路1号"));
        assert!(is_title("示例局关于做好防汛工作的通知") && !is_title("为落实，特此通知"));
        assert!(is_number("第706号") && is_number("第十二号") && !is_number("第六届10号"));
    }
}
