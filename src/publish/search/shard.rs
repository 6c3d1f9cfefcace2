//! A shard: the records of some documents, and the postings of their keys.

use std::ops::Range;

use anyhow::Result;

use super::{
    key::{hash, path},
    writer::{SearchWriter, Tier},
};
use crate::{
    compile::seen_text,
    emit::search::{Keys, Posting, Records, SearchText, TierFiles},
    markup,
    site::{
        index::{self, SearchDocument},
        make,
    },
    world::{FileKind, PageKey},
};

/// A shard of records.
pub(super) struct Shard {
    pub hash: u32,
    pub lengths: Vec<u64>,
    pub postings: Vec<Posting>,
    pub units: u64,
}

/// What a changed shard adds and takes away.
pub(super) struct Difference {
    pub at: usize,
    pub shard: Shard,
    pub gone: Vec<Posting>,
    pub units_before: u64,
}

impl SearchWriter<'_> {
    /// What changed in a shard: its old records tell the keys that its documents had.
    pub(super) fn difference(
        &self,
        tier: Tier<'_>,
        before: &TierFiles,
        at: usize,
        span: &Range<u32>,
    ) -> Result<Option<Difference>> {
        let shape = before.shape;
        let path = path(tier.number, 'r', at, before.shards[at]);
        let Some(old) = self.site.sink.previous(&path)? else { return Ok(None) };
        let Some(old) = Records::new(self.tables).read_shard(&old, span.len(), shape.lengths) else { return Ok(None) };
        let mut keys = Keys::default();
        let (mut gone, mut units_before) = (Vec::new(), 0);
        for (record, id) in old.iter().zip(span.clone()) {
            keys.of_record(self.tables, record);
            gone.extend(keys.postings(local(id)));
            units_before += keys.length();
        }
        let mut shard = self.shard(tier, shape.lengths, span, Some(at))?;
        gone.sort_unstable();
        shard.postings.sort_unstable();
        let both: Vec<Posting> = gone.iter().copied().filter(|it| shard.postings.binary_search(it).is_ok()).collect();
        let is_new = |it: &Posting| both.binary_search(it).is_err();
        gone.retain(is_new);
        shard.postings.retain(is_new);
        Ok(Some(Difference { at, shard, gone, units_before }))
    }

    /// Makes a shard, and writes it where it is told its place.
    pub(super) fn shard(
        &self,
        tier: Tier<'_>,
        in_manifest: bool,
        span: &Range<u32>,
        at: Option<usize>,
    ) -> Result<Shard> {
        let mut records = Records::new(self.tables);
        let mut keys = Keys::default();
        let mut shard = Shard { hash: 0, lengths: Vec::new(), postings: Vec::new(), units: 0 };
        let mut streams = Vec::new();
        for id in span.clone() {
            let record = self.record(tier.documents[id as usize])?;
            keys.of_record(self.tables, &record);
            shard.postings.extend(keys.postings(local(id)));
            shard.units += keys.length();
            let start = streams.len();
            if at.is_some() {
                records.put(&record, &mut streams);
            }
            shard.lengths.push((streams.len() - start) as u64);
        }
        let Some(at) = at else { return Ok(shard) };
        let bytes = records.shard(&shard.lengths, &streams, in_manifest);
        shard.hash = hash(&bytes);
        let path = path(tier.number, 'r', at, shard.hash);
        let key = PageKey { full: self.full(tier, span), ..self.quick(&path, tier, span) };
        self.site.sink.write(FileKind::SearchPart, &path, &bytes, key)?;
        Ok(shard)
    }

    /// The record of a document.
    fn record(&self, document: SearchDocument) -> Result<String> {
        let plan = self.site.plan;
        let facts = index::search_facts(&plan.site, document);
        let mut text = facts.lines;
        if let SearchDocument::Entry(id) = document {
            let material = self.site.words(id)?;
            if let Some(html) = make::text(&plan.site, id, &material) {
                text.insert(0, '\n');
                text.insert_str(0, &markup::html_text(&html.0));
            }
        }
        let analysis = plan.analysis;
        let mut attachments = Vec::new();
        for (file, name) in facts.attachments {
            let bytes = analysis.attachment(self.site.world, file)?;
            attachments.push((name.to_owned(), seen_text(analysis.sources.path(file), &bytes)));
        }
        let day = facts.day.map(|it| it.to_string()).unwrap_or_default();
        let text = SearchText {
            address: &facts.address,
            day: &day,
            kind: facts.kind,
            organisation: facts.organisation,
            numbers: &facts.numbers,
            title: facts.title,
            summary: facts.summary,
            text: text.trim(),
            attachments: &attachments,
        };
        Ok(text.record())
    }
}

/// The number of a document in its tier, of which there are 65,536 at most.
fn local(id: u32) -> u16 {
    u16::try_from(id).unwrap_or(u16::MAX)
}
