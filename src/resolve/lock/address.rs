//! Addresses of entries: given with the number, frozen in the lock.

use std::collections::{BTreeMap, BTreeSet};

/// The place of a number in its series: serials count per organisation and year, from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The organisation's id.
    pub organisation: String,
    /// The year of publication.
    pub year: i32,
    pub serial: u32,
}

impl Slot {
    /// The place that `/{organisation}/{year}/{serial}.html` was made from: an address stays when the pattern of numbers
    /// or an organisation's code changes.
    pub fn of_address(address: &str) -> Option<Self> {
        let mut parts = address.strip_prefix('/')?.strip_suffix(".html")?.split('/');
        let (Some(organisation), Some(year), Some(serial), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(serial, 9) {
            return None;
        }
        Some(Self { organisation: organisation.to_owned(), year: year.parse().ok()?, serial: serial.parse().ok()? })
    }
}

/// Addresses that are given.
#[derive(Debug, Default)]
pub struct Taken {
    addresses: BTreeSet<String>,
    /// The last `-n` given to each stem: a thousand numbers that fold to one are not counted through a thousand times.
    last: BTreeMap<String, u32>,
}

impl Taken {
    /// The addresses that the lock holds already.
    pub fn new(addresses: impl Iterator<Item = String>) -> Self {
        Self { addresses: addresses.collect(), last: BTreeMap::new() }
    }

    pub fn contains(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    pub fn insert(&mut self, address: String) {
        self.addresses.insert(address);
    }
}

/// What an address is made from.
#[derive(Clone, Copy, Debug)]
pub enum Shape<'a> {
    /// `/{organisation}/{year}/{serial}.html`
    Series {
        /// The organisation's id.
        organisation: &'a str,
        /// The year of publication.
        year: i32,
        /// The serial, as wide as in the number.
        serial: &'a str,
    },
    /// `/{organisation}/{folded}.html`: the number was set by hand.
    Hand {
        /// The organisation's id.
        organisation: &'a str,
        /// The number as set.
        number: &'a str,
    },
    /// `/{field}/{item}/{file}.html`: a page of a fixed column.
    Page {
        /// The item's full id.
        item: &'a str,
        /// The file's name without `.md`.
        file: &'a str,
        /// What stands for a name that is not `[a-z0-9-]+`.
        serial: &'a str,
    },
}

impl Shape<'_> {
    /// The address; one that is taken gets `-2`, `-3`, ….
    pub fn address(self, taken: &mut Taken) -> String {
        let stem = match self {
            Self::Series { organisation, year, serial } => format!("/{organisation}/{year}/{serial}"),
            Self::Hand { organisation, number } => format!("/{organisation}/{}", crate::number::fold(number)),
            Self::Page { item, file, serial } => format!("/{item}/{}", if is_id(file) { file } else { serial }),
        };
        let first = format!("{stem}.html");
        if !taken.contains(&first) {
            return first;
        }
        loop {
            let n = taken.last.entry(stem.clone()).or_insert(1);
            *n += 1;
            let address = format!("{stem}-{n}.html");
            if !taken.contains(&address) {
                return address;
            }
        }
    }
}

/// Whether `text` may stand in an address as it is; `index` and `page` are names of the house.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !matches!(text, "index" | "page")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii_and_never_clash() {
        let mut taken = Taken::default();
        let hand = Shape::Hand { organisation: "bureau", number: "K36/2018－№7" };
        let first = hand.address(&mut taken);
        assert_eq!(first, "/bureau/k36-2018-7.html");
        taken.insert(first);
        assert_eq!(hand.address(&mut taken), "/bureau/k36-2018-7-2.html");
        taken.insert("/bureau/k36-2018-7-3.html".to_owned());
        assert_eq!(hand.address(&mut taken), "/bureau/k36-2018-7-4.html");
        let mut page = |file| Shape::Page { item: "guide/about", file, serial: "00004" }.address(&mut taken);
        assert_eq!(page("contact"), "/guide/about/contact.html");
        assert_eq!(page("联系我们"), "/guide/about/00004.html");
        assert_eq!(page("index"), "/guide/about/00004.html");
    }

    #[test]
    fn a_place_in_a_series_is_read_from_its_address() {
        let slot = Slot { organisation: "bureau".into(), year: 2018, serial: 7 };
        assert_eq!(Slot::of_address("/bureau/2018/00007.html"), Some(slot));
        for other in
            ["/bureau/k36-2018-7.html", "/bureau/2018/00007-2.html", "/a/b/c/1.html", "/policy/about/1.html", ""]
        {
            assert_eq!(Slot::of_address(other), None, "{other}");
        }
    }
}
