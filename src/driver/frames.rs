//! What pages share, rendered once: frames by folder depth and part of the navigation, openings by depth and section.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    emit::{Fault, Frame, Opening, Shared, Theme},
    site::{PageId, Part, Site},
};

/// How deep pages lie. The page for addresses that are not there has whole paths, so it stands alone.
type Depth = (usize, bool);

/// The way up to the root, by what is shared.
type Ways<T> = BTreeMap<(Depth, T), String>;

/// All that pages share.
pub struct Frames {
    frames: BTreeMap<(Depth, Part), Frame>,
    openings: BTreeMap<(Depth, PageId), Opening>,
}

impl Frames {
    /// What `pages` share.
    ///
    /// # Errors
    ///
    /// A template that can't be filled in.
    pub fn new(site: &Site<'_>, theme: &Theme, pages: &[PageId]) -> Result<Self, Fault> {
        // Few ways are shared by many pages: each core gathers them from some, and all are laid together.
        let gather = |(mut frames, mut openings): (Ways<Part>, Ways<PageId>), &page: &PageId| {
            let address = site.address(page);
            let depth = depth(page, &address);
            frames.entry((depth, site.part(page))).or_insert_with(|| site.root(&address));
            openings.entry((depth, site.section_of(page))).or_insert_with(|| site.root(&address));
            (frames, openings)
        };
        let join = |(mut frames, mut openings): (Ways<Part>, Ways<PageId>), (mut more, mut others)| {
            frames.append(&mut more);
            openings.append(&mut others);
            (frames, openings)
        };
        let (frames, openings) = pages.par_iter().fold(Default::default, gather).reduce(Default::default, join);
        let frame = |(key, root): ((Depth, Part), String)| Ok((key, theme.frame(&site.chrome(key.1, &root))?));
        let opening = |(key, root): ((Depth, PageId), String)| Ok((key, theme.opening(&site.section(key.1, &root))?));
        Ok(Self {
            frames: frames.into_par_iter().map(frame).collect::<Vec<_>>().into_iter().collect::<Result<_, Fault>>()?,
            openings: openings
                .into_par_iter()
                .map(opening)
                .collect::<Vec<_>>()
                .into_iter()
                .collect::<Result<_, Fault>>()?,
        })
    }

    /// Each frame.
    pub fn each(&self) -> impl Iterator<Item = &Frame> {
        self.frames.values()
    }

    /// What `page`, which lies at `address`, shares with others.
    pub fn of(&self, site: &Site<'_>, page: PageId, address: &str) -> Shared<'_> {
        let depth = depth(page, address);
        Shared {
            frame: &self.frames[&(depth, site.part(page))],
            opening: &self.openings[&(depth, site.section_of(page))],
        }
    }
}

fn depth(page: PageId, address: &str) -> Depth {
    (address.matches('/').count(), page == PageId::Lost)
}
