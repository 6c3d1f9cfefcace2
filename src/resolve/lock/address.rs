//! Addresses of entries: given with the number, frozen in the lock.

use std::collections::BTreeSet;

/// The place of a number in its series: serials count per organisation and year, from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The organisation's id.
    pub organisation: String,
    /// The year of publication.
    pub year: i32,
    /// The serial.
    pub serial: u32,
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
    pub fn address(self, taken: &BTreeSet<String>) -> String {
        let stem = match self {
            Self::Series { organisation, year, serial } => format!("/{organisation}/{year}/{serial}"),
            Self::Hand { organisation, number } => format!("/{organisation}/{}", crate::number::fold(number)),
            Self::Page { item, file, serial } => format!("/{item}/{}", if is_id(file) { file } else { serial }),
        };
        let first = format!("{stem}.html");
        if !taken.contains(&first) {
            return first;
        }
        let mut n = 2;
        loop {
            let address = format!("{stem}-{n}.html");
            if !taken.contains(&address) {
                return address;
            }
            n += 1;
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
        let mut taken = BTreeSet::new();
        let hand = Shape::Hand { organisation: "bureau", number: "K36/2018－№7" };
        let first = hand.address(&taken);
        assert_eq!(first, "/bureau/k36-2018-7.html");
        taken.insert(first);
        assert_eq!(hand.address(&taken), "/bureau/k36-2018-7-2.html");
        let page = |file| Shape::Page { item: "guide/about", file, serial: "00004" }.address(&taken);
        assert_eq!(page("contact"), "/guide/about/contact.html");
        assert_eq!(page("联系我们"), "/guide/about/00004.html");
        assert_eq!(page("index"), "/guide/about/00004.html");
    }
}
