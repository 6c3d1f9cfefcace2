//! The search: what the last build left is taken over tier by tier, changed where documents changed, and made anew where it must.
//!
//! 1. Every shard of records is asked for by the keys of its documents. Where all are as they were, so are the postings of the tier.
//! 2. Where a few are not, their old records tell which keys they had, and only packs of keys that came or went are written again.
//! 3. Else – another number of documents, too many changes, something missing – the tier is made from its texts: wave by wave, so that
//!    memory holds the packed postings of one tier and never its texts.

mod columns;
mod key;
mod shard;
mod tier;
mod writer;
