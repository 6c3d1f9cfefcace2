//! Records: what a browser needs of a document to be sure of a hit and to show it. Each is compressed alone, so that one is read without
//! its neighbours; phrases that all texts share are in the dictionary. A browser puts that before a record, as it is, and reads both as one
//! stream, whose sum the record has.

use flate2::{Compress, Compression, Decompress};

use super::{
    SearchTables,
    stream::{Adler, finish, inflate_all},
};

/// Between the fields of a record.
pub(super) const FIELD: char = '\u{1}';
/// Within a field: between its parts.
const PART: char = '\u{2}';

/// What is searched of a document, and what a hit shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText<'a> {
    /// Its page, from the site's root.
    pub address: &'a str,
    /// `2018-06-14`, or nothing.
    pub day: &'a str,
    /// Its place among the manifest's kinds.
    pub kind: u8,
    /// Its place among the manifest's organisations.
    pub organisation: u16,
    /// Document number and index number.
    pub numbers: &'a [&'a str],
    pub title: &'a str,
    /// One that somebody wrote; else nothing.
    pub summary: &'a str,
    pub text: &'a str,
    /// Title and text of each attachment.
    pub attachments: &'a [(String, String)],
}

impl SearchText<'_> {
    /// The record as text: its fields one after the other, the first of which is not searched.
    pub fn record(&self) -> String {
        let mut out = String::with_capacity(self.text.len() + self.title.len() + 200);
        let Self { kind, organisation, .. } = self;
        add(&mut out, self.address);
        for part in [self.day, &kind.to_string(), &organisation.to_string()] {
            out.push(PART);
            add(&mut out, part);
        }
        out.push(FIELD);
        for (at, number) in self.numbers.iter().enumerate() {
            if at > 0 {
                out.push(PART);
            }
            add(&mut out, number);
        }
        for field in [self.title, self.summary, self.text] {
            out.push(FIELD);
            add(&mut out, field);
        }
        for (title, text) in self.attachments {
            out.push(FIELD);
            add(&mut out, title);
            out.push(PART);
            add(&mut out, text);
        }
        out
    }
}

/// Adds `text` without what parts fields.
fn add(out: &mut String, text: &str) {
    if text.contains([FIELD, PART]) {
        out.extend(text.chars().filter(|it| ![FIELD, PART].contains(it)));
    } else {
        out.push_str(text);
    }
}

/// Compresses the records of a shard, and reads them again.
#[derive(Debug)]
pub struct Records<'t> {
    tables: &'t SearchTables,
    compress: Compress,
    /// The sum of the dictionary.
    sum: Adler,
    code: Vec<u8>,
}

impl<'t> Records<'t> {
    pub fn new(tables: &'t SearchTables) -> Self {
        let sum = Adler::NONE.and(&tables.dictionary);
        Self { tables, compress: Compress::new(Compression::new(LEVEL), false), sum, code: Vec::new() }
    }

    /// Adds the stream of `record` to `out`.
    pub fn put(&mut self, record: &str, out: &mut Vec<u8>) {
        self.code.clear();
        self.tables.encode(record, &mut self.code);
        self.compress.reset();
        // A dictionary that is longer than the window would be refused.
        self.compress.set_dictionary(&self.tables.dictionary).ok();
        finish(&mut self.compress, &self.code, out);
        out.extend(self.sum.and(&self.code).bytes());
    }

    /// A shard of records whose `streams` have these lengths. They stand before them, unless the manifest has them.
    pub fn shard(&self, lengths: &[u64], streams: &[u8], in_manifest: bool) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(streams.len() + lengths.len() * WIDTH);
        if !in_manifest {
            bytes.extend(lengths.iter().flat_map(|it| it.to_le_bytes().into_iter().take(WIDTH)));
        }
        bytes.extend(streams);
        bytes
    }

    /// The records of a shard of so many documents; none where it is no such shard.
    pub fn read_shard(&self, shard: &[u8], documents: usize, in_manifest: bool) -> Option<Vec<String>> {
        let mut streams = shard.get(if in_manifest { 0 } else { documents * WIDTH }..)?;
        let mut records = Vec::with_capacity(documents);
        while !streams.is_empty() {
            let mut inflate = Decompress::new(false);
            inflate.set_dictionary(&self.tables.dictionary).ok()?;
            let code = inflate_all(&mut inflate, streams)?;
            let sum;
            (sum, streams) = streams.get(usize::try_from(inflate.total_in()).ok()?..)?.split_first_chunk()?;
            records.push((*sum == self.sum.and(&code).bytes()).then(|| self.tables.decode(&code))??);
        }
        (records.len() == documents).then_some(records)
    }
}

/// The bytes of a length in a shard.
const WIDTH: usize = 4;

/// How hard it is tried to compress.
const LEVEL: u32 = 6;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::stream::{deflate, inflate},
        *,
    };

    fn written(texts: &[String]) -> (Vec<u8>, Vec<u64>) {
        let tables = SearchTables::default();
        let (mut records, mut streams, mut lengths) = (Records::new(&tables), Vec::new(), Vec::new());
        for text in texts {
            let start = streams.len();
            records.put(text, &mut streams);
            lengths.push((streams.len() - start) as u64);
        }
        (streams, lengths)
    }

    fn read(shard: &[u8], documents: usize, in_manifest: bool) -> Option<Vec<String>> {
        Records::new(&SearchTables::default()).read_shard(shard, documents, in_manifest)
    }

    proptest! {
        #[test]
        fn any_records_come_back(texts in proptest::collection::vec("\\PC{0,300}", 1..4), in_manifest: bool) {
            let (streams, lengths) = written(&texts);
            let shard = Records::new(&SearchTables::default()).shard(&lengths, &streams, in_manifest);
            prop_assert_eq!(read(&shard, texts.len(), in_manifest), Some(texts));
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(shard: Vec<u8>, documents in 0..9_usize, in_manifest: bool) {
            read(&shard, documents, in_manifest);
            inflate(&shard);
        }
    }

    #[test]
    fn a_long_text_is_compressed_whole() {
        let text = "本办法自2018年起施行。".repeat(20_000);
        let (stream, _) = written(std::slice::from_ref(&text));
        assert!(stream.len() < 5_000);
        assert_eq!(read(&stream, 1, true), Some(vec![text.clone()]));
        assert_eq!(read(&stream, 2, true), None);
        assert_eq!(read(&stream[..stream.len() - 5], 1, true), None);
        assert_eq!(inflate(&deflate(text.as_bytes())).as_deref(), Some(text.as_bytes()));
    }

    #[test]
    fn nothing_in_a_text_can_part_fields() {
        let text = SearchText { title: "甲\u{1}乙", text: "丙\u{2}", numbers: &["1", "2"], ..SearchText::default() };
        assert_eq!(text.record(), "\u{2}\u{2}0\u{2}0\u{1}1\u{2}2\u{1}甲乙\u{1}\u{1}丙");
    }
}
