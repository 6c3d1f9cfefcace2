//! What only the plan of the site can tell: links that lead nowhere, addresses that are lost.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded, laws};

pub static BROKEN_LINK: Rule = Rule {
    code: "GK1401",
    name: "broken-link",
    label: "链接失效",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[laws::WEBSITES_2017.at(words! { zh: "", en: "" })],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "正文里的链接打不开", en: "a link that leads nowhere" },
    why: words! {
        zh: "群众点开看到的是“页面不存在”。网站检查把错链、断链作为扣分项。",
        en: "A citizen who follows it finds nothing, and inspections count dead links.",
    },
    mend: words! {
        zh: "链接到别的条目，写那个 .md 文件的相对路径；链接到附件，写附件的相对路径；不公开的条目不能链接。链接的信息到期撤下了的，只提醒，链接通向“已撤下”的页面。",
        en: "Link entries by the relative path of their .md file and attachments by theirs; what is not public cannot be linked. A link to what was taken down is a warning, and leads to its tombstone.",
    },
    example: Example {
        bad: r#"--> content/2018/通报.md
title = "关于值守情况的通报"
made = 2018-07-02
published = 2018-07-03
summary = "通报汛期值守情况。"
[review]
secrecy = { by = "保密员", on = 2018-07-02 }
+++
按照[防汛通知](通知书.md)的要求，各科室值守到位。
"#,
        good: "--> content/2018/通报.md
+++
按照[防汛通知](通知.md)的要求，各科室值守到位。
",
    },
};

pub static LOST_ADDRESS: Rule = Rule {
    code: "GK1402",
    name: "lost-address",
    label: "网址丢失",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[laws::WEBSITES_2017.at(words! { zh: "", en: "" })],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "已经公开过的网址没有了", en: "an address that was public and leads nowhere now" },
    why: words! {
        zh: "别处的链接、群众的收藏、上级的引用都指着这个网址。文件一删，打开就是“页面不存在”，也没有说明为什么。",
        en: "Links, bookmarks and citations point there. With the file deleted they find nothing, and nobody says why.",
    },
    mend: words! {
        zh: "误删的恢复文件；改名又改了标题的，先只改一样，运行一次再改另一样；确实要撤下的，在目录里写 [[gone]]，说明原因和日期。发布当天删掉的只提醒，从第二天起不写 [[gone]] 就停。",
        en: "Restore a file deleted by mistake; rename and retitle in two steps; for what must go, write [[gone]] with reason and day. What goes on the day of its release is a warning, from the next day on a stop.",
    },
    example: Example {
        bad: "==> catalogue/index.lock\n# gongkai index.lock 1\nbureau/2018-00007\t/bureau/2018/00007.html\t2018/旧通知\treleased\t2018-05-10\t2018-05-10\t2018-05-03\t关于开展春季检查的通知\n",
        good: r#"==> catalogue/gone.toml
[[gone]]
address = "/bureau/2018/00007.html"
reason = "内容有误，已另行发布"
on = 2018-08-01
"#,
    },
};

pub static LIVING_GONE: Rule = Rule {
    code: "GK1404",
    name: "living-gone",
    label: "撤下又公开",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "写了 [[gone]] 或 [[redirect]] 的网址还在公开", en: "an address declared gone or moved that is still public" },
    why: words! {
        zh: "目录说这个网址已经撤下或者转走，同一个网址的页面却还在公开。两句话必有一句不对，读者看到的与台账不符。",
        en: "The catalogue says that the address was taken down or has moved, and yet it is public. One of the two is wrong.",
    },
    mend: words! {
        zh: "仍要公开的，删去这一条 [[gone]] 或 [[redirect]]；确实要撤下的，在那条信息的文件头写 withdraw_on。",
        en: "Delete the [[gone]] or [[redirect]] if it is to stay; write `withdraw_on` in the entry if it is to go.",
    },
    example: Example {
        bad: r#"==> catalogue/gone.toml
[[gone]]
address = "/bureau/2018/00001.html"
reason = "内容有误，已另行发布"
on = 2018-08-01
"#,
        good: "==> catalogue/gone.toml\n# 没有撤下的网址\n",
    },
};

pub static UNANSWERED_ADDRESS: Rule = Rule {
    code: "GK1405",
    name: "unanswered-address",
    label: "旧网址接不住",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::WEBSITES_2017.at(words! { zh: "", en: "" })],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "旧网址没有静态网页能够接住", en: "an old address that no page of this site can answer" },
    why: words! {
        zh: "带“?”的、以 .jsp、.shtml 等结尾的、在别的网站上的旧网址，本站放不出同名的网页，读者点开还是“页面不存在”。要在服务器上设置转向。",
        en: "An address with a query, of another ending or on another site has no file of this site behind it: readers find nothing unless the web server leads on.",
    },
    mend: words! {
        zh: "请网站管理员换用 gongkai host 生成的服务器配置；旧网址在别的网站上的，照 api/v1/addresses.json 在那里设置。设置好以后用 [[allow]] 说明。",
        en: "Give the web server what gongkai host prints; another host is told to redirect by api/v1/addresses.json. Then explain it with [[allow]].",
    },
    example: Example {
        bad: r#"==> catalogue/moved.toml
[[redirect]]
from = "/info.jsp?id=42"
to = "2018/通知"
"#,
        good: r#"==> catalogue/moved.toml
[[redirect]]
from = "/info/42.html"
to = "2018/通知"
"#,
    },
};

pub static FOREIGN_PICTURE: Rule = Rule {
    code: "GK1906",
    name: "foreign-picture",
    label: "别处的图片",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "图片在别的网站上，或者没有地址", en: "a picture that lies on another site, or nowhere" },
    why: words! {
        zh: "从公众号、别的网站复制来的图片，还留在原来的网站上：公众号的会显示“此图片来自微信公众平台”，别的随时可能没有；群众看图片时，那家网站也知道谁看过。",
        en: "A picture copied from WeChat or another site stays there: WeChat refuses to show it elsewhere, others vanish, and that site learns who reads the page.",
    },
    mend: words! {
        zh: "把图片另存到条目旁边，写成 ![说明](图片.jpg)。",
        en: "Save the picture beside the entry and write `![what it shows](picture.jpg)`.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n汛期已到，请落实二十四小时值守。\n\n![值守现场](https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg)\n",
        good: "--> content/2018/通知.md\n+++\n汛期已到，请落实二十四小时值守。\n",
    },
};

/// What the plan of the site raises.
pub static RULES: &[&Rule] = &[&BROKEN_LINK, &LOST_ADDRESS, &LIVING_GONE, &UNANSWERED_ADDRESS, &FOREIGN_PICTURE];
