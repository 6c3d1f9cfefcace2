//! SHA-256, as bytes and as people write it.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

/// A SHA-256; printed as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(pub [u8; 32]);

/// A text that is no SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSum;

/// The SHA-256 of `bytes`.
pub fn sha256(bytes: &[u8]) -> Sum {
    Sum(Sha256::digest(bytes).into())
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [0; 64];
        for (two, byte) in digits.as_chunks_mut().0.iter_mut().zip(self.0) {
            *two = [byte >> 4, byte & 15].map(|it| b"0123456789abcdef"[usize::from(it)]);
        }
        f.write_str(std::str::from_utf8(&digits).unwrap_or_default())
    }
}

impl FromStr for Sum {
    type Err = NoSum;

    fn from_str(text: &str) -> Result<Self, NoSum> {
        let digit = |it: u8| match it {
            b'0'..=b'9' => Ok(it - b'0'),
            b'a'..=b'f' => Ok(it - b'a' + 10),
            _ => Err(NoSum),
        };
        let (pairs, []) = text.as_bytes().as_chunks() else { return Err(NoSum) };
        let mut sum = [0; 32];
        if pairs.len() != sum.len() {
            return Err(NoSum);
        }
        for (byte, [high, low]) in sum.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(sum))
    }
}

#[cfg(test)]
mod tests {
    use super::{NoSum, sha256};

    #[test]
    fn a_sum_is_read_as_it_was_written() {
        let sum = sha256(b"abc");
        let text = sum.to_string();
        assert_eq!(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(text.parse(), Ok(sum));
        for wrong in ["", &text[1..], &format!("{text}0"), &text.to_uppercase(), &text.replace('b', "g")] {
            assert_eq!(wrong.parse::<super::Sum>(), Err(NoSum));
        }
    }
}
