//! A string of bits, most significant first.

/// Writes bits at the end of some bytes.
#[derive(Debug)]
pub struct BitWriter<'b> {
    to: &'b mut Vec<u8>,
    pending: u32,
    /// How many bits wait in `pending`: fewer than eight.
    count: u32,
}

impl<'b> BitWriter<'b> {
    pub fn new(to: &'b mut Vec<u8>) -> Self {
        Self { to, pending: 0, count: 0 }
    }

    /// Adds the last `count` bits of `bits`, 24 at most.
    pub fn put(&mut self, bits: u32, count: u32) {
        self.pending = self.pending << count | bits;
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.to.push((self.pending >> self.count).to_le_bytes()[0]);
        }
        self.pending &= (1 << self.count) - 1;
    }

    /// Fills the last byte up with noughts.
    pub fn end(self) {
        if self.count > 0 {
            self.to.push((self.pending << (8 - self.count)).to_le_bytes()[0]);
        }
    }
}

/// Reads bits from the front of some bytes.
#[derive(Debug)]
pub struct BitReader<'b> {
    from: &'b [u8],
    /// Bits that were read.
    at: usize,
}

impl<'b> BitReader<'b> {
    pub fn new(from: &'b [u8]) -> Self {
        Self { from, at: 0 }
    }

    pub fn bit(&mut self) -> Option<bool> {
        let byte = self.from.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(bit)
    }

    pub fn bits(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |all, _| Some(all << 1 | u32::from(self.bit()?)))
    }

    /// What follows the byte that was read last.
    pub fn rest(self) -> &'b [u8] {
        &self.from[self.at.div_ceil(8)..]
    }
}
