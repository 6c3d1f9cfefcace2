//! Where the links of a text lead: to another entry, to a file it publishes, to another host – or nowhere.

use super::{Href, escape::decode, publish::local, rules::BROKEN_LINK, whole::Site};
use crate::{
    diagnostic::Findings,
    markup::{self, Reach},
    model::{Entry, EntryId},
    resolve::join,
    source::Span,
};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an address on this site, perhaps with `#fragment`.
    Here(String),
    /// As written: another host, a mail address, a place on the same page.
    AsWritten,
    /// To an entry that is not public, or to nothing.
    Nowhere,
}

impl Site<'_> {
    /// Where `destination`, written in the text of `id`, leads.
    pub fn target(&self, id: EntryId, destination: &str) -> Target {
        let entry = self.model.entry(id);
        if destination.starts_with('#') {
            return Target::AsWritten;
        }
        match markup::reach(destination) {
            Reach::Relative => {}
            Reach::Forbidden(_) => return Target::Nowhere,
            Reach::Web | Reach::Contact | Reach::Fragment => return Target::AsWritten,
        }
        let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        if let Some(file) = local(entry.file, destination, self.sources) {
            let address = self.files_of(id).iter().find(|it| it.file == file).map(|it| it.address.clone());
            return address.map_or(Target::Nowhere, Target::Here);
        }
        let Some(to) = self.entry_at(entry, path) else { return Target::Nowhere };
        let mut address = self.model.entry(to).address.to_string();
        if !fragment.is_empty() {
            let wanted = decode(fragment);
            let body = &self.model.entry(to).body;
            let heading = body.headings.iter().find(|it| *it.id == *wanted || it.text.trim() == wanted.trim());
            let Some(heading) = heading else { return Target::Nowhere };
            address.push('#');
            address.push_str(&heading.id);
        }
        Target::Here(address)
    }

    /// The address to print on the page of `id` for `destination`; none for a link that leads nowhere.
    pub fn href(&self, id: EntryId, destination: &str) -> Option<Href<'static>> {
        match self.target(id, destination) {
            Target::Here(address) => Some(Href::between(&self.model.entry(id).address, &address)),
            Target::AsWritten => Some(Href::outside(destination.to_owned())),
            Target::Nowhere => None,
        }
    }

    /// The public entry whose file is `path` from `entry`.
    fn entry_at(&self, entry: &Entry, path: &str) -> Option<EntryId> {
        let decoded = decode(path);
        let find = |path: &str| {
            let path = join(self.sources.path(entry.file), path)?;
            self.by_path.get(path.strip_prefix("content/")?.strip_suffix(".md")?).copied()
        };
        find(&decoded).or_else(|| find(path)).filter(|&id| self.is_open(id))
    }
}

/// Tells links that lead nowhere (1401).
pub fn check(site: &Site<'_>, findings: &mut Findings) {
    for id in site.entries() {
        let entry = site.model.entry(id);
        for link in &entry.body.links {
            if site.target(id, &link.to) != Target::Nowhere {
                continue;
            }
            let to = &link.to;
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
