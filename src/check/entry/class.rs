//! 0311 and 0312: themes and genres outside the official lists.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{DIRECTORY_2009, DOCUMENT_FORM},
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::{Genre, Theme, Word},
};

pub static UNKNOWN_THEME: Rule = Rule {
    code: "GK0311",
    name: "unknown-theme",
    label: "主题分类不在表内",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[DIRECTORY_2009.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "主题分类不在国家分类表内", en: "a theme outside the national list" },
    why: words! {
        zh: "上级平台按统一的主题分类汇集、检索。自拟的分类进不了表，按主题查不到这条信息。",
        en: "Platforms collect and search by one list of themes; an entry outside it is not found by theme.",
    },
    mend: words! {
        zh: "从分类表中选一个，写成“一级\\二级”，例如 theme = \"综合政务\\\\政务公开\"。",
        en: "Choose from the list and write first and second level: `theme = \"综合政务\\\\政务公开\"`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
published = 2018-06-22
theme = "防汛工作"
"#,
        good: r#"--> content/2018/通知.md
theme = "农业、林业、水利\\水利"
"#,
    },
};

pub static UNKNOWN_GENRE: Rule = Rule {
    code: "GK0312",
    name: "unknown-genre",
    label: "体裁不在表内",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[DIRECTORY_2009.whole(), DOCUMENT_FORM.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "体裁不是规定的公文种类", en: "a genre that is none of the official ones" },
    why: words! {
        zh: "公文种类只有十五种。自拟的体裁无法归类，按体裁检索时会漏掉。",
        en: "There are fifteen kinds of official documents; another word falls out of search by genre.",
    },
    mend: words! {
        zh: "写决议、决定、命令（令）、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要之一，都不是的写“其他”。",
        en: "Use one of the fifteen kinds, or 其他.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
published = 2018-06-22
genre = "通知书"
"#,
        good: r#"--> content/2018/通知.md
genre = "通知"
"#,
    },
};

pub(super) fn unknown_theme(_: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(theme) = entry.record.get(schema::Entry::THEME).filter(|theme| Theme::parse(theme).is_none()) else {
        return;
    };
    let finding = findings.raise(
        &UNKNOWN_THEME,
        entry.at(schema::Entry::THEME),
        text! { zh: "主题分类表里没有“{theme}”", en: "the list of themes has no {theme}" },
    );
    match Theme::nearest(theme) {
        Some(near) => {
            let written = near.to_string().replace('\\', "\\\\");
            finding
                .label(text! { zh: "是不是“{near}”？", en: "{near}?" })
                .help(text! { zh: "写成 theme = \"{written}\"", en: "write `theme = \"{written}\"`" })
                .fix([Edit::guess(entry.record.span_of(schema::Entry::THEME), &near.to_string())])
        }
        None => finding
            .help(text! {
                zh: "用 gongkai explain themes 列出主题分类表，从中选一个，改为：theme = '〔主题分类表中的一类〕'，写法如 '一级\\二级'；都不合适的写“其他”",
                en: "`gongkai explain themes` lists the themes: choose one, `theme = '〔one of them〕'`, written like '一级\\二级'; 其他 if none fits",
            })
            .fix([Edit::guess(entry.record.span_of(schema::Entry::THEME), "〔主题分类表中的一类〕")]),
    };
}

pub(super) fn unknown_genre(_: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(genre) = entry.record.get(schema::Entry::GENRE).filter(|genre| Genre::parse(genre).is_none()) else {
        return;
    };
    let finding = findings.raise(
        &UNKNOWN_GENRE,
        entry.at(schema::Entry::GENRE),
        text! { zh: "“{genre}”不是规定的公文种类", en: "{genre} is no kind of official document" },
    );
    let near = Genre::VOCABULARY.nearest(genre).map_or("其他", |term| term.zh);
    finding
        .help(text! { zh: "写成 genre = \"{near}\"", en: "write `genre = \"{near}\"`" })
        .fix([Edit::guess(entry.record.span_of(schema::Entry::GENRE), near)]);
}
