//! Whatever key of the project changes, the pages that show it are made again, and some page does.
//!
//! Each key of the schema is written once at least in `perturb/project.txt`. One value after the other is changed alone, and
//! the site made after the old one, with its page keys and the cache, must be the site that is made of nothing.

mod leaf;
mod project;

use std::collections::{BTreeMap, BTreeSet};

use gongkai::internals::{
    compile::{Options, analyze, load_theme},
    diagnostic::Diagnostic,
    publish::publish,
    resolve::Numbering,
    world::{Cache, MemoryCache, MemorySite, MemoryWorld, Scratch},
};
use leaf::{Leaf, Leaves, at, keys, others};
use project::{Files, GONE, UNLOCKED, project, world};
use rayon::prelude::*;

use super::support::{files::has_ending, search::Search};

/// Keys that pages may show and that change none of this project's, and why.
const UNSEEN: &[(&[&str], &str)] = &[
    (
        &[
            "account.organisation",
            "account.url",
            "entry.attachments.title",
            "entry.external_address",
            "entry.external_index",
            "entry.extra",
            "entry.first_published",
            "entry.migrated_from",
            "entry.place",
            "entry.registration",
            "field.summary",
            "item.summary",
            "item.waiver",
            "organisation.disclosure.address",
            "organisation.disclosure.hours",
            "organisation.disclosure.phone",
            "organisation.url",
            "project.classes.by",
            "site.language",
            "task.office",
            "year.basis",
        ],
        "pages and indices have no place for it yet",
    ),
    (
        &[
            "base.by",
            "base.items.code",
            "base.items.field",
            "base.items.item",
            "base.items.title",
            "base.number",
            "base.organisation",
            "base.title",
            "entry.approved",
            "entry.obtained",
            "levels",
            "not_applicable.duty",
            "not_applicable.organisation",
            "not_applicable.reason",
            "register.columns.required",
            "register.columns.unique",
            "register.columns.values",
            "settings",
            "site.profile",
            "site.required_version",
            "site.sample",
            "task.publish.channel",
            "task.publish.organisation",
            "year.off",
            "year.work",
            "year.year",
        ],
        "only findings depend on it",
    ),
    (&["dataset.files.file", "dataset.files.title"], "a data file is published where `attachments` names it"),
    (&["publish.after", "publish.keep", "publish.to"], "it says what is done with a site that is made"),
    (&["register.id"], "a register has a page where an entry names it, and then its id cannot change alone"),
    (&["item.audience.name"], "where a group is named it decides, and without one only 全社会 is whole"),
];

/// Keys of kinds whose value is an id: pages show what it names.
const IDS: &[&str] = &["post.account", "project.project"];

/// Keys that stay in the house and decide what is shown: of when an opinion was noticed only how long answers took in all.
const DECIDES: &[&str] = &["entry.draft", "entry.publish_on", "entry.withdraw_on", "opinion-response.noticed"];
/// A cache that stays as it is.
struct Kept<'a>(&'a MemoryCache);

impl Cache for Kept<'_> {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.0.load(name)
    }

    fn save(&self, _: &str, _: &[&[u8]]) {}

    fn scratch(&self) -> Option<Box<dyn Scratch>> {
        None
    }
}

/// The site of `world` made after `before`, and its lock; what stops it otherwise.
fn build(
    world: &MemoryWorld,
    cache: Option<&dyn Cache>,
    before: MemorySite,
) -> Result<(MemorySite, String), Vec<String>> {
    let options = Options { as_of: None, numbering: Numbering::Write, merged: false, pages: true, search: true };
    let (analysis, lock) = analyze(world, &options, cache, &()).map_err(|it| vec![it.to_string()])?;
    let theme = load_theme(world, &analysis.model.site).map_err(|it| vec![it.to_string()])?;
    let plan = analysis.plan(&theme);
    let stops = plan.report().diagnostics.into_iter().filter(Diagnostic::stops);
    let stops: Vec<_> = stops.map(|it| format!("{} {}", it.finding.rule.code, it.finding.message.zh)).collect();
    if !stops.is_empty() {
        return Err(stops);
    }
    let site = MemorySite::after(before);
    publish(&plan, theme.theme.as_ref().expect("a theme without fault"), world, &site, &()).expect("memory");
    Ok((site, lock.lock.into_text()))
}

fn bytes(site: &MemorySite) -> BTreeMap<String, Vec<u8>> {
    site.paths().into_iter().map(|it| (it.clone(), site.file(&it).expect("a file"))).collect()
}

fn different(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<_> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|&it| one.get(it) != other.get(it)).cloned().collect()
}

/// Whether the search finds what pages say of an entry's kind, where that is a text.
fn is_found(site: &BTreeMap<String, Vec<u8>>, leaf: &Leaf, new: &toml::Value) -> bool {
    let of_kind = leaf.file.starts_with("content/") && !leaf.key.starts_with("entry.") && !IDS.contains(&&*leaf.key);
    let Some(text) = new.as_str().filter(|_| of_kind && leaf.public) else { return true };
    let says = |it: (&String, &Vec<u8>)| has_ending(it.0, &["html"]) && String::from_utf8_lossy(it.1).contains(text);
    !site.iter().any(says) || Search::of(site).all_records().iter().any(|it| it.contains(text))
}

fn unseen(key: &str) -> bool {
    UNSEEN.iter().any(|(keys, _)| keys.contains(&key))
}

/// The project as it was built before anything changed.
struct Base {
    files: Files,
    lock: String,
    cache: MemoryCache,
    site: MemorySite,
    bytes: BTreeMap<String, Vec<u8>>,
}

impl Base {
    fn new() -> Self {
        let mut files = project();
        let mut locked = files.clone();
        locked.retain(|path, _| !UNLOCKED.contains(&path.as_str()));
        // It is declared gone after it was public.
        locked.remove("catalogue/gone.toml");
        files.remove(GONE);
        let (_, lock) = build(&world(&locked, None), None, MemorySite::default()).expect("nothing stops it");
        let cache = MemoryCache::default();
        let first = build(&world(&files, Some(&lock)), Some(&cache), MemorySite::default());
        let (site, _) = first.expect("nothing stops it");
        Self { bytes: bytes(&site), files, lock, cache, site }
    }

    /// Changes the key of `leaves`, one value after the other, until a file of the site is another for it. Answers what is
    /// wrong with that.
    fn perturb(&self, key: &str, leaves: &[&Leaf]) -> Option<String> {
        let mut stops = Vec::new();
        let mut same = false;
        for leaf in leaves {
            let old = at(&mut self.files.clone(), leaf).clone();
            for new in others(&self.files, leaf, &old) {
                let mut files = self.files.clone();
                *at(&mut files, leaf) = new.clone();
                let world = world(&files, Some(&self.lock));
                let cold = match build(&world, None, MemorySite::default()) {
                    Ok((site, _)) => bytes(&site),
                    Err(why) => {
                        stops.push(format!("{new}: {}", why.join("; ")));
                        continue;
                    }
                };
                let warm = build(&world, Some(&Kept(&self.cache)), self.site.clone());
                let stale = different(&cold, &bytes(&warm.expect("what is built cold is built warm").0));
                if !stale.is_empty() {
                    return Some(format!(
                        "{key} is {new} instead of {old} in {}: {stale:?} are not made again",
                        leaf.file
                    ));
                }
                same = true;
                if cold != self.bytes {
                    if !is_found(&cold, leaf, &new) {
                        return Some(format!(
                            "{key} is {new} in {}: a page says so, and the search does not find it",
                            leaf.file
                        ));
                    }
                    let hidden = unseen(key) || !leaf.public && !DECIDES.contains(&key);
                    return hidden.then(|| {
                        let changed = different(&cold, &self.bytes);
                        format!("{key} is {new} instead of {old} in {}, and {changed:?} show it", leaf.file)
                    });
                }
            }
        }
        let shown = leaves.iter().any(|it| it.public) && !unseen(key) || DECIDES.contains(&key);
        if same {
            shown.then(|| format!("{key}: no file of the site shows it"))
        } else {
            Some(format!("{key}: every other value stops the build: {stops:?}"))
        }
    }
}

#[test]
fn every_key_of_the_schema_is_written() {
    let Leaves { written, .. } = Leaves::of(&project());
    let missing: Vec<_> = keys().into_iter().filter(|it| !written.contains(it)).collect();
    assert_eq!(missing, Vec::<String>::new());
    let unknown: Vec<_> =
        UNSEEN.iter().flat_map(|it| it.0).chain(DECIDES).filter(|&&it| !keys().contains(it)).collect();
    assert!(unknown.is_empty(), "{unknown:?} are no keys");
}

#[test]
fn a_changed_key_makes_again_the_pages_that_show_it() {
    let base = Base::new();
    let Leaves { found, .. } = Leaves::of(&base.files);
    let mut by_key: BTreeMap<&str, Vec<&Leaf>> = BTreeMap::new();
    for leaf in &found {
        by_key.entry(&leaf.key).or_default().push(leaf);
    }
    let faults: Vec<_> = by_key.into_par_iter().filter_map(|(key, leaves)| base.perturb(key, &leaves)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
