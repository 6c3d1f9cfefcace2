//! Where the links of a text lead: to another entry, to a file it publishes, to another host – or nowhere.

use rayon::prelude::*;

use super::{Href, escape::decode, publish::local, rules::BROKEN_LINK, site::Site};
use crate::{
    diagnostic::Findings,
    markup::{self, Scheme},
    model::{Entry, EntryId},
    record::Value,
    resolve::join,
    source::Span,
};

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an entry on this site, perhaps to the heading of that place.
    Entry(EntryId, Option<u32>),
    /// To a file that the entry publishes, by its place among them.
    File(u32),
    /// As written: another host, a mail address, a place on the same page.
    AsWritten,
    /// To an entry that is not public, or to nothing.
    Nowhere,
}

/// What decides where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearing<'a> {
    /// The address of an entry.
    Entry(EntryId),
    /// Anything else; none for a link that leads nowhere.
    Other(Option<Href<'a>>),
}

impl Site<'_> {
    /// Where the links of all texts lead, by entry, in the order of its links. Looked for once: each is asked for whenever
    /// its page, or what its page is made from, is.
    pub(super) fn find_targets(&self) -> Vec<Box<[Target]>> {
        let of = |at| {
            let id = EntryId::new(at);
            let links = self.is_open(id).then(|| self.model.entry(id).body.links());
            links.into_iter().flatten().map(|link| self.target(id, link.to)).collect()
        };
        (0..self.model.entries.len()).into_par_iter().map(of).collect()
    }

    /// Where `destination`, written in the text of `id`, leads.
    pub(super) fn target(&self, id: EntryId, destination: &str) -> Target {
        let entry = self.model.entry(id);
        if destination.starts_with('#') {
            return Target::AsWritten;
        }
        match markup::scheme(destination) {
            Scheme::Relative => {}
            Scheme::Forbidden(_) => return Target::Nowhere,
            Scheme::Web | Scheme::Contact | Scheme::Fragment => return Target::AsWritten,
        }
        let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        if let Some(file) = local(entry.file, destination, self.sources) {
            let place = self.files_of(id).iter().position(|it| it.file == file);
            return place.and_then(|it| u32::try_from(it).ok()).map_or(Target::Nowhere, Target::File);
        }
        let Some(to) = self.entry_at(entry, path).filter(|&it| self.is_open(it)) else { return Target::Nowhere };
        if fragment.is_empty() {
            return Target::Entry(to, None);
        }
        let wanted = decode(fragment);
        let mut headings = self.model.entry(to).body.headings();
        let heading = headings.position(|it| *it.id == *wanted || it.text.trim() == wanted.trim());
        let place = heading.and_then(|it| u32::try_from(it).ok());
        if place.is_some() { Target::Entry(to, place) } else { Target::Nowhere }
    }

    /// Where the links of the entry's text lead, in their order; none for one that leads nowhere.
    pub fn leads(&self, id: EntryId) -> impl Iterator<Item = Option<Href<'_>>> {
        let links = self.model.entry(id).body.links();
        links.zip(&self.targets[id.at()]).map(move |(link, &target)| self.href(id, link.to, target))
    }

    /// What decides where the links of the entry's text lead from a place of its own, in their order.
    pub fn bearings(&self, id: EntryId) -> impl Iterator<Item = Bearing<'_>> {
        let links = self.model.entry(id).body.links();
        links.zip(&self.targets[id.at()]).map(move |(link, &target)| match target {
            Target::Entry(to, None) => Bearing::Entry(to),
            _ => Bearing::Other(self.href(id, link.to, target)),
        })
    }

    /// The address to print on the page of `id` for `destination`, which leads to `target`; none for a link that leads
    /// nowhere.
    pub fn href<'a>(&self, id: EntryId, destination: &'a str, target: Target) -> Option<Href<'a>> {
        let from = &self.model.entry(id).address;
        match target {
            Target::Entry(to, None) => Some(Href::between(from, &self.model.entry(to).address)),
            Target::Entry(to, Some(place)) => {
                let to = self.model.entry(to);
                let heading = to.body.headings().nth(place as usize)?;
                Some(Href::between(from, &[&*to.address, "#", heading.id].concat()))
            }
            Target::File(place) => Some(Href::between(from, &self.files_of(id).get(place as usize)?.address)),
            Target::AsWritten => Some(Href::outside(destination)),
            Target::Nowhere => None,
        }
    }

    /// The entry, public or not, whose file is `path` from `entry`.
    fn entry_at(&self, entry: &Entry, path: &str) -> Option<EntryId> {
        let decoded = decode(path);
        let find = |path: &str| {
            let path = join(self.sources.path(entry.file), path)?;
            self.model.named(path.strip_prefix("content/")?.strip_suffix(".md")?)
        };
        find(&decoded).or_else(|| find(path))
    }

    /// Whether `destination`, written in the text of `entry`, is an entry that is not public because what it says could not be
    /// read, which was told there.
    fn is_unread(&self, entry: &Entry, destination: &str) -> bool {
        let path = destination.split('#').next().unwrap_or_default();
        let to = self.entry_at(entry, path).filter(|&it| !self.is_open(it));
        to.is_some_and(|it| self.model.entry(it).record.fields().any(|field| field.value == Value::Unread))
    }
}

/// Tells links that lead nowhere (1401).
pub fn check(site: &Site<'_>, findings: &mut Findings) {
    for id in site.entries() {
        let targets = &site.targets[id.at()];
        let entry = site.model.entry(id);
        for (to, range) in entry.body.dead() {
            let finding = findings.raise(
                &BROKEN_LINK,
                Span { file: entry.file, range },
                text! { zh: "链接“{to}”打不开", en: "the link `{to}` leads nowhere" },
            );
            if to.trim().starts_with('#') {
                finding.label(text! { zh: "本页没有这个小标题", en: "this page has no such heading" });
                finding.help(text! {
                    zh: "写 # 和本页一个小标题的全文，例如 #总则",
                    en: "write # and the whole of a heading of this page",
                });
            } else {
                finding.label(
                    text! { zh: "这是本机上的路径，别人打不开", en: "a path of one machine, which nobody else has" },
                );
                finding.help(text! {
                    zh: "把文件放到条目旁边，链接写文件名，例如 附件.xlsx",
                    en: "put the file beside the entry and link it by its name",
                });
            }
        }
        if !targets.contains(&Target::Nowhere) {
            continue;
        }
        for (link, target) in entry.body.links().zip(targets) {
            if *target != Target::Nowhere || site.is_unread(entry, link.to) {
                continue;
            }
            let to = link.to;
            let finding = findings.raise(
                &BROKEN_LINK,
                Span { file: entry.file, range: link.range },
                text! { zh: "链接“{to}”打不开", en: "the link `{to}` leads nowhere" },
            );
            finding.label(text! { zh: "没有这个文件、条目或小标题，或者它不公开", en: "no such file, entry or heading, or it is not public" });
            finding.help(text! {
                zh: "链接写从本文件所在文件夹出发的路径，例如 ../政策/办法.md 或 附件.xlsx；指向小标题的写 ../政策/办法.md#小标题",
                en: "write the path from this file's folder, like ../policy/rules.md or table.xlsx, and headings like ../policy/rules.md#heading"
            });
        }
    }
}
