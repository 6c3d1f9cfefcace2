//! Entries that name people until a day: what they and their files tell of people, and the entries without it once the day is over.
//!
//! Everything that pages, lists, feeds and JSON show of an entry comes from the model, but for its text and its tables, which are read
//! again when they are due. So names leave at two doors only: here, where the judged model becomes the model of what is shown, and in
//! [`Analysis`](super::Analysis), which hands out texts and tables.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use rayon::prelude::*;

use super::{
    attachment,
    entries::Judged,
    files::Files,
    parse_cache::{Cached, ParseCache},
    read,
};
use crate::{
    day::Day,
    diagnostic::Findings,
    model::{Entry, Model, Names, Whole, Withheld, WithheldFile},
    office,
    pack::{Packer, Unpacker},
    record::{Any, Name, Value, View, schema},
    scan::{self, Hiding, Known},
    site,
    source::{FileId, Sources},
    syntax,
    world::{Cache, World},
};

/// What a file beside the entries tells of people.
#[derive(Debug)]
struct Seen {
    /// The names in it.
    names: Box<[Box<str>]>,
    /// Whether nobody can tell all names in it.
    unread: bool,
    /// Its text without blanks, where no name is in it: names known from elsewhere are looked for.
    text: Box<str>,
}

/// Bytes of a text that is kept to look for names in; a longer one counts as unread.
const LONGEST: usize = 64 << 10;

impl Cached for Seen {
    const NAME: &'static str = "names";

    type SideOutput = ();

    fn read(_: FileId, path: &str, bytes: &[u8], (): &(), _: &mut Findings) -> Self {
        let reading = office::read(path, bytes);
        let is_csv = path.rsplit('.').next().is_some_and(|it| it.eq_ignore_ascii_case("csv"));
        let mut text = String::new();
        // A sheet is called by a word, which would be taken for a name.
        let (titles, pieces): (Vec<_>, Vec<_>) =
            reading.pieces.iter().partition(|piece| piece.place == office::Place::SheetName);
        for piece in pieces {
            let line = piece.text.chars().map(|char| match char {
                '\n' | '\r' => ' ',
                ',' | ';' if is_csv => '\t',
                _ => char,
            });
            text.extend(line.filter(|&char| !is_csv || char != '"'));
            text.push('\n');
        }
        let mut told = scan::told(&text);
        if let Some(table) = attachment::rows(path, bytes, None) {
            told.names.extend(scan::told(&scan::lines_of(&table)).names);
        }
        // A picture in a document may be the list.
        let pictured = ["word/media/", "xl/media/", "ppt/media/", "/embeddings/"]
            .iter()
            .any(|it| memchr::memmem::find(bytes, it.as_bytes()).is_some());
        for title in titles {
            text.push_str(&title.text);
        }
        text.retain(|char| !char.is_whitespace());
        let has_names = !told.names.is_empty() || !told.cells.is_empty();
        let unread = reading.unread.is_some()
            || !reading.gaps.is_empty()
            || told.doubt.is_some()
            || pictured
            || text.len() > LONGEST;
        Self {
            names: told.names.into_iter().map(Into::into).collect(),
            unread,
            text: if unread || has_names { Box::default() } else { text.into() },
        }
    }

    fn pack(&self, to: &mut Packer) {
        to.list(self.names.iter(), |to, it| to.text(it));
        to.flag(self.unread);
        to.text(&self.text);
    }

    fn unpack(_: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            names: from.list(|from| from.text().map(Into::into))?,
            unread: from.flag()?,
            text: from.text()?.into(),
        })
    }
}

/// The texts of entries whose names are hidden, by the entry's place in the model; none for one that goes whole.
pub type HiddenTexts = Vec<(usize, Option<String>)>;

/// Finds out what becomes of the names in each entry of `model` that says `names_until`. Answers the texts that are shown from now on.
///
/// # Errors
///
/// The machine's.
pub fn find(
    world: &dyn World,
    cache: Option<&dyn Cache>,
    files: &Files,
    judged: &Judged,
    model: &mut Model,
) -> Result<HiddenTexts> {
    let naming = |entry: &Entry| entry.record.get(schema::Entry::NAMES_UNTIL);
    let places: Vec<(usize, Day)> =
        model.entries.iter().enumerate().filter_map(|(at, entry)| Some((at, naming(entry)?))).collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let sources = &files.sources;
    let mut beside: Vec<FileId> = places.iter().flat_map(|&(at, _)| files_of(&model.entries[at], sources)).collect();
    beside.sort_unstable();
    beside.dedup();
    let parser = ParseCache::<Seen> { cache, world, files, side_output: () };
    let seen: BTreeMap<FileId, Seen> =
        parser.read_all(&beside, |file, read, _| read.map(|(seen, _)| (file, seen)))?.into_iter().flatten().collect();
    let today = model.today;
    let entries = &model.entries;
    let found = places.into_par_iter().map(|(at, until)| {
        let entry = &entries[at];
        let text = text(world, sources, judged, entry)?;
        let (names, hidden) = names(entry, &text, &seen, sources, (until, today));
        anyhow::Ok((at, names, hidden))
    });
    let found = found.collect::<Result<Vec<_>>>()?;
    let mut texts = HiddenTexts::new();
    for (at, names, hidden) in found {
        if names.over {
            texts.push((at, hidden));
        }
        model.entries[at].names = Some(Box::new(names));
    }
    Ok(texts)
}

/// The text of an entry's file, as it was judged; empty where it has changed since, which the build refuses.
fn text(world: &dyn World, sources: &Sources, judged: &Judged, entry: &Entry) -> Result<String> {
    let bytes = read::bytes(world, sources, entry.file, &mut Findings::new())?.unwrap_or_default();
    let was = judged.binary_search_by_key(&entry.file, |it| it.0).ok().map(|at| judged[at].1);
    Ok(if was == Some(*blake3::hash(&bytes).as_bytes()) { office::text(&bytes) } else { String::new() })
}

/// The files that an entry may publish.
fn files_of<'a>(entry: &'a Entry, sources: &'a Sources) -> impl Iterator<Item = FileId> + 'a {
    let listed = entry.attachments.iter().filter_map(|it| it.file).chain(entry.table.iter().map(|it| it.file));
    listed.chain(entry.body.links().filter_map(|link| site::local(entry.file, link.to, sources)))
}

/// Files that only entries offer which say until when names, or the whole, are shown.
pub fn limited(model: &Model, sources: &Sources) -> BTreeSet<FileId> {
    let is_limited =
        |it: &&Entry| it.record.has(schema::Entry::NAMES_UNTIL) || it.record.has(schema::Entry::WITHDRAW_ON);
    let entries = || model.entries.iter().map(|it| &**it);
    let mut limited: BTreeSet<FileId> = entries().filter(is_limited).flat_map(|it| files_of(it, sources)).collect();
    if !limited.is_empty() {
        for file in entries().filter(|it| !is_limited(it)).flat_map(|it| files_of(it, sources)) {
            limited.remove(&file);
        }
    }
    limited
}

/// What becomes of the names of `entry`, whose file says `text`; and its text without them, none where it goes whole.
fn names(
    entry: &Entry,
    text: &str,
    seen: &BTreeMap<FileId, Seen>,
    sources: &Sources,
    (until, today): (Day, Day),
) -> (Names, Option<String>) {
    let body = text.get(entry.body.start as usize..).unwrap_or_default();
    let mut told = scan::told_of(body);
    let mut is_named = told.tells_of_people();
    for field in entry.record.fields().filter(|it| it.name != schema::Entry::REVIEW.into()) {
        value(field.value, &mut |text| {
            let key = scan::told(&text.replace(['\n', '\t'], " "));
            told.names.extend(key.names);
            told.doubt = told.doubt.take().or(key.doubt);
        });
    }
    let mut files: Vec<FileId> = files_of(entry, sources).collect();
    files.sort_unstable();
    files.dedup();
    let files: Vec<(FileId, &Seen)> = files.into_iter().filter_map(|it| Some((it, seen.get(&it)?))).collect();
    for (_, seen) in &files {
        is_named |= !seen.names.is_empty();
        told.names.extend(seen.names.iter().map(ToString::to_string));
    }
    scan::add_beside(body, &mut told.names);
    let known = Known::new(told.names.iter().map(String::as_str));
    let withheld = files.iter().filter_map(|&(file, seen)| {
        let stem = sources.path(file).rsplit('/').next().unwrap_or_default();
        let named = !seen.names.is_empty() || known.is_in(&seen.text) || known.is_in(stem);
        let blind = seen.unread || seen.text.is_empty() && seen.names.is_empty();
        let why = if named { Withheld::Names } else { Withheld::Unread };
        let title = known.hidden(stem).map_or_else(|| stem.into(), Into::into);
        (named || blind).then_some(WithheldFile { file, why, title })
    });
    let mut names = Names {
        until,
        over: until < today,
        known: told.names.iter().map(|it| it.as_str().into()).collect(),
        whole: told.doubt.map(|it| Whole::Unsure(it.into())),
        withheld: withheld.collect(),
        in_address: known.is_in(&entry.address) || known.is_in(&entry.index_number),
    };
    // Where all names stand in files that are not offered, the text has none to hide.
    if !is_named && names.withheld.is_empty() && names.whole.is_none() {
        names.whole = Some(Whole::NoneFound);
    }
    let hidden = if names.whole.is_some() { None } else { hidden_body(entry, &names, body, sources) };
    if hidden.is_none() && names.whole.is_none() {
        names.whole = Some(Whole::Stuck);
    }
    (names, hidden)
}

/// The text of `entry` without the names in it; none where one cannot be taken out.
pub fn hidden_body(entry: &Entry, names: &Names, body: &str, sources: &Sources) -> Option<String> {
    let known = Known::new(names.known.iter().map(|it| &**it));
    let withheld = |to: &str| {
        let file = site::local(entry.file, to, sources)?;
        let why = names.withheld(file)?.why;
        Some(format!("（{}）", site::no_longer_offered(names.until, why)))
    };
    scan::hidden_body(body, &Hiding { known: &known, withheld: &withheld })
}

/// Each text of a value, those of tables and lists in it included.
fn value(it: Value<'_>, take: &mut dyn FnMut(&str)) {
    match it {
        Value::Text(text) => take(text),
        Value::List(list) => list.iter().for_each(|it| value(it.value, take)),
        Value::Table(table) => View::<Any>::from(table).fields().for_each(|it| value(it.value, take)),
        _ => {}
    }
}

/// Makes of the judged model the one that is shown: takes names out of the entries that may not show them any more.
pub fn hide(model: &mut Model, texts: HiddenTexts, sources: &Sources) {
    for (at, text) in texts {
        let entry = &mut *model.entries[at];
        let Some(names) = entry.names.take() else { continue };
        let known = Known::new(names.known.iter().map(|it| &**it));
        let in_doubt = Some(entry.title()).filter(|it| scan::told(it).doubt.is_some()).map(str::to_owned);
        // Where it cannot be told who is named, what the author says of the text goes with it.
        let described = [schema::Entry::SUMMARY.into(), schema::Entry::KEYWORDS.into(), schema::Entry::ELEMENTS.into()];
        let keep = |name: Name<'_>| names.whole.is_none() || !described.contains(&name);
        let words = |text: &str| {
            if in_doubt.as_deref() == Some(text.trim()) {
                return Some("公示（标题载有姓名，期满后不再显示）".to_owned());
            }
            let is_address = text.contains("://");
            if is_address { known.is_in(&scan::decoded(text)).then(String::new) } else { known.hidden(text) }
        };
        entry.record = entry.record.mapped(keep, &words);
        let is_gone = |to: &str| {
            let file = site::local(entry.file, to, sources);
            file.is_some_and(|file| names.withheld(file).is_some())
        };
        let start = entry.body.start as usize;
        let shown = syntax::body(text.as_deref().unwrap_or_default(), start);
        entry.body = entry.body.instead(&shown, |to| text.is_some() && !is_gone(to));
        entry.names = Some(names);
    }
}
