//! Marks that a document bears: of secrecy, of being a draft. A mark is not a word: it stands alone, or with a star.

use std::{ops::Range, sync::LazyLock};

use memchr::{memchr3, memrchr3};

use super::subject::{after, before};
use crate::{
    source::Needles,
    vocabulary::{is_numeral, is_unseen},
};

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// 绝密.
    TopSecret,
    /// 机密.
    Secret,
    /// 秘密.
    Confidential,
    /// 内部资料 and its like.
    Inner,
    /// 送审稿 and its like.
    Draft,
}

impl Mark {
    fn is_level(self) -> bool {
        matches!(self, Self::TopSecret | Self::Secret | Self::Confidential)
    }
}

/// A word that is a mark where it stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// What it means where it is a mark.
    pub mark: Mark,
    /// Where it stands.
    pub range: Range<usize>,
}

/// What stands before 密.
const LEVELS: [(&str, Mark); 6] = [
    ("绝", Mark::TopSecret),
    ("机", Mark::Secret),
    ("秘", Mark::Confidential),
    ("絕", Mark::TopSecret),
    ("機", Mark::Secret),
    ("祕", Mark::Confidential),
];

/// May stand between the two letters of a printed level: they are often spaced, or parted by dots and strokes.
fn parts_level(letter: char) -> bool {
    letter != '\n' && letter.is_whitespace()
        || is_unseen(letter)
        || matches!(letter, '·' | '•' | '・' | '‧' | '.' | '．' | '-' | '－' | '—' | '_' | '/' | '／' | '~' | '～')
}

/// What stands after 内部.
const INNER: [&str; 10] = ["资料", "文件", "材料", "刊物", "读物", "使用", "参考", "传阅", "掌握", "发行"];

/// What stands before 稿.
const DRAFTS: [&str; 10] = ["送审", "报审", "审议", "讨论", "会签", "报批", "征求意见", "草", "初", "未定"];

/// Rare words, one in each mark.
const RARE: [&str; 4] = ["密", "稿", "内部", "外传"];

static NEEDLES: LazyLock<Needles> = LazyLock::new(|| Needles::new(RARE));

/// All words of `text` that may be marks, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    NEEDLES.find_in(text.as_bytes(), |rare, at| words.extend(word(text, RARE[rare], at)));
    words
}

/// The word that `rare` at byte `at` is of.
fn word(text: &str, rare: &str, at: usize) -> Option<Word> {
    let end = at + rare.len();
    // What stands before it, one of `all`.
    let behind = |bare: &str, all: &[&str]| all.iter().find(|it| bare.ends_with(*it)).map(|it| bare.len() - it.len());
    let (mark, range) = match rare {
        "密" => {
            let near = before(text, at, 40);
            let bare = &text[..at - (near.len() - near.trim_end_matches(parts_level).len())];
            let (first, mark) = LEVELS.iter().find(|(first, _)| bare.ends_with(first))?;
            (*mark, bare.len() - first.len()..end)
        }
        "稿" => (Mark::Draft, behind(&text[..at], &DRAFTS)?..end),
        "内部" => (Mark::Inner, at..end + INNER.iter().find(|last| text[end..].starts_with(*last))?.len()),
        _ => (Mark::Inner, behind(&text[..at], &["不得", "请勿", "严禁"])?..end),
    };
    Some(Word { mark, range })
}

/// Whether a star follows `word`: `机密★10年`. That is a mark wherever it stands, unless someone quotes it.
pub(super) fn is_starred(text: &str, word: &Word) -> bool {
    let rest = text[word.range.end..].trim_start_matches(|it| parts_level(it) || matches!(it, '件' | '级'));
    let quoted = text[..word.range.start].trim_end().ends_with(['“', '"', '‘', '「', '『', '《', '`', '\'']);
    // An asterisk is one of Markdown, but before a term.
    let termed = |rest: &str| rest.starts_with(is_numeral) || rest.starts_with("长期");
    let starred = rest.starts_with(['★', '☆', '⭐', '✩', '✭', '✮', '✯', '⋆'])
        || rest.strip_prefix(['*', '＊', '※']).is_some_and(|rest| termed(rest.trim_start()));
    word.mark.is_level() && starred && !quoted
}

/// Bytes of the longest cell that is a stamp.
pub(super) const STAMP: usize = 200;

/// Bytes read on either side of a mark to decide whether it stands alone; a line that is longer is no stamp.
const NEAR: usize = 300;

/// The cell or line that `range` stands in, between line ends and cell borders; of a long one the part around `range`.
pub(super) fn cell(text: &str, range: &Range<usize>) -> Range<usize> {
    let (left, right) = (before(text, range.start, NEAR), after(text, range.end, NEAR));
    let start = range.start - left.len() + memrchr3(b'\n', b'|', b'\t', left.as_bytes()).map_or(0, |at| at + 1);
    let end = range.end + memchr3(b'\n', b'|', b'\t', right.as_bytes()).unwrap_or(right.len());
    start..end
}

/// What stands beside a mark and belongs to it, longest first: levels, terms, urgency, copy numbers.
const COMPANIONS: &[&str] = &[
    "注意保存",
    "妥善保管",
    "不得外传",
    "请勿外传",
    "严禁外传",
    "严禁复制",
    "不得复制",
    "不得公开",
    "仅供内部使用",
    "仅供内部参考",
    "仅限内部使用",
    "限内部使用",
    "仅供参考",
    "供内部使用",
    "供内部参考",
    "内部资料",
    "内部文件",
    "内部材料",
    "内部刊物",
    "内部使用",
    "内部参考",
    "内部传阅",
    "内部读物",
    "内部掌握",
    "内部发行",
    "国家秘密",
    "秘密等级",
    "保密级别",
    "保密期限",
    "保密等级",
    "密级",
    "绝密",
    "机密",
    "秘密",
    "絕密",
    "機密",
    "祕密",
    "长期",
    "启用前",
    "解密前",
    "特急",
    "加急",
    "平急",
    "急件",
    "特提",
    "份号",
    "编号",
    "第",
    "号",
    "份",
    "年",
    "个月",
    "月",
    "级",
    "件",
];

/// Whether `cell` bears a mark of secrecy and nothing else: `秘密`, `密级：机密`, `机密　特急　000012`, `内部资料 注意保存`.
pub(super) fn is_secrecy_alone(cell: &str) -> bool {
    if cell.len() > STAMP {
        return false;
    }
    let plain: String = cell.chars().filter(|&c| is_letter(c)).collect();
    let mut rest = plain.as_str();
    let mut says = false;
    while !rest.is_empty() {
        if let Some(known) = COMPANIONS.iter().find(|&&known| rest.starts_with(known)) {
            says |= matches!(*known, "绝密" | "机密" | "秘密" | "絕密" | "機密" | "祕密")
                || known.contains("内部")
                || known.ends_with("外传");
            rest = &rest[known.len()..];
        } else if let Some(digit) = rest.chars().next().filter(|&c| is_numeral(c)) {
            rest = &rest[digit.len_utf8()..];
        } else {
            return false;
        }
    }
    says
}

/// Whether `text` ends, or its line begins, with the mark in brackets: `关于……的通知（机密）`, `【内部资料】关于……`.
pub(super) fn is_bracketed(text: &str, range: &Range<usize>) -> bool {
    let open = |c: char| "（(【[〔［〖".contains(c);
    let close = |c: char| "）)】]〕］〗".contains(c);
    let (before, after) = (text[..range.start].trim_end(), text[range.end..].trim_start());
    let (Some(left), Some(right)) = (before.chars().next_back(), after.chars().next()) else { return false };
    open(left)
        && close(right)
        && (before.trim_matches(|c: char| open(c) || c.is_whitespace() || "#*_".contains(c)).is_empty()
            || after.trim_matches(|c: char| close(c) || c.is_whitespace() || "*_".contains(c)).is_empty())
}

/// Whether `range` stands inside a title or a quotation: it is then spoken of, not borne.
pub(super) fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let mut depth = 0_i32;
    for c in text[..range.start].chars() {
        match c {
            '《' | '〈' | '“' | '「' | '『' => depth += 1,
            '》' | '〉' | '”' | '」' | '』' => depth = (depth - 1).max(0),
            _ => {}
        }
    }
    depth > 0
}

/// Whether a draft's mark stands alone in `cell`, whatever decorates it.
pub(super) fn is_draft_alone(cell: &str, word: &str) -> bool {
    let plain: String = cell.chars().filter(|&c| is_letter(c)).collect();
    let rest = plain.strip_suffix(word).map(|rest| rest.trim_start_matches("第").to_owned());
    rest.is_some_and(|rest| rest.trim_end_matches(['次', '稿', '版']).chars().all(is_numeral))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '★' | '☆') && !is_unseen(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_alone() {
        for cell in [
            "秘密",
            "　机　密　",
            "# 绝密",
            "**内部资料**",
            "内部资料 注意保存",
            "内部资料，不得外传",
            "仅供内部使用",
            "仅限内部使用",
            "内部掌握",
            "请勿外传",
            "密级：机密",
            "机密★10年",
            "秘密 特急 000012",
            "机密　第3份",
            "（内部资料）",
            "秘密 ★ 长期",
            "绝密·启用前",
            "机·密",
            "机—密",
            "绝．密 ★ 三十年",
        ] {
            assert!(is_secrecy_alone(cell), "{cell}");
        }
        for cell in [
            "国家秘密的密级分为绝密、机密、秘密三级",
            "保守秘密",
            "商业秘密",
            "国家秘密",
            "内部资料管理办法",
            "特急",
            "注意保存",
            "2018年",
            "不予公开",
            "",
            "密级：公开",
        ] {
            assert!(!is_secrecy_alone(cell), "{cell}");
        }
    }

    #[test]
    fn stars_make_marks_unless_quoted() {
        let starred = |text: &str| words(text).into_iter().any(|word| is_starred(text, &word));
        assert!(starred("机密★10年") && starred("关于……的通知 秘密 ★ 1年") && starred("机　密★"));
        assert!(starred("机·密 ★") && starred("绝密*长期") && starred("秘密＊1年") && starred("机\u{a0}密\u{a0}★"));
        assert!(!starred("**机密** 1年") && !starred("*机密*") && !starred("计算机·密码★"));
        assert!(!starred("标注“机密★10年”字样") && !starred("秘密的") && !starred("送审稿★"));
    }

    #[test]
    fn titles_of_others_are_quoted() {
        let text = "关于征求《办法（征求意见稿）》意见的通知";
        let word = words(text).into_iter().next().unwrap();
        assert_eq!(word.mark, Mark::Draft);
        assert!(is_quoted(text, &word.range));
        let own = "招商引资奖励办法（送审稿）";
        let word = words(own).into_iter().next().unwrap();
        assert!(!is_quoted(own, &word.range) && is_bracketed(own, &word.range));
    }

    #[test]
    fn brackets_count_at_the_ends() {
        let bracketed = |text: &str| words(text).into_iter().any(|word| is_bracketed(text, &word.range));
        assert!(bracketed("关于防汛的通知（机密）") && bracketed("【内部资料】关于防汛") && bracketed("**（秘密）**"));
        assert!(!bracketed("属于（秘密）级的文件"));
    }

    #[test]
    fn drafts_stand_alone() {
        assert!(is_draft_alone("（送审稿）", "送审稿") && is_draft_alone("第二次讨论稿", "讨论稿"));
        assert!(!is_draft_alone("本办法送审稿", "送审稿"));
    }
}
