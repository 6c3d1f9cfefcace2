//! Values to bytes: small numbers are short, texts go as they are.

use super::Unpacker;

/// Bytes that grow value by value. What reads them must ask for the same values in the same order.
#[derive(Clone, Debug, Default)]
pub struct Packer {
    bytes: Vec<u8>,
}

impl Packer {
    /// Nothing yet, with room for so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes) }
    }

    /// The bytes so far.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Forgets the bytes and keeps their room.
    pub fn clear(&mut self) {
        self.bytes.clear();
    }

    /// A byte.
    #[inline]
    pub fn byte(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// A whole number: seven bits a byte, the lowest first.
    #[inline]
    pub fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value.to_le_bytes()[0] | 0x80);
            value >>= 7;
        }
        self.bytes.push(value.to_le_bytes()[0]);
    }

    /// A length.
    #[inline]
    pub fn length(&mut self, value: usize) {
        self.number(value as u64);
    }

    /// A whole number of either sign: near zero is short.
    #[inline]
    pub fn signed(&mut self, value: i64) {
        self.number(((value << 1) ^ (value >> 63)).cast_unsigned());
    }

    /// Yes or no.
    pub fn flag(&mut self, value: bool) {
        self.byte(u8::from(value));
    }

    /// A text.
    pub fn text(&mut self, value: &str) {
        self.length(value.len());
        self.raw(value.as_bytes());
    }

    /// Bytes whose number the reader knows.
    #[inline]
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A value that may be missing, written by `write`.
    pub fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
    }

    /// A list, each written by `write`.
    pub fn list<T>(&mut self, values: impl ExactSizeIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.length(values.len());
        for value in values {
            write(self, value);
        }
    }
}

/// A value that packs and unpacks by itself.
pub trait Pack: Sized {
    /// Packs it.
    fn pack(&self, to: &mut Packer);

    /// The value packed next; none where the bytes mean no such value.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}
