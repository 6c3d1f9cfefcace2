//! Raw DEFLATE: whole streams in memory.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

/// Adds `bytes` to `out` as a stream, and ends it.
pub fn finish(compress: &mut Compress, bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len() / 2 + 64);
    let start = compress.total_in();
    loop {
        let done = usize::try_from(compress.total_in() - start).unwrap_or(bytes.len());
        match compress.compress_vec(&bytes[done..], out, FlushCompress::Finish) {
            Ok(Status::StreamEnd) | Err(_) => return,
            Ok(_) => out.reserve(bytes.len() / 2 + 64),
        }
    }
}

/// What the stream at the start of `stream` says; none where it is none or not whole.
pub fn inflate_all(inflate: &mut Decompress, stream: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(stream.len() * 3 + 64);
    loop {
        let (read, written) = (usize::try_from(inflate.total_in()).ok()?, out.len());
        let status = inflate.decompress_vec(stream.get(read..)?, &mut out, FlushDecompress::Finish);
        match status.ok()? {
            Status::StreamEnd => return Some(out),
            _ if out.len() == out.capacity() => out.reserve(out.len()),
            // There was room, and nothing came of it: the stream ends before its end.
            _ if out.len() == written => return None,
            _ => {}
        }
    }
}

/// `bytes` as a stream without a dictionary.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    finish(&mut Compress::new(Compression::best(), false), bytes, &mut out);
    out
}

/// The bytes of such a stream.
pub fn inflate(stream: &[u8]) -> Option<Vec<u8>> {
    inflate_all(&mut Decompress::new(false), stream)
}
