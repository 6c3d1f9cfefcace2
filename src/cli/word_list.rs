//! The closed lists of official words, printed: `gongkai explain themes`, `explain 公文种类`, `explain kind`.

use std::fmt::Write as _;

use crate::{
    record::{KeySpec, Shape, TableKind as _, schema},
    vocabulary::{
        AdminLevel, Audience, Channel, EntryKind, Genre, LISTS, Lang, THEMES, Vocabulary, Word as _, nearest_of,
    },
};

/// Words by which the list of themes is asked for, its own name first.
const THEME_NAMES: [&str; 5] = ["主题分类", "theme", "主题", "主题分类表", "主题词"];

/// Lists whose keys take any text, so that no schema says which list is theirs; by what they are asked for.
const BY_NAME: [(&str, &Vocabulary); 9] = [
    ("genre", Genre::VOCABULARY),
    ("体裁", Genre::VOCABULARY),
    ("公文种类", Genre::VOCABULARY),
    ("channel", Channel::VOCABULARY),
    ("渠道", Channel::VOCABULARY),
    ("audience", Audience::VOCABULARY),
    ("对象", Audience::VOCABULARY),
    ("level", AdminLevel::VOCABULARY),
    ("层级", AdminLevel::VOCABULARY),
];

/// The page of the list, or lists, that `typed` names: by Chinese name, or by the key that takes its words, one or many.
pub(super) fn page(typed: &str, lang: Lang) -> Option<String> {
    let name = typed.trim().to_ascii_lowercase().replace('-', "_");
    let name = name.as_str();
    if matches!(name, "lists" | "list" | "清单" | "用语" | "规定用语" | "words") {
        return Some(all(lang));
    }
    let one = name.strip_suffix('s').unwrap_or(name);
    if THEME_NAMES.contains(&name) || THEME_NAMES.contains(&one) {
        return Some(themes(lang));
    }
    let mut lists: Vec<&'static Vocabulary> = Vec::new();
    let mut add = |list: &'static Vocabulary| {
        if lists.iter().all(|it| it.name != list.name) {
            lists.push(list);
        }
    };
    LISTS.iter().filter(|it| it.name == name).for_each(|it| add(it));
    for (by, list) in BY_NAME {
        if by == name || by == one {
            add(list);
        }
    }
    for (key, list) in keys() {
        if key.name == name || key.name == one || key.words.zh == name {
            add(list);
        }
    }
    (!lists.is_empty()).then(|| lists.into_iter().map(|it| list(it, lang)).collect::<Vec<_>>().join("\n"))
}

/// The name of a list that is near to `typed`.
pub(super) fn nearest(typed: &str) -> Option<&'static str> {
    let names = LISTS.iter().map(|it| it.name).chain(BY_NAME.iter().map(|it| it.0)).chain(keys().map(|it| it.0.name));
    nearest_of(names.chain(THEME_NAMES).chain(["themes", "genres", "channels", "kinds"]), typed, 0.6)
}

/// Every key that takes words of a list, with that list.
fn keys() -> impl Iterator<Item = (&'static KeySpec, &'static Vocabulary)> {
    let own = EntryKind::ALL.iter().flat_map(|&kind| schema::own(kind));
    let all = schema::TABLES.iter().flat_map(|it| it.keys).chain(schema::Entry::SCHEMA.keys).chain(own);
    all.filter_map(|key| match &key.shape {
        Shape::Word(list) | Shape::List(Shape::Word(list)) | Shape::Many(Shape::Word(list)) => Some((key, *list)),
        _ => None,
    })
}

fn list(list: &Vocabulary, lang: Lang) -> String {
    let mut out = format!("{}\n", list.name);
    for term in list.terms {
        let others = term.variants.join("、");
        let _ = match (lang, others.is_empty()) {
            (Lang::Zh, true) => writeln!(out, "  {}（{}）", term.zh, term.key),
            (Lang::Zh, false) => writeln!(out, "  {}（{}；也可写 {others}）", term.zh, term.key),
            (Lang::En, true) => writeln!(out, "  {} ({}): {}", term.zh, term.key, term.en),
            (Lang::En, false) => writeln!(out, "  {} ({}): {}; also {others}", term.zh, term.key, term.en),
        };
    }
    out
}

/// The themes as they are written: `一级\二级`, in quotes that leave the backslash alone.
fn themes(lang: Lang) -> String {
    let mut out = match lang {
        Lang::Zh => "主题分类（写法：theme = '一级\\二级'，用英文单引号；括号里的字可以省去）\n".to_owned(),
        Lang::En => {
            "themes (written theme = 'first\\second', in single quotes; what stands in brackets may be left out)\n"
                .to_owned()
        }
    };
    for branch in THEMES {
        let _ = writeln!(out, "  {}", branch.name);
        for leaf in branch.leaves {
            let _ = writeln!(out, "    {}\\{leaf}", branch.name);
        }
    }
    out
}

/// All lists by name, with how each is asked for.
fn all(lang: Lang) -> String {
    let head = words! { zh: "规定用语的清单，用 gongkai explain 名称 查看其中一个：", en: "lists of official words; `gongkai explain NAME` prints one:" };
    let mut out = format!("{}\n  {}（themes）\n", head.get(lang), THEME_NAMES[0]);
    for list in LISTS {
        let by_name = BY_NAME.iter().find(|it| it.1.name == list.name).map(|it| it.0);
        let by = by_name.or_else(|| keys().find(|it| it.1.name == list.name).map(|it| it.0.name));
        let _ = match by {
            Some(by) => writeln!(out, "  {}（{by}）", list.name),
            None => writeln!(out, "  {}", list.name),
        };
    }
    out
}
