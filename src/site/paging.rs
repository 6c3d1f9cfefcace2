//! How a list that grows is cut into pages that stay.

use std::ops::Range;

/// A list cut into pages.
///
/// Pages are numbered from the oldest: page 1 holds entries 0 to 19, page 2 entries 20 to 39. Numbered from the newest, every
/// new entry would push one from each page to the next, and every page of the list would have to be written and fetched
/// again. Only full pages have a number; what is newer stands on the front page, which grows from one page's length to
/// just under two, and then gives its older half away as the next numbered page. So a new entry changes the front page and,
/// every twentieth time, adds a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    total: usize,
    size: usize,
}

impl Paging {
    /// How many entries a page holds.
    pub const SIZE: usize = 20;

    /// A list of `total` entries.
    pub fn of(total: usize) -> Self {
        Self { total, size: Self::SIZE }
    }

    /// How many numbered pages there are behind the front page.
    pub fn pages(self) -> usize {
        (self.total / self.size).saturating_sub(1)
    }

    /// What stands on page `number` (from 1): places in the list sorted from the oldest. None for a page there is not.
    pub fn page(self, number: usize) -> Option<Range<usize>> {
        (1..=self.pages()).contains(&number).then(|| (number - 1) * self.size..number * self.size)
    }

    /// What stands on the front page: places in the list sorted from the oldest, 20–39 of them where there are so many.
    pub fn front(self) -> Range<usize> {
        self.pages() * self.size..self.total
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Paging;

    #[test]
    fn short_lists_stand_on_the_front_page() {
        assert_eq!((Paging::of(0).pages(), Paging::of(0).front()), (0, 0..0));
        assert_eq!((Paging::of(39).pages(), Paging::of(39).front()), (0, 0..39));
        assert_eq!((Paging::of(40).pages(), Paging::of(40).front()), (1, 20..40));
        assert_eq!((Paging::of(40).page(1), Paging::of(40).page(2)), (Some(0..20), None));
    }

    proptest! {
        #[test]
        fn every_entry_stands_once_and_stays(total in 0_usize..2000) {
            let paging = Paging::of(total);
            let mut places: Vec<usize> = (1..=paging.pages()).filter_map(|n| paging.page(n)).flatten().collect();
            places.extend(paging.front());
            prop_assert_eq!(places, (0..total).collect::<Vec<_>>());
            let next = Paging::of(total + 1);
            for number in 1..=paging.pages() {
                prop_assert_eq!(paging.page(number), next.page(number));
            }
            prop_assert!(total < 20 || (20..40).contains(&paging.front().len()));
        }
    }
}
