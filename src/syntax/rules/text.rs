//! Rules about the characters of a file: 0001, 0012, 0013.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded};

pub static NOT_UTF8: Rule = Rule {
    code: "GK0001",
    name: "not-utf8",
    label: "文件编码不对",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "文件不是 UTF-8 编码", en: "a file that is not UTF-8" },
    why: words! {
        zh: "同一份文件用不同的编码打开，字就变了。全部使用 UTF-8，哪台电脑、哪个浏览器看到的都一样。",
        en: "A text read in another encoding becomes another text. With UTF-8 everywhere, all computers and browsers show the same.",
    },
    mend: words! {
        zh: "用记事本打开，选“另存为”，编码选“UTF-8”。已经成为乱码的字，要照原件重新录入。",
        en: "Save the file as UTF-8 in an editor. Words already spoilt must be typed again from the original.",
    },
    // The comment is 通知 in GBK, whose four bytes happen to be valid UTF-8.
    example: Example {
        bad: "==> catalogue/note.toml\n# \u{368}\u{5aa}\n", good: "==> catalogue/note.toml\n# 通知\n"
    },
};

pub static BEYOND_LIMITS: Rule = Rule {
    code: "GK0012",
    name: "beyond-limits",
    label: "超出限度",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "文件太大、一行太长或者层次太深", en: "a file too large, a line too long, a nesting too deep" },
    why: words! {
        zh: "人写的文件到不了这个程度，多半是粘贴了图片数据、导出了整个数据库，或者括号没有配对。",
        en: "No one writes such a file by hand: pictures were pasted as text, a database was exported, or brackets do not match.",
    },
    mend: words! {
        zh: "图片和数据另存为附件，正文里只写链接；太长的内容拆成几个文件；检查括号是否配对。",
        en: "Keep pictures and data as attachments and link them; split long texts; check that brackets match.",
    },
    example: Example {
        bad: "==> catalogue/deep.toml\n[settings.due-soon]\n\
              days = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        good: "--> catalogue/deep.toml\ndays = 5\n",
    },
};

pub static INVISIBLE_CHARACTER: Rule = Rule {
    code: "GK0013",
    name: "invisible-character",
    label: "看不见的字符",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "夹有看不见的或者冒充别的字的字符", en: "characters that cannot be seen or pose as others" },
    why: words! {
        zh: "从网页、PDF、聊天工具复制的文字，常带有看不见的字符，或者样子相同、实际不同的字。有了它们，按文号、标题就搜不到，核对也对不上。",
        en: "Text copied from web pages, PDF and chats often carries characters that are not seen, or look like others. Searches and comparisons then fail.",
    },
    mend: words! {
        zh: "删去这几个字，重新用键盘输入。",
        en: "Delete the characters and type them again.",
    },
    example: Example {
        bad: "--> content/2018/防汛.md\ntitle = \"关于防汛\u{200b}工作的通知\"\n- kind\nsummary = \"部署防汛值守。\"\n+++\n请落实值守。\n",
        good: r#"--> content/2018/防汛.md
title = "关于防汛工作的通知"
"#,
    },
};
