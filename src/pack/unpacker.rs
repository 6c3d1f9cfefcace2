//! Bytes to values: whatever the bytes are, a value or none.

/// Bytes that are read value by value, in the order they were packed. None wherever they end too soon or mean nothing.
#[derive(Clone, Debug)]
pub struct Unpacker<'a> {
    rest: &'a [u8],
}

impl<'a> Unpacker<'a> {
    /// Reads `bytes` from the first on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether all was read.
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// What was not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// A byte.
    #[inline]
    pub fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    /// A whole number.
    #[inline]
    pub fn number(&mut self) -> Option<u64> {
        // Most are of one byte.
        match *self.rest {
            [byte @ 0..0x80, ref rest @ ..] => {
                self.rest = rest;
                Some(byte.into())
            }
            _ => self.longer(),
        }
    }

    fn longer(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            // The tenth byte has room for one bit.
            if shift == 63 && part > 1 {
                return None;
            }
            value |= part << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A whole number of 32 bits.
    #[inline]
    pub fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// A length.
    #[inline]
    pub fn length(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    /// A whole number of either sign.
    #[inline]
    pub fn signed(&mut self) -> Option<i64> {
        let value = self.number()?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }

    /// Yes or no.
    #[inline]
    pub fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.length()?;
        simdutf8::basic::from_utf8(self.raw(length)?).ok()
    }

    /// The next `length` bytes.
    #[inline]
    pub fn raw(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    /// The next bytes, as many as the array has.
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*bytes)
    }

    /// A value that may be missing, read by `read`; the outer option says whether the bytes meant anything.
    pub fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? { read(self).map(Some) } else { Some(None) }
    }

    /// A list, each read by `read`.
    pub fn list<T, L: FromIterator<T>>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<L> {
        // What the bytes claim is not believed: nothing is set aside for it.
        (0..self.length()?).map(|_| read(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Unpacker;
    use crate::pack::Packer;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            numbers: Vec<u64>, signed: i64, text: String, flag: bool, option: Option<u8>, raw: [u8; 5],
        ) {
            let mut to = Packer::default();
            to.list(numbers.iter(), |to, &it| to.number(it));
            to.signed(signed);
            to.text(&text);
            to.flag(flag);
            to.option(option, Packer::byte);
            to.raw(&raw);
            let mut from = Unpacker::new(to.bytes());
            prop_assert_eq!(from.list::<_, Vec<u64>>(Unpacker::number), Some(numbers));
            prop_assert_eq!(from.signed(), Some(signed));
            prop_assert_eq!(from.text(), Some(&*text));
            prop_assert_eq!(from.flag(), Some(flag));
            prop_assert_eq!(from.option(Unpacker::byte), Some(option));
            prop_assert_eq!(from.array(), Some(raw));
            prop_assert!(from.is_done());
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes: Vec<u8>) {
            let mut from = Unpacker::new(&bytes);
            while !from.is_done() {
                let before = from.rest.len();
                let _ = from.clone().list::<_, Vec<_>>(Unpacker::text);
                let _ = from.clone().option(Unpacker::signed);
                let _ = from.number();
                prop_assert!(from.rest.len() < before);
            }
        }
    }

    #[test]
    fn a_list_longer_than_its_bytes_takes_no_room() {
        let mut to = Packer::default();
        to.number(u64::MAX);
        assert_eq!(Unpacker::new(to.bytes()).list::<_, Vec<u64>>(Unpacker::number), None);
    }
}
