//! What a picture says besides what it shows: where it was taken, by whom, in which words – in EXIF, XMP and IPTC of JPEG, PNG, WebP, TIFF,
//! GIF, HEIF and MP4.
//!
//! Only containers are walked: JPEG segments up to the picture data, PNG and RIFF chunks, and of TIFF its directories. In HEIF and MP4,
//! whose items lie anywhere, the marks of EXIF, XMP and places are looked for. No pixel is decoded. A length that leads outside the
//! file ends the walk, and a damaged picture counts as telling nothing.

use memchr::memmem;

use super::says::Says;
use super::{exif, iptc, xmp};

/// Marks of EXIF looked at in a file whose items lie anywhere.
const MOST_MARKS: usize = 64;

/// A part of a picture that says something.
enum Block<'a> {
    Tiff(&'a [u8]),
    Xmp(&'a [u8]),
    Iptc(&'a [u8]),
    Text(&'a [u8]),
}

/// Whether a file of this name is a picture of a kind that may say something.
pub(super) fn says_of_itself(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "heic", "heif", "gif"].contains(&ending.as_str())
}

/// Whether the picture holds a position. Anything that is no such picture holds none.
pub(super) fn tells_location(bytes: &[u8]) -> bool {
    if bytes.get(4..8) == Some(b"ftyp")
        && [b"\xA9xyz".as_slice(), b"location.ISO6709"].iter().any(|it| memmem::find(bytes, it).is_some())
    {
        return true;
    }
    let mut located = false;
    blocks(bytes, &mut |block| {
        located |= match block {
            Block::Tiff(data) => exif::tells_location(data),
            Block::Xmp(data) => xmp::tells_location(data),
            Block::Iptc(_) | Block::Text(_) => false,
        };
    });
    located
}

/// What the picture says in words, each once.
pub(super) fn says(bytes: &[u8]) -> Says {
    let mut says = Says::default();
    blocks(bytes, &mut |block| match block {
        Block::Tiff(data) => exif::read(data, &mut says),
        Block::Xmp(data) => xmp::read(data, &mut says),
        Block::Iptc(data) => iptc::read(data, &mut says),
        Block::Text(data) => says.text(&super::decode::decode(data).text),
    });
    for list in [&mut says.people, &mut says.texts] {
        list.sort_unstable();
        list.dedup();
    }
    says
}

/// Hands on the parts of a picture that say something.
fn blocks(bytes: &[u8], see: &mut dyn FnMut(Block<'_>)) {
    if bytes.starts_with(b"\xFF\xD8") {
        for (marker, data) in segments(bytes) {
            match marker {
                0xE1 => see(data.strip_prefix(b"Exif\0\0").map_or(Block::Xmp(data), Block::Tiff)),
                0xED => iptc::resources(data).for_each(|it| see(Block::Iptc(it))),
                0xFE => see(Block::Text(data)),
                _ => {}
            }
        }
    } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        for (kind, data) in chunks(&bytes[8..], u32::from_be_bytes, 4) {
            let text = data.splitn(2, |byte| *byte == 0).nth(1).unwrap_or_default();
            match kind {
                b"eXIf" => see(Block::Tiff(data)),
                b"tEXt" => see(Block::Text(text)),
                b"iTXt" if data.starts_with(b"XML:com.adobe.xmp") => see(Block::Xmp(data)),
                // Two flags, a language and a translated word, each ended by a zero, before the text.
                b"iTXt" => see(Block::Text(
                    text.get(2..).and_then(|it| it.splitn(3, |byte| *byte == 0).nth(2)).unwrap_or_default(),
                )),
                _ => {}
            }
        }
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        for (kind, data) in riff(&bytes[12..]) {
            match kind {
                b"EXIF" => see(Block::Tiff(data.strip_prefix(b"Exif\0\0").unwrap_or(data))),
                b"XMP " => see(Block::Xmp(data)),
                _ => {}
            }
        }
    } else if bytes.get(4..8) == Some(b"ftyp") {
        for mark in [b"II*\0", b"MM\0*"] {
            memmem::find_iter(bytes, mark).take(MOST_MARKS).for_each(|at| see(Block::Tiff(&bytes[at..])));
        }
        see(Block::Xmp(bytes));
    } else if bytes.starts_with(b"GIF8") {
        see(Block::Xmp(bytes));
    } else if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        see(Block::Tiff(bytes));
        see(Block::Xmp(bytes));
        if let Some(data) = exif::iptc(bytes) {
            see(Block::Iptc(data));
        }
    }
}

/// The segments of a JPEG up to its picture data: marker and content.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = &bytes[2..];
    std::iter::from_fn(move || {
        // Any number of 0xFF may fill up before a marker (ITU-T T.81, B.1.1.2).
        while let [0xFF, 0xFF, ..] = rest {
            rest = &rest[1..];
        }
        let [0xFF, marker, high, low, after @ ..] = rest else { return None };
        if *marker == 0xDA {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([*high, *low])).checked_sub(2)?;
        let data = after.get(..length)?;
        rest = &after[length..];
        Some((*marker, data))
    })
}

/// The chunks of a PNG: length, kind, content, check sum.
fn chunks(bytes: &[u8], number: fn([u8; 4]) -> u32, tail: usize) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(number(*length)).ok()?;
        let (kind, after) = after.split_at_checked(4)?;
        let (data, after) = after.split_at_checked(length)?;
        rest = after.get(tail..).unwrap_or_default();
        Some((kind, data))
    })
}

/// The chunks of a RIFF: kind, length, content, evened.
fn riff(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (kind, after) = rest.split_at_checked(4)?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (data, after) = after.split_at_checked(length)?;
        rest = after.get(length % 2..).unwrap_or_default();
        Some((kind, data))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn jpeg(gps_tag: u16) -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0".to_vec();
        tiff.extend([1, 0]);
        tiff.extend(0x8825_u16.to_le_bytes());
        tiff.extend([4, 0, 1, 0, 0, 0]);
        tiff.extend(26_u32.to_le_bytes());
        tiff.extend([0; 4]);
        tiff.extend([1, 0]);
        tiff.extend(gps_tag.to_le_bytes());
        tiff.extend([2, 0, 2, 0, 0, 0, b'N', 0, 0, 0]);
        let mut bytes = b"\xFF\xD8\xFF\xE0\x00\x04JF\xFF\xE1".to_vec();
        bytes.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
        bytes.extend(b"Exif\0\0");
        bytes.extend(tiff);
        bytes.extend(b"\xFF\xDA\0\x02");
        bytes
    }

    #[test]
    fn a_position_is_seen() {
        assert!(tells_location(&jpeg(1)));
        assert!(!tells_location(&jpeg(0)), "a version alone is no position");
        let exif = jpeg(1)[12..].to_vec();
        assert!(exif.starts_with(b"Exif") && tells_location(&exif[6..]), "a TIFF");
        assert!(tells_location(&[b"\0\0\0\x18ftypheic....meta", &exif[..]].concat()));
        assert!(!tells_location(b"\0\0\0\x18ftypheic....Exif\0\0MM"));
        assert!(tells_location(b"\0\0\0\x18ftypmp42....\xA9xyz+25.8+114.9/"));
        for fill in 1..4 {
            let mut filled = jpeg(1);
            filled.splice(8..8, std::iter::repeat_n(0xFF, fill));
            assert!(tells_location(&filled), "{fill} bytes before the marker");
        }
        assert!(!tells_location(b"\xFF\xD8\xFF\xDA"));
        assert!(tells_location(b"\xFF\xD8\xFF\xE1\x00\x27http://ns.adobe.com/ exif:GPSLatitude"));
    }

    proptest! {
        #[test]
        fn a_bent_picture_does_no_harm(at in 0..80_usize, byte in any::<u8>(), cut in 0..90_usize) {
            let mut bytes = jpeg(1);
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
            bytes.truncate(cut);
            tells_location(&bytes);
            says(&bytes);
        }

        #[test]
        fn any_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200), head in 0..3_usize) {
            let mark: &[u8] = [&b"\xFF\xD8\xFF\xE1"[..], b"\x89PNG\r\n\x1A\n", b"RIFF....WEBP"][head];
            tells_location(&[mark, &bytes].concat());
            says(&[mark, &bytes].concat());
        }
    }
}
