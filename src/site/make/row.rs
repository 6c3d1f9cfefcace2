//! Small things that many pages print: links, rows, words.

use std::borrow::Cow;

use crate::{
    model::{EntryId, ItemId, OrganisationId},
    schema,
    site::{
        Href,
        list::ListId,
        page::{Counted, EntryRow, Link, Pager, Word},
        route::PageId,
        site::Site,
    },
    vocabulary::{Validity, Word as _},
};

/// A word of a closed list as pages print it.
pub(in crate::site) fn word<W: crate::vocabulary::Word>(word: W) -> Word<'static> {
    Word { key: word.key(), label: Cow::Borrowed(word.label()) }
}

impl<'m> Site<'m> {
    /// The way from the page at `from` to `page`.
    pub(in crate::site) fn to(&self, from: &str, page: PageId) -> Href<'static> {
        Href::between(from, &self.address(page))
    }

    /// The way to `page` from the pages whose way up to the root is `root`, which may be a path from the root of the host.
    pub(in crate::site) fn below(&self, root: &str, page: PageId) -> Href<'static> {
        if root.starts_with('/') { self.rooted(page) } else { Href::below(root, &self.address(page)) }
    }

    /// A link to `page`.
    pub(in crate::site) fn link(&self, from: &str, title: &'m str, page: PageId) -> Link<'m> {
        Link { title: title.into(), href: self.to(from, page) }
    }

    pub(in crate::site) fn entry_link(&self, from: &str, id: EntryId) -> Link<'m> {
        let entry = self.model.entry(id);
        Link { title: (*entry.title).into(), href: Href::between(from, &entry.address) }
    }

    /// A link to the list of an item.
    pub(in crate::site) fn item_link(&self, from: &str, id: ItemId) -> Link<'m> {
        self.link(from, &self.model.item(id).title, PageId::List(ListId::Item(id), None))
    }

    /// A link to a list with the number of its entries.
    pub(in crate::site) fn counted(&self, from: &str, title: &'m str, list: ListId) -> Counted<'m> {
        Counted {
            key: Cow::Borrowed(match list {
                ListId::Disclosure(it) => it.key(),
                ListId::Facet(it) => it.key(),
                _ => "",
            }),
            title: title.into(),
            href: self.to(from, PageId::List(list, None)),
            count: self.lists.get(list).len() as u64,
            about: None,
        }
    }

    pub(in crate::site) fn organisation_name(&self, id: Option<OrganisationId>) -> &'m str {
        id.or(self.model.site.organisation).map_or("", |id| &*self.model.organisation(id).name)
    }

    /// An entry as a row; `wide` rows also have index number and summary.
    pub(in crate::site) fn row(&self, from: &str, id: EntryId, wide: bool) -> EntryRow<'m> {
        let entry = self.model.entry(id);
        let several = self.model.organisations.len() > 1 && entry.organisation != self.model.site.organisation;
        EntryRow {
            title: (*entry.title).into(),
            href: Href::between(from, &entry.address),
            published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
            document_number: entry.record.get(schema::Entry::NUMBER).map(Into::into),
            index_number: wide.then(|| (*entry.index_number).into()),
            organisation: several.then(|| self.organisation_name(entry.organisation).into()),
            summary: if wide { self.summary(id).map(Into::into) } else { None },
            mark: self.validity(id).filter(|it| !matches!(it, Validity::Valid | Validity::NotYet)).map(word),
        }
    }

    /// Rows of `ids`, in their order.
    pub(in crate::site) fn rows(&self, from: &str, ids: &[EntryId], wide: bool) -> Vec<EntryRow<'m>> {
        ids.iter().map(|&id| self.row(from, id, wide)).collect()
    }

    /// The author's summary, else the first sentences of the text.
    pub(in crate::site) fn summary(&self, id: EntryId) -> Option<&'m str> {
        let entry = self.model.entry(id);
        let derived = Some(&*entry.body.summary).filter(|it| !it.is_empty());
        entry.record.get(schema::Entry::SUMMARY).or(derived)
    }

    /// Validity as of today: what the author wrote, and what a day has changed since.
    pub(in crate::site) fn validity(&self, id: EntryId) -> Option<Validity> {
        let record = &self.model.entry(id).record;
        let today = self.model.today;
        let written = record.get(schema::Entry::VALIDITY);
        let settled = written.is_some_and(|it| !matches!(it, Validity::Valid | Validity::NotYet));
        // What is repealed from a day to come is in force until then.
        let written = match record.get(schema::Entry::SINCE) {
            Some(day) if settled && day > today => Some(Validity::Valid),
            _ if settled => return written,
            _ => written,
        };
        if record.get(schema::Entry::EXPIRES).is_some_and(|day| day < today) {
            return Some(Validity::Lapsed);
        }
        match record.get(schema::Entry::EFFECTIVE) {
            Some(day) if day > today => Some(Validity::NotYet),
            Some(_) if written == Some(Validity::NotYet) => Some(Validity::Valid),
            _ => written,
        }
    }

    /// Where page `number` of `list` stands among its pages.
    pub(in crate::site) fn pager(&self, from: &str, list: ListId, number: Option<u32>) -> Pager<'static> {
        let pages = self.lists.pages(list);
        let page = |number: Option<u32>| self.to(from, PageId::List(list, number));
        let newer = match number {
            None => None,
            Some(number) if number == pages => Some(page(None)),
            Some(number) => Some(page(Some(number + 1))),
        };
        let older = match number {
            None => (pages > 0).then(|| page(Some(pages))),
            Some(1) => None,
            Some(number) => Some(page(Some(number - 1))),
        };
        Pager {
            total: number.is_none().then(|| self.lists.get(list).len() as u64),
            number: number.map(u64::from),
            newest: number.map(|_| page(None)),
            newer,
            older,
            oldest: (pages > 0 && number != Some(1)).then(|| page(Some(1))),
        }
    }
}
