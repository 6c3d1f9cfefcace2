//! The container of Office 97–2003 (compound file), as far as an object put into a document needs it: streams by name.
//!
//! A file of sectors, whose chains stand in a table that lies in sectors as well. No chain is followed for longer than the file has
//! sectors, so that a ring ends.

/// Files of which no more than this is looked through.
const MOST_ENTRIES: usize = 4096;

/// An open container.
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    /// The size of a sector, and of a small one.
    sector: usize,
    small: usize,
    next: Vec<u32>,
    next_small: Vec<u32>,
    /// The stream in which small streams lie.
    minor: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

impl<'a> Container<'a> {
    /// Opens a container; none where its bones are broken.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return None;
        }
        let shift = |at| short(bytes, at).filter(|it| (6..=16).contains(it)).map(|it| 1_usize << it);
        let mut container = Self {
            bytes,
            sector: shift(0x1E)?,
            small: shift(0x20)?,
            next: Vec::new(),
            next_small: Vec::new(),
            minor: Vec::new(),
            entries: Vec::new(),
        };
        let most = bytes.len() / container.sector + 1;
        let mut table: Vec<u32> = (0..109).filter_map(|n| long(bytes, 0x4C + n * 4)).collect();
        let mut more = long(bytes, 0x44)?;
        for _ in 0..most {
            let Some(part) = container.at(more) else { break };
            let numbers: Vec<u32> = (0..part.len() / 4).filter_map(|n| long(part, n * 4)).collect();
            let Some((last, own)) = numbers.split_last() else { break };
            table.extend(own);
            more = *last;
        }
        for sector in table.into_iter().take(most) {
            if let Some(part) = container.at(sector) {
                container.next.extend((0..part.len() / 4).filter_map(|n| long(part, n * 4)));
            }
        }
        let directory = container.chain(long(bytes, 0x30)?, usize::MAX);
        for entry in directory.chunks_exact(128).take(MOST_ENTRIES) {
            let length = usize::from(short(entry, 64)?).saturating_sub(2).min(62);
            let units: Vec<u16> =
                entry[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            container.entries.push(Entry {
                name: String::from_utf16_lossy(&units),
                kind: entry[66],
                start: long(entry, 116)?,
                size: usize::try_from(long(entry, 120)?).ok()?,
            });
        }
        let numbers = container.chain(long(bytes, 0x3C)?, usize::MAX);
        container.next_small = (0..numbers.len() / 4).filter_map(|n| long(&numbers, n * 4)).collect();
        if let Some(root) = container.entries.iter().find(|it| it.kind == 5) {
            container.minor = container.chain(root.start, root.size);
        }
        Some(container)
    }

    /// The stream of this name.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|it| it.kind == 2 && it.name == name)?;
        if entry.size >= 4096 {
            return Some(self.chain(entry.start, entry.size));
        }
        let mut stream = Vec::new();
        let mut at = entry.start;
        for _ in 0..=self.next_small.len() {
            let from = usize::try_from(at).ok().and_then(|at| at.checked_mul(self.small));
            let Some(part) = from.and_then(|from| self.minor.get(from..)) else { break };
            stream.extend(&part[..part.len().min(self.small)]);
            if stream.len() >= entry.size {
                break;
            }
            let Some(&next) = usize::try_from(at).ok().and_then(|at| self.next_small.get(at)) else { break };
            at = next;
        }
        stream.truncate(entry.size);
        Some(stream)
    }

    fn at(&self, sector: u32) -> Option<&'a [u8]> {
        let from = usize::try_from(sector).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(from..)?;
        Some(&rest[..rest.len().min(self.sector)]).filter(|it| !it.is_empty())
    }

    /// The sectors from `at` on, `size` bytes at most.
    fn chain(&self, mut at: u32, size: usize) -> Vec<u8> {
        let mut stream = Vec::new();
        // A ring is no longer than the file.
        for _ in 0..=self.bytes.len() / self.sector {
            let Some(part) = self.at(at) else { break };
            stream.extend(part);
            if stream.len() >= size {
                break;
            }
            let Some(&next) = usize::try_from(at).ok().and_then(|at| self.next.get(at)) else { break };
            at = next;
        }
        stream.truncate(size);
        stream
    }
}

/// A file that Windows wrapped to be put into a document: its name and bytes.
pub(super) fn wrapped(stream: &[u8]) -> Option<(String, &[u8])> {
    let mut rest = stream.get(6..)?;
    let mut word = || {
        let (word, after) = rest.split_at(memchr::memchr(0, rest)?);
        rest = &after[1..];
        Some(super::decode::decode(word).text.into_owned())
    };
    let name = word()?;
    word()?;
    // Two numbers; then the place it was copied from, with its length, and the length of the file.
    let place = usize::try_from(long(rest, 4)?).ok()?;
    let rest = rest.get(8_usize.checked_add(place)?..)?;
    let size = usize::try_from(long(rest, 0)?).ok()?;
    Some((name, rest.get(4..)?.get(..size)?))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A container of one stream, by the book: header, table of chains, directory, content.
    fn container(name: &str, content: &[u8]) -> Vec<u8> {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(512, 0xFF);
        for (at, number) in [(0x1E, 9_u16), (0x20, 6)] {
            bytes[at..at + 2].copy_from_slice(&number.to_le_bytes());
        }
        let mut put = |at: usize, number: u32| bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        put(0x30, 1);
        put(0x3C, 0xFFFF_FFFE);
        put(0x44, 0xFFFF_FFFE);
        put(0x4C, 0);
        let sectors = u32::try_from(content.len().div_ceil(512)).unwrap();
        let mut table = vec![0xFFFF_FFFD_u32, 0xFFFF_FFFE];
        table.extend((1..sectors).map(|at| at + 2));
        table.push(0xFFFF_FFFE);
        table.resize(128, 0xFFFF_FFFF);
        bytes.extend(table.into_iter().flat_map(u32::to_le_bytes));
        let mut directory = vec![0; 512];
        for (at, name, kind, start, size) in
            [(0, "Root Entry", 5, 0xFFFF_FFFE_u32, 0), (1, name, 2, 2, u32::try_from(content.len()).unwrap())]
        {
            let entry = &mut directory[at * 128..(at + 1) * 128];
            let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry[..units.len()].copy_from_slice(&units);
            entry[64] = u8::try_from(units.len() + 2).unwrap();
            entry[66] = kind;
            entry[116..120].copy_from_slice(&start.to_le_bytes());
            entry[120..124].copy_from_slice(&size.to_le_bytes());
        }
        bytes.extend(directory);
        bytes.extend(content);
        bytes
    }

    #[test]
    fn a_stream_is_read_by_its_chain() {
        let content: Vec<u8> = (0..5000_u32).flat_map(u32::to_le_bytes).collect();
        let bytes = container("Package", &content);
        let container = Container::open(&bytes).expect("a container");
        assert_eq!(container.stream("Package"), Some(content));
        assert!(container.stream("WordDocument").is_none() && container.stream("Root Entry").is_none());
    }

    #[test]
    fn an_object_in_a_document_is_read() {
        use std::io::{Cursor, Write};

        use zip::{ZipWriter, write::SimpleFileOptions};

        let document = |text: &str, object: &[u8]| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            let body = format!("<w:document><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>");
            for (name, bytes) in [
                ("[Content_Types].xml", &b"<Types/>"[..]),
                ("word/document.xml", body.as_bytes()),
                ("word/embeddings/oleObject1.bin", object),
            ] {
                writer.start_file(name, SimpleFileOptions::default()).unwrap();
                writer.write_all(bytes).unwrap();
            }
            writer.finish().unwrap().into_inner()
        };
        let read = |object: &[u8]| super::super::read("外.docx", &document("外面", object));
        let mut inner = document("里面", b"");
        inner.resize(inner.len().max(5000), 0);
        let reading = read(&container("Package", &inner));
        let places: Vec<(String, &str)> =
            reading.pieces.iter().map(|it| (it.place.words().zh, it.text.as_str())).collect();
        assert_eq!(
            places,
            [("第 1 段".to_owned(), "外面"), ("嵌入的文件“oleObject1.bin”里第 1 段".to_owned(), "里面")]
        );
        assert!(reading.gaps.is_empty());
        assert!(read(&container("Equation Native", &[7; 5000])).gaps.is_empty(), "a formula is no document");
        assert_eq!(read(&container("WordDocument", &[7; 5000])).gaps.len(), 1);
        assert_eq!(read(b"\0\x01\x02").gaps.len(), 1);
    }

    #[test]
    fn a_wrapped_file_is_unwrapped() {
        let stream = [&[9, 0, 0, 0, 2, 0][..], b"a.txt\0C:\\a.txt\0\0\0\x03\0\x03\0\0\0C:\0\x04\0\0\0word"].concat();
        assert_eq!(wrapped(&stream), Some(("a.txt".to_owned(), &b"word"[..])));
        assert_eq!(wrapped(&stream[..stream.len() - 1]), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_bent_container_does_no_harm(bends in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in 0..3000_usize) {
            let mut bytes = container("Package", &[7; 5000]);
            for (at, byte) in bends {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes.truncate(bytes.len() - cut);
            if let Some(container) = Container::open(&bytes) {
                prop_assert!(container.stream("Package").is_none_or(|it| it.len() <= bytes.len() * 2));
            }
            wrapped(&bytes);
        }
    }
}
