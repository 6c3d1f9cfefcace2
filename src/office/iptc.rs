//! IPTC: what press photographers and picture desks write into a picture, in Photoshop's resources.

use super::decode::decode;
use super::says::Says;

/// The IPTC blocks among Photoshop's resources in a segment of a JPEG.
pub(super) fn resources(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = data.strip_prefix(b"Photoshop 3.0\0").unwrap_or_default();
    std::iter::from_fn(move || {
        // Mark, number, name and content with their lengths, each made even.
        let after = rest.strip_prefix(b"8BIM")?;
        let (number, after) = after.split_first_chunk::<2>()?;
        let name = usize::from(*after.first()?) + 1;
        let after = after.get(name + name % 2..)?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (content, after) = after.split_at_checked(length)?;
        rest = after.get(length % 2..).unwrap_or_default();
        Some((*number == [4, 4]).then_some(content))
    })
    .flatten()
}

/// Takes in whom the block names, and what it says.
pub(super) fn read(data: &[u8], says: &mut Says) {
    let mut rest = data;
    while let [0x1C, record, number, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((content, after)) = after.split_at_checked(length) else { return };
        match (record, number) {
            // Byline, contact, writer.
            (2, 80 | 118 | 122) => says.person(&decode(content).text),
            // Title, keywords, instructions, place, headline, credit, source, caption.
            (2, 5 | 25 | 40 | 92 | 105 | 110 | 115 | 116 | 120) => says.text(&decode(content).text),
            _ => {}
        }
        rest = after;
    }
}
