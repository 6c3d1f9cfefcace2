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

/// Those of the navigation, and those of sections.
type BothWays = (Ways<NavItem>, Ways<PageId>);

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
        let (pages, sections) = pages.par_chunks(CHUNK).map(|it| gather(site, it)).reduce(Default::default, join);
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

/// So many pages are gone through at a time.
const CHUNK: usize = 1024;

/// The ways of `pages`. Neighbours mostly share theirs, which are then not looked for again.
fn gather(site: &Site<'_>, pages: &[PageId]) -> BothWays {
    let (mut navs, mut sections) = (Ways::new(), Ways::new());
    let mut last = None;
    for &page in pages {
        let address = site.address(page);
        let key = (depth(page, &address), make::nav_item(site, page), make::section_of(site, page));
        if last.replace(key) != Some(key) {
            let (depth, nav, section) = key;
            navs.entry((depth, nav)).or_insert_with(|| make::root(site, &address));
            sections.entry((depth, section)).or_insert_with(|| make::root(site, &address));
        }
    }
    (navs, sections)
}

fn join((mut navs, mut sections): BothWays, (mut more, mut others): BothWays) -> BothWays {
    navs.append(&mut more);
    sections.append(&mut others);
    (navs, sections)
}

fn depth(page: PageId, address: &str) -> Depth {
    (address.bytes().filter(|&it| it == b'/').count(), page == PageId::NotFound)
}
