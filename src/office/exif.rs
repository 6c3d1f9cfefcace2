//! EXIF: the directories of a TIFF, and those of their tags that tell a place, a person, or something in words.

use super::decode::decode;
use super::says::Says;

/// Tags 1–6 of the GPS directory hold latitude, longitude and height.
const POSITION_TAGS: std::ops::RangeInclusive<u16> = 1..=6;
/// The directories that the first one points to.
const EXIF: u16 = 0x8769;
const GPS: u16 = 0x8825;
/// Bytes of a text that are read.
const LONGEST: usize = 4096;
/// Entries of a directory that are looked at.
const MOST_ENTRIES: usize = 512;

/// Whether the first directory of a TIFF points to a GPS directory with a position.
pub(super) fn tells_location(data: &[u8]) -> bool {
    let Some((tiff, first)) = Tiff::open(data) else { return false };
    tiff.directory(first, GPS).is_some_and(|gps| tiff.entries(gps).any(|(tag, _)| POSITION_TAGS.contains(&tag)))
}

/// Takes in whom the picture names, and what it says.
pub(super) fn read(data: &[u8], says: &mut Says) {
    let Some((tiff, first)) = Tiff::open(data) else { return };
    let exif = tiff.directory(first, EXIF).map(|it| tiff.entries(it)).into_iter().flatten();
    for (tag, at) in tiff.entries(first).chain(exif) {
        match tag {
            // ImageDescription, Copyright.
            0x010E | 0x8298 => says.text(&decode(tiff.value(at)).text),
            // Artist, CameraOwnerName.
            0x013B | 0xA430 => says.person(&decode(tiff.value(at)).text),
            // XPTitle, XPComment, XPKeywords, XPSubject: what Windows asks for.
            0x9C9B | 0x9C9C | 0x9C9E | 0x9C9F => says.text(&wide(tiff.value(at), true)),
            // XPAuthor.
            0x9C9D => says.person(&wide(tiff.value(at), true)),
            // UserComment: its character set, then the text.
            0x9286 => match tiff.value(at).split_at_checked(8) {
                Some((b"UNICODE\0", text)) => says.text(&wide(text, tiff.little)),
                Some((_, text)) => says.text(&decode(text).text),
                None => {}
            },
            _ => {}
        }
    }
}

/// The IPTC block of a TIFF.
pub(super) fn iptc(data: &[u8]) -> Option<&[u8]> {
    let (tiff, first) = Tiff::open(data)?;
    tiff.entries(first).find(|it| it.0 == 0x83BB).map(|(_, at)| tiff.value(at))
}

fn wide(bytes: &[u8], little: bool) -> String {
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    };
    let units: Vec<u16> = bytes.chunks_exact(2).map(unit).collect();
    String::from_utf16_lossy(&units)
}

struct Tiff<'a> {
    data: &'a [u8],
    little: bool,
}

impl<'a> Tiff<'a> {
    /// The TIFF, and where its first directory begins.
    fn open(data: &'a [u8]) -> Option<(Self, usize)> {
        let little = match data.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let tiff = Self { data, little };
        let first = tiff.long(4)?;
        Some((tiff, first))
    }

    /// Where the directory begins that `tag` of the directory at `at` points to.
    fn directory(&self, at: usize, tag: u16) -> Option<usize> {
        self.entries(at).find(|it| it.0 == tag).and_then(|(_, at)| self.long(at + 8))
    }

    /// The bytes of the entry at `at`: beside it if they are four at most, else where it points to.
    fn value(&self, at: usize) -> &'a [u8] {
        let size = match self.short(at + 2) {
            Some(3 | 8) => 2,
            Some(4 | 9 | 11) => 4,
            Some(5 | 10 | 12) => 8,
            _ => 1,
        };
        let length = self.long(at + 4).unwrap_or(0).saturating_mul(size);
        let start = if length <= 4 { Some(at + 8) } else { self.long(at + 8) };
        let rest = start.and_then(|it| self.data.get(it..)).unwrap_or_default();
        &rest[..length.min(LONGEST).min(rest.len())]
    }

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
        let count = usize::from(self.short(at).unwrap_or(0)).min(MOST_ENTRIES);
        (0..count).map_while(move |n| {
            let entry = at.checked_add(2 + n * 12)?;
            Some((self.short(entry)?, entry))
        })
    }
}
