//! Rules about how TOML is written: 0002, 0003.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded};

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
