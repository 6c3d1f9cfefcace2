//! The rule about names of files: 0011.

use crate::diagnostic::{Effect, Example, Level, Rule, Ungrounded};

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
