//! What filters ask of every document of a tier: a byte or two each.

use super::stream::deflate;

/// The columns of documents: kind, organisation, whether something is attached.
pub fn columns(documents: &[(u8, u16, bool)]) -> Vec<u8> {
    let mut bytes: Vec<u8> = documents.iter().map(|it| it.0).collect();
    bytes.extend(documents.iter().map(|it| it.1.to_le_bytes()[0]));
    bytes.extend(documents.iter().map(|it| it.1.to_le_bytes()[1]));
    bytes.extend(flags(documents.iter().map(|it| it.2)));
    deflate(&bytes)
}

/// A bit each, the first the lowest of the first byte.
pub fn flags(of: impl Iterator<Item = bool>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (at, it) in of.enumerate() {
        if at % 8 == 0 {
            bytes.push(0);
        }
        bytes[at / 8] |= u8::from(it) << (at % 8);
    }
    bytes
}
