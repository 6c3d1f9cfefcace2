//! Words that stand in a file where it leaves something open, or names nobody.

/// Begins every mark of something left open but holes, which begin with `〔`.
pub const LEFT_OPEN: &str = "待";

/// Does `text`, a value or a line, still say what a new project's files say where something is to be filled in or verified?
pub fn is_left_open(text: &str) -> bool {
    if is_hole(text) {
        return true;
    }
    // Nearly all texts are left here.
    if !text.contains(LEFT_OPEN) {
        return false;
    }
    let bare = text.trim().trim_matches(['（', '）', '(', ')', '〔', '〕', '【', '】', '[', ']', '*', '_', '。']);
    matches!(bare, "待填写" | "待核实")
        || ["（待填写）", "（待核实）", "：待填写", "：待核实"].iter().any(|mark| text.contains(mark))
}

/// Is `text` a hole of a line that a message proposed, still to be filled: `〔成文日期〕`?
pub fn is_hole(text: &str) -> bool {
    let inside = text.trim().strip_prefix('〔').and_then(|it| it.strip_suffix('〕'));
    inside.is_some_and(|it| !it.contains(['〔', '〕']) && it.chars().any(|it| !it.is_numeric()))
}

/// Does `text`, the whole of what is said of something, say nothing: no word at all, or one that promises to be written later?
pub fn says_nothing(text: &str) -> bool {
    let bare = text.trim_matches(is_frame);
    !bare.chars().any(char::is_alphanumeric)
        || is_hole(text)
        || is_left_open(bare)
        || matches!(bare, "待定" | "待填" | "待补" | "待补充" | "待完善" | "未填" | "略" | "暂缺" | "某某")
        || ["todo", "xxx", "xx"].iter().any(|it| bare.eq_ignore_ascii_case(it))
}

/// May stand around a placeholder?
fn is_frame(letter: char) -> bool {
    let sign = matches!(
        letter,
        '（' | '）' | '(' | ')' | '〔' | '〕' | '【' | '】' | '[' | ']' | '*' | '_' | '。' | '：' | ':' | '|'
    );
    sign || letter.is_whitespace()
}

/// Words that name nobody.
const NOBODY: [&str; 52] = [
    "待定",
    "待填",
    "待填写",
    "待核实",
    "待审",
    "待审查",
    "待审核",
    "待补",
    "未审查",
    "未审核",
    "未审",
    "尚未审查",
    "没有审查",
    "未定",
    "未填",
    "未填写",
    "不详",
    "不知道",
    "无",
    "无人",
    "没有",
    "暂无",
    "空",
    "略",
    "同上",
    "某",
    "姓名",
    "本人",
    "有人",
    "测试",
    "示例",
    "是",
    "否",
    "同意",
    "通过",
    "合格",
    "已审",
    "已审查",
    "已审核",
    "审查通过",
    "无需审查",
    "不需要",
    "不涉密",
    "可公开",
    "xxx",
    "todo",
    "tbd",
    "none",
    "na",
    "null",
    "test",
    "name",
];

/// Does `by`, who did something, name nobody: a placeholder, a name that is masked, or no name at all?
pub fn names_nobody(by: &str) -> bool {
    // 保密员, 李明: nothing but hanzi, none of which stands for another. They are what they are, letter by letter.
    if by.chars().all(|it| ('\u{4e00}'..='\u{9fff}').contains(&it) && it != '某') {
        return by.is_empty() || by.len() <= 15 && NOBODY.contains(&by);
    }
    let plain: String = by.chars().filter(|char| char.is_alphanumeric()).collect::<String>().to_lowercase();
    let stands_for = |char: char| matches!(char, 'x' | 'ｘ' | '某' | '〇') || char.is_numeric();
    let count = plain.chars().count();
    // 张某, 某人, 李XX: who masks the name attests nothing.
    let masked = count <= 4
        && (plain.contains('某') && !plain.contains(['局', '科', '办', '处', '室']) || plain.ends_with("xx"))
        || by.contains(['*', '＊', '×', '✕']);
    plain.chars().all(stands_for)
        || masked && !is_name_of_three(&plain)
        || count <= 5 && NOBODY.contains(&plain.as_str())
        || count == 1 && plain.is_ascii()
}

/// 某 is a letter of some names: 陈某年.
fn is_name_of_three(plain: &str) -> bool {
    let mut letters = plain.chars();
    plain.chars().count() == 3
        && letters.nth(1) == Some('某')
        && letters.next().is_some_and(|it| it != '某' && it != '人')
}

#[cfg(test)]
mod tests {
    use super::{is_left_open, names_nobody};

    #[test]
    fn only_what_was_left_open_is_seen() {
        for text in [
            "待填写",
            "（待填写）",
            "地址：（待填写）；电话",
            "投诉电话：待填写",
            "〔待填写〕",
            "**待核实**",
            "（待核实）本单位不承担",
        ] {
            assert!(is_left_open(text), "{text}");
        }
        for text in ["有关情况待核实后公布", "申请表待填写后提交", "示例区"] {
            assert!(!is_left_open(text), "{text}");
        }
    }

    #[test]
    fn who_is_nobody() {
        for by in [
            "……",
            "待定",
            "未审查",
            "某某",
            "—",
            "XXX",
            "（待填写）",
            "某某某",
            "ToDo",
            "张某",
            "张某某",
            "李XX",
            "张*",
            "某人",
            "同上",
            "无需审查",
            "1",
            "N/A",
        ] {
            assert!(names_nobody(by), "{by}");
        }
        for by in ["保密员", "办公室主任", "张三", "无锡市局保密办", "某局保密员", "陈某年", "某科张三", "Zhang San"]
        {
            assert!(!names_nobody(by), "{by}");
        }
    }
}
