//! Rules about files: their encoding, their names, their TOML.

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

pub static OVERLOOKED_FILE: Rule = Rule {
    code: "GK1910",
    name: "overlooked-file",
    label: "没有读的文件",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "文件名的结尾不对，或者放错了文件夹，程序没有读", en: "a file that is not read, for how its name ends or where it lies" },
    why: words! {
        zh: "条目的文件名以 .md 结尾，目录的以 .toml 结尾，都用小写字母。记事本另存时常常多加 .txt，而 Windows 又不显示，文件就既不是条目也不是目录，网站上没有它，也没有人发现。条目只从 content 文件夹读，放在它旁边的、放进 catalogue 的也一样。",
        en: "Entries end in `.md`, files of the catalogue in `.toml`, in small letters. Notepad likes to add `.txt`, which Windows then hides: the file is neither, and nobody notices. Entries are read below `content/` only: one beside it, or in `catalogue/`, is as good as lost.",
    },
    mend: words! {
        zh: "把文件改名，结尾是 .md 或者 .toml；看不到结尾的，先在“查看”里勾选“文件扩展名”；也可以运行 gongkai fix。放错地方的条目移到 content 文件夹里。",
        en: "Rename the file so that it ends in `.md` or `.toml`; let Windows show file name extensions first, or run `gongkai fix`. Move an entry below `content/`.",
    },
    example: Example {
        bad: "==> content/2018/防汛.md.txt\n+++\ntitle = \"关于防汛工作的通知\"\n+++\n请落实值守。\n",
        good: r#"xx> content/2018/防汛.md.txt
--> content/2018/防汛.md
title = "关于防汛工作的通知"
- kind
summary = "部署防汛值守。"
+++
请落实值守。
"#,
    },
};

pub static UNSAFE_PATH: Rule = Rule {
    code: "GK0011",
    name: "unsafe-path",
    label: "文件名不安全",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "文件或文件夹的名称、类型不安全", en: "a file or folder whose name or kind is not safe" },
    why: words! {
        zh: "有的名称在 Windows 上打不开，有的会被网站服务器当作配置，快捷方式和链接可能指到文件夹以外。这样的文件换一台电脑就丢了，甚至会泄露不该公开的东西。",
        en: "Some names cannot be opened on Windows, some mean something to a web server, and links may lead outside the project.",
    },
    mend: words! {
        zh: "把文件改个名称：用汉字、英文字母、数字和连字符，不要太长；链接换成真正的文件。",
        en: "Rename the file with letters, digits, hanzi and hyphens, not too long; replace links by real files.",
    },
    example: Example {
        bad: r#"--> content/2018/aux.md
title = "关于防汛工作的通知"
- kind
summary = "部署防汛值守。"
+++
请落实值守。
"#,
        good: r#"xx> content/2018/aux.md
--> content/2018/防汛.md
title = "关于防汛工作的通知"
- kind
summary = "部署防汛值守。"
+++
请落实值守。
"#,
    },
};

pub static FULL_WIDTH_PUNCTUATION: Rule = Rule {
    code: "GK0002",
    name: "full-width-punctuation",
    label: "中文标点",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "该用英文标点的地方用了中文标点", en: "Chinese punctuation where TOML wants ASCII" },
    why: words! {
        zh: "等号、引号、逗号、方括号是给程序看的记号，要在英文输入法下输入。引号里面的文字，照常用中文标点。",
        en: "Equals signs, quotes, commas and brackets are marks for the program and must be ASCII. Inside quotes, Chinese punctuation is right.",
    },
    mend: words! {
        zh: "切换到英文输入法，重新输入这几个标点。",
        en: "Type these marks again with an English keyboard.",
    },
    example: Example {
        bad: "==> catalogue/words.toml\n[[word]]\nwrong＝“帐号”\nright = \"账号\"\n",
        good: "==> catalogue/words.toml\n[[word]]\nwrong = \"帐号\"\nright = \"账号\"\n",
    },
};

pub static TOML_SYNTAX: Rule = Rule {
    code: "GK0003",
    name: "toml-syntax",
    label: "书写格式不对",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "书写格式不对，程序读不懂", en: "a file that is not well-formed TOML" },
    why: words! {
        zh: "一行写一个“键 = 值”，文字放在英文双引号里。少一个引号或者括号，程序就分不清哪里是哪里。",
        en: "A line is `key = value`, with texts in double quotes. A missing quote or bracket makes the rest unreadable.",
    },
    mend: words! {
        zh: "照提示补上或者改正标出的地方；同一行还有别的错，改正以后会再指出来。",
        en: "Add or change what is marked. If the same line has another fault, it will be told next time.",
    },
    example: Example {
        bad: "==> catalogue/words.toml\n[[word]]\nwrong = \"帐号\nright = \"账号\"\n",
        good: r#"--> catalogue/words.toml
wrong = "帐号"
"#,
    },
};
