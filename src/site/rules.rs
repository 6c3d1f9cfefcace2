//! What only the plan of the site can tell: links that lead nowhere.

use crate::diagnostic::{Effect, Example, Family, Level, Rule, Ungrounded, laws};

/// GK1401.
pub static BROKEN_LINK: Rule = Rule {
    code: "GK1401",
    name: "broken-link",
    label: "链接失效",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[laws::WEBSITES_2017.at(words! { zh: "", en: "" })],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "正文里的链接打不开", en: "a link that leads nowhere" },
    why: words! {
        zh: "群众点开看到的是“页面不存在”。网站检查把错链、断链作为扣分项。",
        en: "A citizen who follows it finds nothing, and inspections count dead links.",
    },
    mend: words! {
        zh: "链接到别的条目，写那个 .md 文件的相对路径；链接到附件，写附件的相对路径；不公开的条目不能链接。",
        en: "Link entries by the relative path of their .md file and attachments by theirs; what is not public cannot be linked.",
    },
    example: Example {
        bad: "==> content/2018/通报.md\n+++\ntitle = \"关于值守情况的通报\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-07-02\npublished = 2018-07-03\nsummary = \"通报汛期值守情况。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-07-02 }\n+++\n按照[防汛通知](通知书.md)的要求，各科室值守到位。\n",
        good: "==> content/2018/通报.md\n+++\ntitle = \"关于值守情况的通报\"\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-07-02\npublished = 2018-07-03\nsummary = \"通报汛期值守情况。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-07-02 }\n+++\n按照[防汛通知](通知.md)的要求，各科室值守到位。\n",
    },
};

/// What the plan of the site raises.
pub static FAMILY: Family =
    Family { prefix: "GK14", title: words! { zh: "链接", en: "Links" }, rules: &[&BROKEN_LINK] };
