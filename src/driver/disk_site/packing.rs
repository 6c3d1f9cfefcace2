//! Files that lie packed beside their originals, for servers that send them as they are.

use std::io::Write as _;

use crate::world::FileKind;

/// A way of packing that browsers understand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Packing {
    Gzip,
    Brotli,
}

/// Below so many bytes packing saves no packet on its way.
const LEAST: u64 = 1024;

/// Endings of files that packing makes much smaller; pictures, documents and workbooks are packed already, and search packs are read in
/// pieces.
const WORTH: [&str; 11] = ["html", "css", "js", "json", "jsonld", "ndjson", "csv", "xml", "svg", "txt", "ics"];

impl Packing {
    pub const NAMES: [&'static str; 2] = ["gzip", "br"];

    /// The one called `name`.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Gzip, Self::Brotli].into_iter().zip(Self::NAMES).find(|it| it.1 == name).map(|it| it.0)
    }

    /// What is put behind the name of the original.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }

    /// `bytes`, packed: the same for the same bytes, without a time or a name.
    pub fn pack(self, bytes: &[u8]) -> Vec<u8> {
        let to = Vec::with_capacity(bytes.len() / 3);
        let packed = match self {
            Self::Gzip => {
                let mut packer = flate2::GzBuilder::new().write(to, flate2::Compression::new(9));
                packer.write_all(bytes).and_then(|()| packer.finish())
            }
            Self::Brotli => {
                // Two steps below the highest, which takes twenty times as long for a twentieth less.
                let mut packer = brotli::CompressorWriter::new(to, 1 << 16, 9, 22);
                packer.write_all(bytes).map(|()| packer.into_inner())
            }
        };
        packed.expect("memory takes all that is written to it")
    }
}

/// Whether the file at `path` is packed where that is asked for. Attachments are not: what a body publishes may itself be called `.gz`.
pub fn is_worth(kind: FileKind, path: &str, size: u64) -> bool {
    let ending = path.rsplit_once('.').map_or("", |it| it.1);
    size >= LEAST && WORTH.contains(&ending) && !matches!(kind, FileKind::Attachment | FileKind::Previous)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::Packing;

    #[test]
    fn what_is_packed_is_what_it_was() {
        let text = "政府信息公开".repeat(500).into_bytes();
        let mut out = Vec::new();
        let packed = Packing::Gzip.pack(&text);
        flate2::read::GzDecoder::new(&*packed).read_to_end(&mut out).expect("gzip");
        assert!(out == text && packed == Packing::Gzip.pack(&text) && packed.len() < 500);
        let packed = Packing::Brotli.pack(&text);
        out.clear();
        brotli::Decompressor::new(&*packed, 4096).read_to_end(&mut out).expect("brotli");
        assert!(out == text && packed == Packing::Brotli.pack(&text) && packed.len() < 500);
    }
}
