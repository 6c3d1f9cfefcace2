//! What pages share, rendered once: head and navigation by folder depth and item of the navigation, breadcrumbs by depth and section.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    emit::{self, Fault, PageShell, SectionShell, Shared, Theme},
    site::{NavItem, PageId, Site, make},
};

/// How deep pages lie. The page for addresses that are not there has whole paths, so it stands alone.
type Depth = (usize, bool);

/// The way up to the root, by what is shared.
type Ways<T> = BTreeMap<(Depth, T), String>;

/// All that pages share.
pub struct Shells {
    pages: BTreeMap<(Depth, NavItem), PageShell>,
    sections: BTreeMap<(Depth, PageId), SectionShell>,
}

impl Shells {
    /// What `pages` share.
    ///
    /// # Errors
    ///
    /// A template that can't be filled in.
    pub fn new(site: &Site<'_>, theme: &Theme, pages: &[PageId]) -> Result<Self, Fault> {
        // Few ways are shared by many pages: each core gathers them from some, and all are laid together.
        let gather = |(mut pages, mut sections): (Ways<NavItem>, Ways<PageId>), &page: &PageId| {
            let address = site.address(page);
            let depth = depth(page, &address);
            pages.entry((depth, make::nav_item(site, page))).or_insert_with(|| make::root(site, &address));
            sections.entry((depth, make::section_of(site, page))).or_insert_with(|| make::root(site, &address));
            (pages, sections)
        };
        let join = |(mut pages, mut sections): (Ways<NavItem>, Ways<PageId>), (mut more, mut others)| {
            pages.append(&mut more);
            sections.append(&mut others);
            (pages, sections)
        };
        let (pages, sections) = pages.par_iter().fold(Default::default, gather).reduce(Default::default, join);
        let page = |(key, root): ((Depth, NavItem), String)| {
            Ok((key, emit::page_shell(theme, &make::chrome(site, key.1, &root))?))
        };
        let section = |(key, root): ((Depth, PageId), String)| {
            Ok((key, emit::section_shell(theme, &make::section(site, key.1, &root))?))
        };
        Ok(Self {
            pages: pages.into_par_iter().map(page).collect::<Vec<_>>().into_iter().collect::<Result<_, Fault>>()?,
            sections: sections
                .into_par_iter()
                .map(section)
                .collect::<Vec<_>>()
                .into_iter()
                .collect::<Result<_, Fault>>()?,
        })
    }

    /// Each page shell.
    pub fn pages(&self) -> impl Iterator<Item = &PageShell> {
        self.pages.values()
    }

    /// What `page`, which lies at `address`, shares with others.
    pub fn of(&self, site: &Site<'_>, page: PageId, address: &str) -> Shared<'_> {
        let depth = depth(page, address);
        Shared {
            page: &self.pages[&(depth, make::nav_item(site, page))],
            section: &self.sections[&(depth, make::section_of(site, page))],
        }
    }
}

fn depth(page: PageId, address: &str) -> Depth {
    (address.matches('/').count(), page == PageId::NotFound)
}
