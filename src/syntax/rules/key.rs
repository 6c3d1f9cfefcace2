//! Rules about keys and their values: 0004 to 0007.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded};

pub static UNKNOWN_KEY: Rule = Rule {
    code: "GK0004",
    name: "unknown-key",
    label: "不认识的键",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "写了不认识的键或者表", en: "a key or table that does not exist" },
    why: words! {
        zh: "等号左边的键是固定的英文词。写错一个字母，这一行就等于没写，而自己还以为写了。",
        en: "Keys are fixed words. With one letter wrong the line says nothing, while its author believes it does.",
    },
    mend: words! {
        zh: "照提示改成正确的键；全部的键见文档“键一览”。确要保留的其他内容，写在 [extra] 里。",
        en: "Use the key that is offered; the reference lists all keys. What must be kept besides goes into `[extra]`.",
    },
    example: Example {
        bad: "==> catalogue/words.toml\n[[word]]\nwrong = \"帐号\"\nright = \"账号\"\nlevle = \"warn\"\n",
        good: r#"--> catalogue/words.toml
- levle
level = "warn"
"#,
    },
};

pub static WRONG_TYPE: Rule = Rule {
    code: "GK0005",
    name: "wrong-type",
    label: "值的写法不对",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "值的写法不对", en: "a value of the wrong kind" },
    why: words! {
        zh: "日期、数字、文字的写法各不相同：日期写 2018-05-03，数字直接写，文字放在英文引号里。写对了，程序才能计算期限。",
        en: "Days, numbers and texts are written differently: 2018-05-03, 12, \"text\". Only then can limits be computed.",
    },
    mend: words! { zh: "照提示改写这个值。", en: "Write the value as the message shows." },
    example: Example {
        bad: "==> catalogue/years.toml\n[[year]]\nyear = \"2030\"\noff = [\"01-01\"]\n",
        good: "--> catalogue/years.toml\nyear = 2030\n",
    },
};

pub static MISSING_KEY: Rule = Rule {
    code: "GK0006",
    name: "missing-key",
    label: "缺少必需的键",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "缺少必须写的键", en: "a key that must be there is missing" },
    why: words! {
        zh: "没有这一项，就不知道说的是哪个机构、哪个事项，别处也无法引用它。",
        en: "Without it no one knows what the table is about, and nothing else can refer to it.",
    },
    mend: words! { zh: "补上这一行。", en: "Add the line." },
    example: Example {
        bad: "==> catalogue/words.toml\n[[word]]\nwrong = \"帐号\"\n",
        good: r#"--> catalogue/words.toml
right = "账号"
"#,
    },
};

pub static UNKNOWN_VALUE: Rule = Rule {
    code: "GK0007",
    name: "unknown-value",
    label: "不是规定的用语",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "写的词不在规定的用语之内", en: "a word that its closed list does not have" },
    why: words! {
        zh: "公开方式、公开对象、五公开等栏目只有规定的几个词，写法一致才能归类和统计。",
        en: "Ways, audiences, the five disclosures and the like have fixed words; only equal words can be classed and counted.",
    },
    mend: words! { zh: "改成提示列出的词之一。", en: "Use one of the words that are listed." },
    example: Example {
        bad: "==> catalogue/accounts.toml\n[[account]]\nid = \"weibo\"\nplatform = \"微薄\"\nname = \"示例局\"\nowner = \"bureau\"\nclosed = 2018-01-05\n",
        good: r#"--> catalogue/accounts.toml
platform = "微博"
"#,
    },
};
