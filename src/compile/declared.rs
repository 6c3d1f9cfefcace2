//! What the files of a catalogue declare, read without entries and without a judgement: for who compares two of them. It costs what
//! the catalogue does, however many entries lie beside it.

use std::collections::BTreeSet;

use anyhow::Result;

use super::{
    as_published::as_published,
    attachment::{rows, sheets},
    catalogue,
    files::Files,
    read,
};
use crate::{
    compile::rulebook::RULEBOOK,
    day::Day,
    diagnostic::Findings,
    model::Model,
    resolve::{self, AsOf},
    source::{Role, Sources},
    supervision::difference::RowsPair,
    syntax::{
        self, BEYOND_LIMITS, Declared, NOT_UTF8, TOML_SYNTAX, UNKNOWN_KEY, UNKNOWN_VALUE, UNSAFE_PATH, WRONG_TYPE,
    },
    vocabulary::Text,
    world::{Usage, World},
};

/// The tables of a catalogue.
#[derive(Debug)]
pub struct Declarations {
    /// The files of its project, by name.
    pub sources: Sources,
    /// Its tables, in the order of files and lines.
    pub tables: Vec<Declared>,
    /// What could not be read, and so is not compared: a place, and what is wrong there.
    pub unread: Vec<(String, Text)>,
}

/// Reads what the catalogue in `world` declares.
///
/// # Errors
///
/// [`Usage`] for a project without a catalogue; the machine's.
pub fn declarations(world: &dyn World) -> Result<Declarations> {
    let Files { sources, findings: mut found, .. } = Files::new(world.list()?);
    if sources.iter().all(|(_, source)| source.role != Role::Catalogue) {
        return Err(Usage(text! {
            zh: "catalogue 文件夹里没有目录文件（.toml）",
            en: "the folder `catalogue` holds no .toml file"
        })
        .into());
    }
    let (tables, _) = catalogue::read(world, &sources, &mut found)?;
    let unread = unread(world, &sources, &found);
    Ok(Declarations { sources, tables, unread })
}

/// The model of what the catalogue in `world` declares, without entries.
///
/// # Errors
///
/// As [`declarations`].
pub fn model_of(world: &dyn World, given: Option<Day>) -> Result<Model> {
    let Declarations { tables, .. } = declarations(world)?;
    let as_of = AsOf { given, today: world.today() };
    Ok(resolve::catalogue(tables, &RULEBOOK, as_of, &mut Findings::new()).model)
}

/// What is lost in reading: of names outside the catalogue nothing is said, for nothing of them is compared.
fn unread(world: &dyn World, sources: &Sources, found: &Findings) -> Vec<(String, Text)> {
    let codes = [&TOML_SYNTAX, &NOT_UTF8, &BEYOND_LIMITS, &UNSAFE_PATH, &UNKNOWN_KEY, &WRONG_TYPE, &UNKNOWN_VALUE]
        .map(|it| it.code);
    let mut unread = Vec::new();
    for finding in found.iter().filter(|it| codes.contains(&it.rule.code)) {
        let Some(file) = finding.place.file() else {
            // What no path names that could be opened.
            let path = finding.path.clone().filter(|it| it.starts_with("catalogue/"));
            unread.extend(path.map(|it| (it, finding.message.clone())));
            continue;
        };
        if sources.get(file).role != Role::Catalogue {
            continue;
        }
        let path = sources.path(file);
        let place = finding.place.span().and_then(|span| {
            let bytes = world.read(sources.get(file)).ok()?;
            let text = syntax::text(file, &bytes, &mut Findings::new());
            let at = span.range.bytes().start.min(text.len());
            let before = text.as_bytes().get(..at)?;
            Some(format!("{path}:{}", memchr::memchr_iter(b'\n', before).count() + 1))
        });
        unread.push((place.unwrap_or_else(|| path.to_owned()), finding.message.clone()));
    }
    unread
}

/// The tables of rows – CSV, XLSX – below `content/` that differ between two projects, sheet by sheet, by path.
///
/// # Errors
///
/// The machine's.
pub fn rows_pairs(old: (&dyn World, &Sources), new: (&dyn World, &Sources)) -> Result<Vec<RowsPair>> {
    let is_table = |path: &str| [".csv", ".xlsx"].iter().any(|it| path.to_ascii_lowercase().ends_with(it));
    let paths = |(_, sources): (&dyn World, &Sources)| -> Vec<String> {
        let attached = sources.iter().filter(|(_, it)| it.role == Role::Attachment);
        attached.map(|(_, it)| it.path.to_string()).filter(|it| is_table(it)).collect()
    };
    let all: BTreeSet<String> = paths(old).into_iter().chain(paths(new)).collect();
    let bytes = |(world, sources): (&dyn World, &Sources), path: &str| -> Result<Option<Vec<u8>>> {
        let Some(file) = sources.find(path) else { return Ok(None) };
        let bytes = read::bytes(world, sources, file, &mut Findings::new())?;
        Ok(bytes.map(|it| as_published(path, it.into()).into_owned()))
    };
    let mut pairs = Vec::new();
    for path in all {
        let (was, is) = (bytes(old, &path)?, bytes(new, &path)?);
        if was == is {
            continue;
        }
        let of = |bytes: &Option<Vec<u8>>| bytes.as_ref().map_or_else(Vec::new, |it| sheets(&path, it));
        let (first, second) = (of(&was), of(&is));
        let names: Vec<&Option<String>> = first.iter().chain(second.iter().filter(|it| !first.contains(it))).collect();
        for sheet in names {
            let table = |bytes: &Option<Vec<u8>>, has: &[Option<String>]| {
                let bytes = bytes.as_ref().filter(|_| has.contains(sheet))?;
                rows(&path, bytes, sheet.as_deref())
            };
            let (old, new) = (table(&was, &first), table(&is, &second));
            if old != new {
                pairs.push(RowsPair { path: path.clone(), sheet: sheet.clone(), old, new });
            }
        }
    }
    Ok(pairs)
}
