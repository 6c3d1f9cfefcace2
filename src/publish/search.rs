//! The search: what the last build left is taken over tier by tier, changed where documents changed, and made anew where it must.
//!
//! 1. Every shard of records is asked for by the keys of its documents. Where all are as they were, so are the postings of the tier.
//! 2. Where a few are not, their old records tell which keys they had, and only packs of keys that came or went are written again.
//! 3. Else – another number of documents, too many changes, something missing – the tier is made from its texts: wave by wave, so that
//!    memory holds the packed postings of one tier and never its texts.

use std::ops::Range;

use anyhow::Result;
use rayon::prelude::*;

use super::{page_key::PageKeys, publish::SiteWriter};
use crate::{
    compile::seen_text,
    emit::search::{
        Keys, Manifest, Pack, PackPlace, Posting, Postings, Records, SearchLabels, SearchTables, SearchText, TierFiles,
        changed_pack, columns, packs, tiers,
    },
    markup,
    site::{
        index::{self, SearchDocument},
        make,
    },
    world::{FileKind, PageKey},
};

/// The manifest's address.
pub const SEARCH: &str = "/search/index.bin";

/// So many documents are in memory at a time.
const WAVE: u32 = 1_024;

/// A tier of which more than one shard in so many changed is made anew.
const FEW: usize = 4;

/// What all tiers are made with.
struct SearchWriter<'a> {
    site: &'a SiteWriter<'a>,
    keys: Option<&'a PageKeys>,
    tables: &'a SearchTables,
}

/// A tier's number, and its documents.
#[derive(Clone, Copy)]
struct Tier<'a> {
    number: usize,
    documents: &'a [SearchDocument],
}

/// The hash of a pack, and the lengths of its buckets.
type Laid = (u32, Vec<u64>);

/// A shard of records.
struct Shard {
    hash: u32,
    lengths: Vec<u64>,
    postings: Vec<Posting>,
    units: u64,
}

/// What a changed shard adds and takes away.
struct Difference {
    at: usize,
    shard: Shard,
    gone: Vec<Posting>,
    units_before: u64,
}

impl SiteWriter<'_> {
    /// Writes the files of the search.
    ///
    /// # Errors
    ///
    /// The machine's; a file that changed since it was judged.
    pub fn search(&self, keys: Option<&PageKeys>) -> Result<()> {
        let site = &self.plan.site;
        if !site.has_search() {
            return Ok(());
        }
        let tables = SearchTables::default();
        for (address, file) in tables.files() {
            self.sink.write(FileKind::Asset, &address, &file, PageKey::default())?;
        }
        let documents = index::search_documents(site);
        let old = self.sink.previous(SEARCH)?.and_then(|it| Manifest::parse(&it));
        let writer = SearchWriter { site: self, keys, tables: &tables };
        let count = u32::try_from(documents.len())?;
        let mut all = Vec::new();
        for (number, shape) in tiers(count).into_iter().enumerate() {
            let before = old.as_ref().and_then(|it| it.tiers.get(number)).filter(|it| it.shape == shape);
            let span = shape.base as usize..(shape.base + shape.documents) as usize;
            let tier = Tier { number, documents: &documents[span] };
            let mut files = writer.tier(tier, TierFiles::new(shape), before)?;
            files.set_lapsed(tier.documents.iter().map(|&it| index::is_lapsed(site, it)));
            if !shape.scan {
                files.columns = writer.columns(tier, before)?;
            }
            all.push(files);
        }
        let labels = SearchLabels {
            kinds: index::search_kinds(),
            organisations: index::search_organisations(site),
            years: index::search_years(site, &documents),
            synonyms: site.synonyms().map(|(said, official)| (said.to_owned(), official.to_owned())).collect(),
        };
        let manifest = Manifest { labels, documents: count, tiers: all };
        self.sink.write(FileKind::Index, SEARCH, &manifest.bytes(), PageKey::default()).map(drop)
    }
}

impl SearchWriter<'_> {
    fn tier(&self, tier: Tier<'_>, new: TierFiles, before: Option<&TierFiles>) -> Result<TierFiles> {
        let mut kept = vec![false; new.shape.shards().count()];
        if let Some(before) = before {
            for ((at, span), kept) in new.shape.shards().enumerate().zip(&mut kept) {
                let path = path(tier.number, 'r', at, before.shards[at]);
                let quick = self.quick(&path, tier, &span);
                let mut found = self.site.sink.reuse(FileKind::SearchPart, &path, &quick)?;
                if found.is_none() {
                    let key = PageKey { full: self.full(tier, &span), ..quick };
                    found = self.site.sink.reuse(FileKind::SearchPart, &path, &key)?;
                }
                *kept = found.is_some();
            }
            let changed = kept.iter().filter(|it| !**it).count();
            if changed <= kept.len() / FEW + 1
                && let Some(files) = self.changed_tier(tier, before, &kept)?
            {
                return Ok(files);
            }
        }
        self.new_tier(tier, new, before, &kept)
    }

    /// The tier before, with the shards that are not `kept` made anew; none where that cannot be done.
    fn changed_tier(&self, tier: Tier<'_>, before: &TierFiles, kept: &[bool]) -> Result<Option<TierFiles>> {
        let shape = before.shape;
        let changed: Vec<(usize, Range<u32>)> = shape.shards().enumerate().filter(|it| !kept[it.0]).collect();
        let made: Result<Vec<Option<Difference>>> =
            changed.into_par_iter().map(|(at, span)| self.difference(tier, before, at, &span)).collect();
        let Some(made) = made?.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        let mut files = before.clone();
        let (mut gone, mut new) = (Vec::new(), Vec::new());
        for Difference { at, shard, gone: without, units_before } in made {
            files.shards[at] = shard.hash;
            if shape.lengths {
                let start = at * shape.shard as usize;
                files.lengths[start..start + shard.lengths.len()].copy_from_slice(&shard.lengths);
            }
            files.units = files.units - units_before + shard.units;
            gone.extend(without);
            new.extend(shard.postings);
        }
        if shape.scan {
            return Ok(Some(files));
        }
        let hashing = before.hashing();
        if files.hashing() != hashing {
            return Ok(None);
        }
        gone.par_sort_unstable();
        new.par_sort_unstable();
        let lies = shape.lies(hashing);
        let each = 1 << (hashing.bits - hashing.pack_bits);
        let packs: Result<Vec<Option<Laid>>> = (0..before.packs.len())
            .into_par_iter()
            .map(|at| {
                let place = PackPlace { lies, hashing, at };
                let of = |all| of_pack(all, &place);
                let (gone, new) = (of(&gone), of(&new));
                let lengths = &before.buckets[at * each..(at + 1) * each];
                let path = path(tier.number, 'p', at, before.packs[at]);
                if gone.is_empty() && new.is_empty() {
                    let reused = self.site.sink.reuse(FileKind::SearchPart, &path, &key_of(&path))?;
                    return Ok(reused.map(|_| (before.packs[at], lengths.to_vec())));
                }
                let Some(bytes) = self.site.sink.previous(&path)? else { return Ok(None) };
                let old = Pack { bytes, lengths: lengths.to_vec() };
                let Some(pack) = changed_pack(&place, &old, gone, new) else { return Ok(None) };
                self.pack(tier, at, pack).map(Some)
            })
            .collect();
        let Some(packs) = packs?.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        (files.packs, files.buckets) = lay(packs);
        Ok(Some(files))
    }

    /// What changed in a shard: its old records tell the keys that its documents had.
    fn difference(
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

    /// Makes the tier from its texts; shards that are `kept` are not written again.
    fn new_tier(
        &self,
        tier: Tier<'_>,
        mut files: TierFiles,
        before: Option<&TierFiles>,
        kept: &[bool],
    ) -> Result<TierFiles> {
        let shape = files.shape;
        let mut postings = Postings::default();
        let shards: Vec<(usize, Range<u32>)> = shape.shards().enumerate().collect();
        for wave in shards.chunks((WAVE / shape.shard).max(1) as usize) {
            let made: Result<Vec<Shard>> = wave
                .par_iter()
                .map(|(at, span)| self.shard(tier, shape.lengths, span, Some(*at).filter(|&at| !kept[at])))
                .collect();
            let mut all = Vec::new();
            for ((at, span), shard) in wave.iter().zip(made?) {
                let old = before.filter(|_| kept[*at]);
                files.shards.push(old.map_or(shard.hash, |it| it.shards[*at]));
                files.units += shard.units;
                if shape.lengths {
                    let of = |it: &TierFiles| it.lengths[span.start as usize..span.end as usize].to_vec();
                    files.lengths.extend(old.map_or(shard.lengths, of));
                }
                all.extend(shard.postings);
            }
            if !shape.scan {
                postings.add(all);
            }
        }
        if !shape.scan {
            let hashing = files.hashing();
            let made = packs(&postings, (shape.lies(hashing), hashing), |at, pack| self.pack(tier, at, pack))?;
            (files.packs, files.buckets) = lay(made);
        }
        Ok(files)
    }

    /// Makes a shard, and writes it where it is told its place.
    fn shard(&self, tier: Tier<'_>, in_manifest: bool, span: &Range<u32>, at: Option<usize>) -> Result<Shard> {
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

    /// Writes a pack; answers its hash and the lengths of its buckets.
    fn pack(&self, tier: Tier<'_>, at: usize, pack: Pack) -> Result<Laid> {
        let hash = hash(&pack.bytes);
        let path = path(tier.number, 'p', at, hash);
        self.site.sink.write(FileKind::SearchPart, &path, &pack.bytes, key_of(&path))?;
        Ok((hash, pack.lengths))
    }

    /// Writes the columns of a tier, and answers their hash.
    fn columns(&self, tier: Tier<'_>, before: Option<&TierFiles>) -> Result<u32> {
        let path = |hash: u32| format!("/search/{}/c.{hash:08x}.bin", tier.number);
        let all = 0..u32::try_from(tier.documents.len())?;
        if let Some(before) = before {
            let path = path(before.columns);
            if self.site.sink.reuse(FileKind::SearchPart, &path, &self.quick(&path, tier, &all))?.is_some() {
                return Ok(before.columns);
            }
        }
        let site = &self.site.plan.site;
        let row = |&it: &SearchDocument| {
            let facts = index::search_facts(site, it);
            (facts.kind, facts.organisation, !facts.attachments.is_empty())
        };
        let rows: Vec<_> = tier.documents.par_iter().map(row).collect();
        let bytes = columns(&rows);
        let hash = hash(&bytes);
        let path = path(hash);
        self.site.sink.write(FileKind::SearchPart, &path, &bytes, self.quick(&path, tier, &all))?;
        Ok(hash)
    }

    /// The key of a file that is made from the documents of `span` of a tier, its quick half.
    fn quick(&self, path: &str, tier: Tier<'_>, span: &Range<u32>) -> PageKey {
        let Some(keys) = self.keys else { return PageKey::default() };
        let entry = |it: &SearchDocument| if let SearchDocument::Entry(id) = *it { Some(id) } else { None };
        keys.of_states(path, tier.documents[span.start as usize..span.end as usize].iter().filter_map(entry))
    }

    /// Its full half: what the records say but for their texts, and what those are made from.
    fn full(&self, tier: Tier<'_>, span: &Range<u32>) -> [u8; 16] {
        let Some(keys) = self.keys else { return [0; 16] };
        let mut hash = blake3::Hasher::new();
        for &document in &tier.documents[span.start as usize..span.end as usize] {
            let facts = index::search_facts(&self.site.plan.site, document);
            if let SearchDocument::Entry(id) = document {
                hash.update(keys.state(id));
            }
            hash.update(format!("{facts:?}").as_bytes());
        }
        hash.finalize().as_bytes().first_chunk().copied().unwrap_or_default()
    }
}

/// Hashes and bucket lengths of packs, each in one list.
fn lay(packs: Vec<Laid>) -> (Vec<u32>, Vec<u64>) {
    let (hashes, lengths): (Vec<u32>, Vec<Vec<u64>>) = packs.into_iter().unzip();
    (hashes, lengths.concat())
}

/// Those of `all`, which are sorted, that are in the pack.
fn of_pack<'p>(all: &'p [Posting], place: &PackPlace) -> &'p [Posting] {
    let start = all.partition_point(|it| place.pack_of(it.hash()) < place.at);
    let end = all.partition_point(|it| place.pack_of(it.hash()) <= place.at);
    &all[start..end]
}

/// The number of a document in its tier, of which there are 65,536 at most.
fn local(id: u32) -> u16 {
    u16::try_from(id).unwrap_or(u16::MAX)
}

fn path(tier: usize, kind: char, at: usize, hash: u32) -> String {
    format!("/search/{tier}/{kind}{at}.{hash:08x}.bin")
}

/// The key of a file whose name is its content.
fn key_of(path: &str) -> PageKey {
    PageKey::quick(blake3::hash(path.as_bytes()).as_bytes().first_chunk().copied().unwrap_or_default())
}

fn hash(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(blake3::hash(bytes).as_bytes().first_chunk().copied().unwrap_or_default())
}
