//! DEFLATE, whole streams in memory: in zlib's format, which browsers read by themselves.

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

/// `bytes` in zlib's format.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    finish(&mut Compress::new(Compression::best(), true), bytes, &mut out);
    out
}

/// The bytes of such a stream.
pub fn inflate(stream: &[u8]) -> Option<Vec<u8>> {
    inflate_all(&mut Decompress::new(true), stream)
}

/// Adler-32, the sum at the end of zlib's format, of bytes that come piece by piece.
#[derive(Clone, Copy, Debug)]
pub struct Adler {
    sum: u32,
    sums: u32,
}

impl Adler {
    pub const NONE: Self = Self { sum: 1, sums: 0 };

    #[must_use]
    pub fn and(mut self, bytes: &[u8]) -> Self {
        // So many bytes cannot overflow.
        for some in bytes.chunks(5_552) {
            for &byte in some {
                self.sum += u32::from(byte);
                self.sums += self.sum;
            }
            self.sum %= 65_521;
            self.sums %= 65_521;
        }
        self
    }

    pub fn bytes(self) -> [u8; 4] {
        (self.sums << 16 | self.sum).to_be_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_one_of_the_format() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|it| (it.wrapping_mul(it) >> 5).to_le_bytes()[0] | 0x80).collect();
        let (one, other) = bytes.split_at(33_333);
        assert!(deflate(&bytes).ends_with(&Adler::NONE.and(one).and(other).bytes()));
    }
}
