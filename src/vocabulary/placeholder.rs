//! Words that stand in a new project's files where they leave something open.

/// Begins every mark of something left open.
pub const LEFT_OPEN: &str = "待";

/// Does `text`, a value or a line, still say what a new project's files say where something is to be filled in or verified?
pub fn is_left_open(text: &str) -> bool {
    let bare = text.trim().trim_matches(['（', '）', '(', ')', '〔', '〕', '【', '】', '[', ']', '*', '_', '。']);
    matches!(bare, "待填写" | "待核实")
        || ["（待填写）", "（待核实）", "：待填写", "：待核实"].iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::is_left_open;

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
}
