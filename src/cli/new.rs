//! `gongkai new ITEM "title"`: a new entry with everything its item asks for.

use std::{
    collections::BTreeSet,
    io::{self, BufRead, Write},
};

use anyhow::Result;
use clap::ArgMatches;

use super::{
    ask::{self, Ask},
    draft::Draft,
    edit::quoted,
    meant, question, say,
};
use crate::{
    compile::{Analysis, LockUpdate, analyze},
    compliance::Compliance,
    driver::{DiskStore, Project},
    model::{Item, ItemId, Model},
    resolve::Numbering,
    syntax,
    vocabulary::{EntryKind, Lang, Occurs, Word as _},
    world::{MemoryCache, Overlay, ProjectStore as _, StoreEdit, Usage},
};

/// Characters of a file's name at most: the longest titles of documents are cut.
const NAME: usize = 60;

/// A draft to be written.
struct Wanted {
    item: ItemId,
    kind: EntryKind,
    title: String,
    /// From the project's folder.
    path: String,
}

/// Writes the entry as a draft, and reserves its number; with `--all`, one for each item that owes something and has nothing.
///
/// # Errors
///
/// [`Usage`] for an item that is none or several, an empty title; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let world = ask.world()?;
    let options = ask.options(Numbering::Reserve);
    let cache = MemoryCache::default();
    let (wanted, analysis, update) = if matches.get_flag("all") {
        let (analysis, update) = analyze(&world, &options, Some(&cache), &())?;
        (missing(&analysis.model, &analysis.compliance), analysis, update)
    } else {
        let title = title(ask::text(matches, "title"))?;
        let (analysis, update) = analyze(&world, &options, Some(&cache), &())?;
        let here = question::is_answered();
        let (mut input, mut output) = (io::stdin().lock(), io::stderr().lock());
        let talk: Option<Talk<'_>> = here.then_some((&mut input, &mut output));
        let item = item(&analysis.model, ask::text(matches, "item"), ask.lang(), talk)?;
        drop((input, output));
        let kind = kind(analysis.model.item(item), ask::text(matches, "kind"))?;
        (vec![(item, kind, title.to_owned())], analysis, update)
    };
    let wanted = placed(wanted, world.project(), &analysis, &update);

    // The number is given as to an entry that will be published some day. Its title is one that no lost entry has, for a number
    // once given to another is never given again.
    let mut overlay = Overlay::new(&world);
    for it in &wanted {
        let (own, kind_word) = (quoted(&format!("〔{}〕", name(&it.path))), quoted(it.kind.label()));
        let item = quoted(&analysis.model.item(it.item).id);
        let head = format!("title = {own}\nitem = {item}\nkind = {kind_word}\npublish_on = 2199-12-31\n");
        overlay.open(it.path.clone(), format!("+++\n{head}+++\n"));
    }
    let (reserved, mut update) = analyze(&overlay, &options, Some(&cache), &())?;
    let mut numbers = Vec::new();
    for it in &wanted {
        let line = update.lock.lines.iter_mut().find(|line| line.path == name(&it.path));
        numbers.push(line.map(|line| {
            it.title.clone_into(&mut line.title);
            line.index_number.clone()
        }));
    }
    if !wanted.is_empty() {
        let model = &analysis.model;
        let text = |it: &Wanted| {
            let item = model.item(it.item);
            Draft { model, item, kind: it.kind, title: &it.title }.text().into_bytes()
        };
        let entries = wanted.iter().map(|it| StoreEdit::Create { path: it.path.clone(), bytes: text(it) });
        let edits: Vec<StoreEdit> = std::iter::once(update.into_edit()).chain(entries).collect();
        DiskStore::new(world.project()).apply(&edits)?;
    }
    drop(reserved);
    for it in &wanted {
        say::out(&format!("{}\n", world.project().real(&it.path).display()))?;
    }
    if !ask.quiet {
        say::err(&match (matches.get_flag("all"), &numbers[..]) {
            (false, [number]) => next(number.as_deref(), ask.lang()),
            _ => next_all(wanted.len(), ask.lang()),
        });
        if wanted.iter().any(|it| !analysis.model.item(it.item).is_shown()) {
            say::err(match ask.lang() {
                Lang::Zh => "注意：目录里写明这个公开事项不主动公开，写好了也不会在网站上显示。",
                Lang::En => {
                    "mind: the catalogue says that this item is not published of itself; its entries do not appear on the site."
                }
            });
        }
    }
    Ok(0)
}

/// The name of the entry at `path`.
fn name(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path).trim_end_matches(".md")
}

/// Each item that owes publication and has neither an entry, a draft nor a nil report, with what its entry would be: its kind, and
/// the title that it would mostly have. What is public only when it happens is not missing.
fn missing(model: &Model, compliance: &Compliance) -> Vec<(ItemId, EntryKind, String)> {
    let begun: BTreeSet<ItemId> = model.entries().flat_map(|(_, it)| it.items.iter().copied()).collect();
    let is_missing = |id: ItemId, item: &Item| {
        let here = compliance.item(id);
        let owed = here.owes && item.occurs != Occurs::Event && here.is_empty() && !here.has_nil(model.today);
        owed && !begun.contains(&id)
    };
    let items = model.items().filter(|&(id, item)| is_missing(id, item));
    items.map(|(id, item)| (id, default_kind(item), model.usual_title(id))).collect()
}

/// `wanted`, each with a file of its own.
fn placed(
    wanted: Vec<(ItemId, EntryKind, String)>,
    project: &Project,
    analysis: &Analysis,
    update: &LockUpdate,
) -> Vec<Wanted> {
    let mut out: Vec<Wanted> = Vec::new();
    for (item, kind, title) in wanted {
        let path = free_path(project, analysis, update, item, &title, &out);
        out.push(Wanted { item, kind, title, path });
    }
    out
}

fn next_all(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if count == 0 => "没有空着的公开事项，没有建草稿".to_owned(),
        Lang::En if count == 0 => "no item is empty; no draft was made".to_owned(),
        Lang::Zh => format!(
            "已建好 {count} 个草稿，都编了索引号。\n逐个写好，照实写审查人和日期，删去 draft = true 这一行，再运行 gongkai check。\n本单位没有的：在 catalogue/items 里删去那个事项，也删去草稿；法定要有而本单位不承担的，在 catalogue/not-applicable.toml 里写明原因。"
        ),
        Lang::En => format!(
            "made {count} draft{}, each with a number.\nFill them in, say who reviewed them and when, delete the line `draft = true`, and run `gongkai check`.",
            if count == 1 { "" } else { "s" }
        ),
    }
}

fn next(number: Option<&str>, lang: Lang) -> String {
    match (number, lang) {
        (Some(number), Lang::Zh) => format!(
            "已建好草稿，索引号 {number}。\n写好以后删去 draft = true 这一行，再运行 gongkai check；编号记在 catalogue/index.lock 里，交文件时连它一起交。"
        ),
        (Some(number), Lang::En) => format!(
            "made a draft, numbered {number}.\nFill it in, delete the line `draft = true`, and run `gongkai check`; commit catalogue/index.lock with it."
        ),
        (None, Lang::Zh) => "已建好草稿。写好以后删去 draft = true 这一行，再运行 gongkai check。".to_owned(),
        (None, Lang::En) => {
            "made a draft. Fill it in, delete the line `draft = true`, and run `gongkai check`.".to_owned()
        }
    }
}

/// The title typed, without white space around it.
fn title(typed: &str) -> Result<&str> {
    let title = typed.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}');
    if title.is_empty() {
        return Err(Usage(text! { zh: "标题不能是空的", en: "the title must not be empty" }).into());
    }
    if title.chars().any(char::is_control) {
        return Err(Usage(text! { zh: "标题里不能有换行和看不见的控制字符", en: "a title has no line ends and no control characters" })
        .into());
    }
    Ok(title)
}

/// Where a person can be asked: what is typed, and where questions are shown.
type Talk<'t> = (&'t mut dyn BufRead, &'t mut dyn Write);

/// The item that `typed` names by its id or its title; of several the one that is chosen, where someone can be asked.
fn item(model: &Model, typed: &str, lang: Lang, talk: Option<Talk<'_>>) -> Result<ItemId> {
    let typed = typed.trim();
    if let Some((id, _)) = model.items().find(|(_, it)| &*it.id == typed) {
        return Ok(id);
    }
    let named = |id: ItemId, item: &Item| {
        let full = model.item_title(id);
        let tight = |text: &str| text.replace([' ', '\u{3000}'], "");
        &*item.title == typed || tight(&full) == tight(typed) || item.id.split_once('/').is_some_and(|it| it.1 == typed)
    };
    let found: Vec<ItemId> = model.items().filter(|&(id, item)| named(id, item)).map(|it| it.0).collect();
    match (&found[..], talk) {
        ([], _) => Err(Usage(meant::no_item(model, typed)).into()),
        (&[one], _) => Ok(one),
        (_, Some(talk)) => choose(model, &found, lang, talk),
        _ => {
            let list: Vec<String> = found.iter().map(|&id| line(model, id)).collect();
            let list = list.join("\n  ");
            Err(Usage(text! {
                zh: "有几个公开事项都叫“{typed}”，请写全称：\n  {list}",
                en: "several items are called `{typed}`; write the one you mean in full:\n  {list}"
            })
            .into())
        }
    }
}

fn line(model: &Model, id: ItemId) -> String {
    format!("{}    {}", model.item(id).id, model.item_title(id))
}

/// How often a question is asked.
const TRIES: usize = 3;

/// Asks which of `found` is meant.
fn choose(model: &Model, found: &[ItemId], lang: Lang, (input, output): Talk<'_>) -> Result<ItemId> {
    for (n, &id) in found.iter().enumerate() {
        let _ = writeln!(output, "{}  {}", n + 1, line(model, id));
    }
    let last = found.len();
    for _ in 0..TRIES {
        let question = match lang {
            Lang::Zh => format!("哪一个？输入前面的数字（1～{last}）："),
            Lang::En => format!("which one? type its number (1-{last}): "),
        };
        let _ = write!(output, "{question}").and_then(|()| output.flush());
        let mut answer = String::new();
        // The end of what is typed, or an empty line: none of them.
        if input.read_line(&mut answer)? == 0 || answer.trim().is_empty() {
            break;
        }
        let chosen = number(answer.trim()).and_then(|n| found.get(n.checked_sub(1)?));
        if let Some(&id) = chosen {
            return Ok(id);
        }
    }
    Err(Usage(text! { zh: "没有选中任何一个，没有建文件", en: "none was chosen; nothing was made" }).into())
}

/// The number typed, with a Chinese keyboard too: `２`, `2.`.
fn number(typed: &str) -> Option<usize> {
    let digit = |c: char| if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xfee0) } else { Some(c) };
    let typed: String = typed.trim_end_matches(['.', '、', '。']).chars().filter_map(digit).collect();
    typed.parse().ok()
}

/// The kind typed, else that of the item.
fn kind(item: &Item, typed: &str) -> Result<EntryKind> {
    if !typed.is_empty() {
        return EntryKind::parse(typed).ok_or_else(|| {
            let zh = EntryKind::ALL.iter().map(|it| it.label()).collect::<Vec<_>>().join("、");
            let en = EntryKind::ALL.iter().map(|it| it.key()).collect::<Vec<_>>().join(", ");
            Usage(text! { zh: "没有内容类型“{typed}”；可用：{zh}", en: "there is no kind `{typed}`: {en}" }).into()
        });
    }
    Ok(default_kind(item))
}

fn default_kind(item: &Item) -> EntryKind {
    let fits = item.kinds.is_empty() || item.kinds.contains(EntryKind::Document);
    item.kinds.iter().next().filter(|_| !fits).unwrap_or(EntryKind::Document)
}

/// Where the entry is put: beside those of its item, in this year's folder; under a name that no file has or had, nor one of
/// `others` will have.
fn free_path(
    project: &Project,
    analysis: &Analysis,
    update: &LockUpdate,
    item: ItemId,
    title: &str,
    others: &[Wanted],
) -> String {
    let folder = folder(&analysis.model, item);
    let stem = file_name(title);
    let fold = |path: &str| path.to_lowercase();
    let is_taken = |name: &str| {
        let path = format!("content/{name}.md");
        analysis.sources.iter().any(|(_, it)| fold(&it.path) == fold(&path))
            || update.lock.lines.iter().any(|it| fold(&it.path) == fold(name))
            || others.iter().any(|it| fold(&it.path) == fold(&path))
            || project.real(&path).symlink_metadata().is_ok()
    };
    let named = |n: usize| if n == 1 { format!("{folder}/{stem}") } else { format!("{folder}/{stem}-{n}") };
    let mut n = 1;
    while is_taken(&named(n)) {
        n += 1;
    }
    format!("content/{}.md", named(n))
}

/// The folder, below `content/`, in which entries of `item` are kept.
fn folder(model: &Model, item: ItemId) -> String {
    let year = model.today.ymd().0.to_string();
    let field = model.item(item).field;
    let of_item = model.entries().filter(|(_, it)| it.items.contains(&item));
    let of_field = model.entries().filter(|(_, it)| it.items.iter().any(|&id| model.item(id).field == field));
    for entries in [of_item.collect::<Vec<_>>(), of_field.collect()] {
        let latest = entries.iter().max_by_key(|(_, it)| (it.published_day(), &it.name));
        let Some((folder, _)) = latest.and_then(|(_, it)| it.name.rsplit_once('/')) else { continue };
        // Folders of years go with the year; others are the house's own way.
        let mut parts: Vec<&str> = folder.split('/').collect();
        for part in &mut parts {
            if part.len() == 4 && part.bytes().all(|it| it.is_ascii_digit()) {
                *part = &year;
            }
        }
        return parts.join("/");
    }
    let title = field.map_or("", |it| &*model.field(it).title);
    if title.is_empty() { year } else { format!("{year}/{}", file_name(title)) }
}

/// `title` as the name of a file: without what no file can be called, and not too long.
fn file_name(title: &str) -> String {
    let bad = |c: char| c.is_control() || "/\\:*?\"<>|#%&{}$!'@+`=".contains(c) || "“”‘’《》".contains(c);
    let name: String = title.chars().filter(|&c| !bad(c)).take(NAME).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '.').to_owned();
    let is_good = !name.is_empty() && syntax::path_problems(&format!("content/{name}.md")).is_empty();
    if is_good { name } else { "新条目".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compile::{Options, rulebook::example::BASE},
        world::MemoryWorld,
    };

    /// The item chosen of two of one title by what is typed, and what was shown.
    fn chosen(typed: &str) -> (Result<String, String>, String) {
        let mut world = MemoryWorld::new("2018-12-31".parse().unwrap());
        for (path, text) in BASE {
            world.write(*path, *text);
        }
        let second =
            "[[item]]\nid = \"second\"\nfield = \"policy\"\ntitle = \"部门文件\"\ndisclosure = [\"服务公开\"]\n";
        world.write("catalogue/more.toml", second);
        let options = Options { as_of: None, numbering: Numbering::Tell, merged: false, pages: false, search: true };
        let (analysis, _) = analyze(&world, &options, None, &()).unwrap();
        let mut shown = Vec::new();
        let id = item(&analysis.model, "部门文件", Lang::Zh, Some((&mut typed.as_bytes(), &mut shown)));
        let id = id.map(|it| analysis.model.item(it).id.to_string()).map_err(|it| format!("{it:?}"));
        (id, String::from_utf8(shown).unwrap())
    }

    #[test]
    fn of_several_items_one_is_chosen() {
        for (typed, id) in [
            ("1\n", "policy/notices"),
            ("2\n", "policy/second"),
            (" ２、 \n", "policy/second"),
            ("3\n二\n1", "policy/notices"),
        ] {
            assert_eq!(chosen(typed).0.as_deref(), Ok(id), "{typed:?}");
        }
        let (_, shown) = chosen("2\n");
        assert!(shown.contains("1  policy/notices") && shown.contains("哪一个？输入前面的数字（1～2）："), "{shown}");
        for typed in ["", "\n2\n", "0\n9\n-1\n1\n"] {
            assert!(chosen(typed).0.is_err(), "{typed:?}");
        }
        assert_eq!(chosen("0\n9\n-1\n1\n").1.matches("哪一个").count(), TRIES);
    }

    #[test]
    fn any_title_gives_a_name_that_every_system_bears() {
        for (title, name) in [
            ("关于《防汛》的“通知”", "关于防汛的通知"),
            ("a/b\\c: d?", "abc d"),
            ("...", "新条目"),
            ("CON", "新条目"),
            ("2018年", "2018年"),
        ] {
            assert_eq!(file_name(title), name);
        }
        assert_eq!(file_name(&"长".repeat(300)).chars().count(), 60);
    }
}
