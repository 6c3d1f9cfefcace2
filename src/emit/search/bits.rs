//! A string of bits, most significant first, and the codes of numbers in it.

/// Writes bits at the end of some bytes.
#[derive(Debug)]
pub struct BitWriter<'b> {
    to: &'b mut Vec<u8>,
    pending: u64,
    /// How many bits wait in `pending`: fewer than eight.
    count: u32,
}

impl<'b> BitWriter<'b> {
    pub fn new(to: &'b mut Vec<u8>) -> Self {
        Self { to, pending: 0, count: 0 }
    }

    /// Adds the last `count` bits of `bits`, 48 at most; all before them are noughts.
    pub fn put(&mut self, bits: u64, count: u32) {
        self.pending = self.pending << count | bits;
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.to.push((self.pending >> self.count).to_le_bytes()[0]);
        }
        self.pending &= (1 << self.count) - 1;
    }

    /// Adds `count` ones, and a nought.
    fn put_ones(&mut self, mut count: u64) {
        while count >= 32 {
            self.put((1 << 32) - 1, 32);
            count -= 32;
        }
        self.put((2 << count) - 2, u32::try_from(count).unwrap_or(0) + 1);
    }

    /// Adds `value` in Rice's code: its last `width` bits as they are, and as many ones as what is before them says.
    pub fn put_rice(&mut self, value: u64, width: u32) {
        self.put_ones(value >> width);
        self.put(value & ((1 << width) - 1), width);
    }

    /// Adds `value`, which is not 0, in Elias's gamma code: as many ones as bits follow its first, a nought, and these bits.
    pub fn put_gamma(&mut self, value: u64) {
        let width = value.ilog2();
        self.put_ones(width.into());
        self.put(value - (1 << width), width);
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

    fn bit(&mut self) -> Option<bool> {
        let byte = self.from.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(bit)
    }

    pub fn bits(&mut self, count: u32) -> Option<u64> {
        (0..count).try_fold(0, |all, _| Some(all << 1 | u64::from(self.bit()?)))
    }

    fn ones(&mut self) -> Option<u64> {
        let mut ones = 0;
        while self.bit()? {
            ones += 1;
        }
        Some(ones)
    }

    /// What [`BitWriter::put_rice`] added; none where it takes more than 48 bits.
    pub fn rice(&mut self, width: u32) -> Option<u64> {
        let room = 48_u32.checked_sub(width)?;
        let high = self.ones().filter(|it| it >> room == 0)?;
        Some(high << width | self.bits(width)?)
    }

    /// What [`BitWriter::put_gamma`] added; none where it takes more than 48 bits.
    pub fn gamma(&mut self) -> Option<u64> {
        let width = self.ones().and_then(|it| u32::try_from(it).ok()).filter(|&it| it < 48)?;
        Some(1 << width | self.bits(width)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec((0..1_u64 << 20, 0..40_u32), 0..80)) {
            let mut bytes = Vec::new();
            let mut to = BitWriter::new(&mut bytes);
            for &(value, width) in &numbers {
                to.put(value, 20);
                to.put_rice(value, width.max(8));
                to.put_gamma((value << (width / 2)) + 1);
            }
            to.end();
            let mut from = BitReader::new(&bytes);
            for (value, width) in numbers {
                prop_assert_eq!(from.bits(20), Some(value));
                prop_assert_eq!(from.rice(width.max(8)), Some(value));
                prop_assert_eq!(from.gamma(), Some((value << (width / 2)) + 1));
            }
            prop_assert!(from.bits(8).is_none());
        }
    }
}
