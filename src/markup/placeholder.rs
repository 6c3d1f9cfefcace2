//! What stands in a template for an address that is not known yet.

/// Begins a placeholder and ends each of its parts; no text of a template holds it otherwise.
pub(super) const SEPARATOR: char = '\0';

/// A placeholder. It holds what decides on the HTML besides the address.
#[derive(Clone, Copy)]
pub(super) enum Placeholder<'a> {
    /// Where a link begins: its destination and title.
    Link([&'a str; 2]),
    /// Where the link begun last ends.
    End,
    /// A picture: its destination, its description as text, and how its tag ends.
    Picture([&'a str; 3]),
}

impl Placeholder<'_> {
    pub(super) fn write(self, out: &mut String) {
        let (kind, parts): (char, &[&str]) = match &self {
            Self::Link(parts) => ('a', parts),
            Self::End => ('z', &[]),
            Self::Picture(parts) => ('i', parts),
        };
        out.push(SEPARATOR);
        out.push(kind);
        for part in parts {
            out.push_str(part);
            out.push(SEPARATOR);
        }
    }

    /// How many separators it is written with.
    pub(super) const fn separators(self) -> usize {
        match self {
            Self::End => 1,
            Self::Link(_) => 3,
            Self::Picture(_) => 4,
        }
    }
}
