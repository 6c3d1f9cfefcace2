//! Names of keys that most entries have: in a packed record each is one byte.

/// The names, sorted. A name that is missing here is packed as it is written, so the list may lag behind the schemas.
#[rustfmt::skip]
const NAMES: [&str; 110] = [
    "about", "accepted", "account", "answered", "approved", "asker", "attachments", "awarded", "briefed", "by",
    "channel", "channels", "checked", "class", "closes", "column", "complex", "condition", "contact", "content",
    "corrected", "decided", "disclosure", "document_class", "draft", "effective", "elements", "evaluation", "expires",
    "external_address", "external_index", "extra", "facet", "fair_competition_review", "figures", "file", "files",
    "first_interpreter", "first_published", "first_told", "form", "genre", "held", "index", "inspected", "interprets",
    "item", "judged", "keywords", "kind", "legality_review", "licence", "made", "major", "matters", "meeting",
    "migrated_from", "names_until", "note", "noticed", "number", "obtained", "of", "office", "on", "opening", "opens",
    "organisation", "origin", "party", "period", "place", "posted", "project", "proposal", "publish_on", "published",
    "reason", "register", "registration", "removed", "replaced_by", "review", "revised", "revoked", "score",
    "secrecy", "session", "severity", "sharing", "sheet", "signed", "since", "source", "stage", "summary", "table",
    "theme", "title", "to", "topic", "transferred", "update", "updated", "url", "validity", "what", "with",
    "withdraw_on", "year",
];

/// Where the names with each first letter begin: few are looked at for one.
const STARTS: [usize; 27] = {
    let (mut starts, mut letter, mut at) = ([0; 27], 0, 0);
    while letter < 27 {
        while at < NAMES.len() && (NAMES[at].as_bytes()[0] as usize) < b'a' as usize + letter {
            at += 1;
        }
        starts[letter] = at;
        letter += 1;
    }
    starts
};

/// The place of `name`, from 1.
pub(super) fn place(name: &str) -> Option<u8> {
    let letter = usize::from(name.as_bytes().first()?.wrapping_sub(b'a'));
    let (start, end) = (*STARTS.get(letter)?, *STARTS.get(letter + 1)?);
    let at = NAMES[start..end].iter().position(|it| it.len() == name.len() && *it == name)?;
    u8::try_from(start + at + 1).ok()
}

/// The name at `place`, from 1.
pub(super) fn name(place: u8) -> Option<&'static str> {
    NAMES.get(usize::from(place).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_place() {
        assert!(NAMES.is_sorted());
        for (at, &it) in NAMES.iter().enumerate() {
            assert_eq!(place(it).map(usize::from), Some(at + 1));
            assert_eq!(place(it).and_then(name), Some(it));
        }
        assert_eq!((place("负责人"), name(0), name(255)), (None, None, None));
    }
}
