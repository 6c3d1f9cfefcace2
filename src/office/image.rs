//! Whether a picture tells where it was taken: GPS in the EXIF or XMP of JPEG, PNG, WebP, TIFF, and of HEIF and MP4.
//!
//! Only containers are walked: JPEG segments up to the picture data, PNG and RIFF chunks, and of TIFF the directory of GPS tags. In HEIF
//! and MP4, whose items lie anywhere, the marks of EXIF, XMP and places are looked for. No pixel is decoded. A length that leads
//! outside the file ends the walk, and a damaged picture counts as telling nothing.

use memchr::memmem;

/// Tags 1–6 of the GPS directory hold latitude, longitude and height.
const POSITION_TAGS: std::ops::RangeInclusive<u16> = 1..=6;

/// Whether the picture holds a position. Anything that is no such picture holds none.
pub fn tells_location(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xD8") {
        segments(bytes).any(|(marker, data)| marker == 0xE1 && (exif(data) || xmp(data)))
    } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        chunks(&bytes[8..], u32::from_be_bytes, 4).any(|(kind, data)| match kind {
            b"eXIf" => tiff(data),
            b"iTXt" => xmp(data),
            _ => false,
        })
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        riff(&bytes[12..]).any(|(kind, data)| match kind {
            b"EXIF" => exif(data) || tiff(data),
            b"XMP " => xmp(data),
            _ => false,
        })
    } else if bytes.get(4..8) == Some(b"ftyp") {
        let place = [b"\xA9xyz".as_slice(), b"location.ISO6709"].iter().any(|it| memmem::find(bytes, it).is_some());
        place || xmp(bytes) || memmem::find_iter(bytes, b"Exif\0\0").any(|at| exif(&bytes[at..]))
    } else {
        tiff(bytes)
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

fn xmp(data: &[u8]) -> bool {
    memmem::find(data, b"GPSLatitude").is_some()
}

fn exif(data: &[u8]) -> bool {
    data.strip_prefix(b"Exif\0\0").is_some_and(tiff)
}

/// Whether the first directory of a TIFF points to a GPS directory with a position.
fn tiff(data: &[u8]) -> bool {
    let little = match data.get(..4) {
        Some(b"II*\0") => true,
        Some(b"MM\0*") => false,
        _ => return false,
    };
    let tiff = Tiff { data, little };
    let Some(first) = tiff.long(4) else { return false };
    let Some(gps) = tiff.entries(first).find(|&(tag, _)| tag == 0x8825).and_then(|(_, at)| tiff.long(at + 8)) else {
        return false;
    };
    tiff.entries(gps).any(|(tag, _)| POSITION_TAGS.contains(&tag))
}

struct Tiff<'a> {
    data: &'a [u8],
    little: bool,
}

impl Tiff<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.data.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = self.data.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) }).ok()
    }

    /// The entries of the directory at `at`: tag, and where the entry starts.
    fn entries(&self, at: usize) -> impl Iterator<Item = (u16, usize)> {
        let count = usize::from(self.short(at).unwrap_or(0));
        (0..count).map_while(move |n| {
            let entry = at.checked_add(2 + n * 12)?;
            Some((self.short(entry)?, entry))
        })
    }
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
        }

        #[test]
        fn any_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200), head in 0..3_usize) {
            let mark: &[u8] = [&b"\xFF\xD8\xFF\xE1"[..], b"\x89PNG\r\n\x1A\n", b"RIFF....WEBP"][head];
            tells_location(&[mark, &bytes].concat());
        }
    }
}
