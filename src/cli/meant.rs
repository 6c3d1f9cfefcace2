//! What was typed on the command line for an item, an entry or a period, and what was meant where there is none of the name.

use crate::{
    day::Period,
    model::{Entry, Item, Model},
    vocabulary::{Text, nearest_of},
    world::Usage,
};

/// A title without the signs that people put around or into it.
fn plain(title: &str) -> String {
    title.chars().filter(|it| !it.is_whitespace() && !"《》〈〉“”\"‘’".contains(*it)).collect()
}

/// The only one of `all` that `is`.
fn only<'m, T: 'm>(all: impl Iterator<Item = &'m T>, is: impl Fn(&T) -> bool) -> Option<&'m T> {
    let mut found = all.filter(|it| is(it));
    found.next().filter(|_| found.next().is_none())
}

/// The item that alone is titled `typed`, with or without its field.
pub(super) fn item_titled<'m>(model: &'m Model, typed: &str) -> Option<&'m Item> {
    let typed = plain(&typed.replace('／', "/"));
    let field = |item: &Item| item.field.map_or("", |it| &*model.field(it).title);
    only(model.items.iter(), |it| {
        plain(&it.title) == typed || !field(it).is_empty() && plain(&[field(it), "/", &it.title].concat()) == typed
    })
}

/// The entry that alone is titled `typed`.
pub(super) fn entry_titled<'m>(model: &'m Model, typed: &str) -> Option<&'m Entry> {
    let typed = plain(typed);
    only(model.entries.iter().map(|it| &**it), |it| plain(it.title()) == typed)
}

/// The item of full id or of title `typed`.
///
/// # Errors
///
/// [`Usage`] where there is none, with the id of what was probably meant.
pub(super) fn item<'m>(model: &'m Model, typed: &str) -> Result<&'m Item, Usage> {
    if let Some(item) = model.items.iter().find(|it| &*it.id == typed.trim()) {
        return Ok(item);
    }
    if let Some(item) = item_titled(model, typed) {
        return Ok(item);
    }
    Err(Usage(no_item(model, typed)))
}

/// Items at most that are shown where none was named.
const SHOWN: usize = 6;

/// What is said where `typed` names no item: the items that it may mean, a line each.
pub(super) fn no_item(model: &Model, typed: &str) -> Text {
    let mut meant = items(model, typed);
    let is_sure = !meant.is_empty();
    if !is_sure {
        meant = alike(model, typed);
    }
    let line = |id: &&str| {
        let found = model.items().find(|it| &*it.1.id == *id);
        format!("\n  {id}    {}", found.map(|it| model.item_title(it.0)).unwrap_or_default())
    };
    let list: String = meant.iter().take(SHOWN).map(line).collect();
    match meant.len() {
        0 => text! {
            zh: "目录中没有公开事项“{typed}”；写它的名称，或者写全称：一级事项/公开事项。全部公开事项用 gongkai explain items 查看，例如：{list}",
            en: "the catalogue has no item `{typed}`; write its title, or its id, field/item. `gongkai explain items` lists all, such as: {list}",
            list = first(model),
        },
        _ => text! {
            zh: "目录中没有公开事项“{typed}”；是不是：{list}",
            en: "the catalogue has no item `{typed}`; did you mean: {list}",
        },
    }
}

/// The fields of the catalogue, each with an item, for whoever does not know what there is.
fn first(model: &Model) -> String {
    let mut seen = Vec::new();
    let mut out = String::new();
    for (id, item) in model.items() {
        if seen.len() < 20 && !seen.contains(&item.field) {
            seen.push(item.field);
            out.push_str(&format!("\n  {}    {}", item.id, model.item_title(id)));
        }
    }
    out
}

/// The ids of items that share words with `typed`, most first: words of two letters, for a Chinese text has no blanks between words.
fn alike<'m>(model: &'m Model, typed: &str) -> Vec<&'m str> {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = plain(text).to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect();
        letters.windows(2).map(|it| (it[0], it[1])).collect()
    };
    let typed = pairs(typed);
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (id, item) in model.items() {
        let (title, whole) = (pairs(&item.title), pairs(&[&*model.item_title(id), &*item.id].concat()));
        let count = |all: &[(char, char)]| typed.iter().filter(|it| all.contains(it)).count();
        // What its own title says weighs more than what its field says.
        let score = 2 * count(&title) + count(&whole);
        if score > 0 {
            found.push((score, title.len(), &item.id));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(b.2)));
    // One pair of letters of a long word is chance.
    let best = found.first().map_or(0, |it| it.0);
    found.retain(|it| it.0 * 2 >= best);
    found.into_iter().map(|it| it.2).collect()
}

/// The ids of the items that `typed` may mean: by title, by the title of field and item, by the last part of the id, by nearness.
pub(super) fn items<'m>(model: &'m Model, typed: &str) -> Vec<&'m str> {
    let proper = typed.trim().replace(['\\', '／', '＼', '>', '＞'], "/");
    let last = proper.rsplit('/').next().unwrap_or_default().trim();
    let ids = |is: &dyn Fn(&Item) -> bool| -> Vec<&'m str> {
        model.items.iter().filter(|it| is(it)).map(|it| &*it.id).collect()
    };
    let field = |item: &Item| item.field.map_or("", |it| &*model.field(it).title);
    let lower = proper.to_ascii_lowercase();
    [
        ids(&|it| *it.id == *lower),
        ids(&|it| plain(&proper) == plain(&[field(it), "/", &it.title].concat())),
        ids(&|it| plain(last) == plain(&it.title)),
        ids(&|it| it.id.rsplit_once('/').is_some_and(|it| it.1 == last)),
        ids(&|it| plain(last).chars().count() >= 2 && plain(&it.title).contains(&plain(last))),
        nearest_of(model.items.iter().map(|it| &*it.id), typed, 0.6).into_iter().collect(),
    ]
    .into_iter()
    .find(|it| !it.is_empty())
    .unwrap_or_default()
}

/// The names of the entries that `typed` may mean: by title, by the name of the file.
pub(super) fn entries<'m>(model: &'m Model, typed: &str) -> Vec<&'m str> {
    let (title, file) = (plain(typed), typed.rsplit('/').next().unwrap_or_default());
    let file = file.strip_suffix(".md").unwrap_or(file);
    let is = |it: &&Entry| plain(it.title()) == title || it.name.rsplit('/').next() == Some(file);
    model.entries.iter().map(|it| &**it).filter(is).map(|it| &*it.name).collect()
}

/// The period `typed`.
///
/// # Errors
///
/// [`Usage`] for one that is none.
pub(super) fn period(typed: &str) -> Result<Period, Usage> {
    typed.parse().map_err(|_| {
        Usage(match Period::guess(typed) {
            Some(near) => text! { zh: "“{typed}”不是一期的写法；是不是 {near}？", en: "`{typed}` is no period; did you mean {near}?" },
            None => text! { zh: "“{typed}”不是一期；写成 2018、2018H1、2018Q3 或 2018-07", en: "`{typed}` is no period; write 2018, 2018H1, 2018Q3 or 2018-07" },
        })
    })
}

/// What is said where `target` is nothing of the project, with what was probably meant.
pub(super) fn nothing(model: &Model, target: &str) -> Usage {
    let mut meant = entries(model, target);
    meant.extend(items(model, target));
    let title = plain(target);
    meant.extend(model.organisations.iter().filter(|it| plain(&it.name) == title).map(|it| &*it.id));
    meant.extend(model.accounts.iter().filter(|it| plain(&it.name) == title).map(|it| &*it.id));
    meant.extend(model.projects.iter().filter(|it| plain(&it.title) == title).map(|it| &*it.id));
    let all = meant.iter().take(6).copied().collect::<Vec<_>>();
    let (zh, en) = (all.join("、"), all.join(", "));
    let what: Text = if all.is_empty() {
        text! { zh: "没有名为“{target}”的条目、公开事项、账号、机构、任务、项目或文件", en: "no entry, item, account, organisation, task, project or file is called `{target}`" }
    } else {
        text! { zh: "没有名为“{target}”的条目或公开事项；是不是 {zh}？", en: "no entry or item is called `{target}`; did you mean {en}?" }
    };
    Usage(what)
}
