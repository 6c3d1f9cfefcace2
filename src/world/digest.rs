//! SHA-256, as bytes and as people write it.

use std::{fmt, str::FromStr};

use sha2::{Digest as _, Sha256};

/// A SHA-256; printed as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

/// A text that is no SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDigestError;

/// The SHA-256 of `bytes`.
pub fn sha256(bytes: &[u8]) -> Digest {
    Digest(Sha256::digest(bytes).into())
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [0; 64];
        for (two, byte) in digits.as_chunks_mut().0.iter_mut().zip(self.0) {
            *two = [byte >> 4, byte & 15].map(|it| b"0123456789abcdef"[usize::from(it)]);
        }
        f.write_str(std::str::from_utf8(&digits).unwrap_or_default())
    }
}

/// The value of each hexadecimal digit as we write it; more than 15 for what is none. A manifest has millions of them.
const VALUES: [u8; 256] = {
    let mut values = [u8::MAX; 256];
    let mut value = 0;
    while value < 16 {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    values
};

impl FromStr for Digest {
    type Err = ParseDigestError;

    fn from_str(text: &str) -> Result<Self, ParseDigestError> {
        let (pairs, []) = text.as_bytes().as_chunks() else { return Err(ParseDigestError) };
        let (mut digest, mut all) = ([0; 32], 0);
        if pairs.len() != digest.len() {
            return Err(ParseDigestError);
        }
        for (byte, pair) in digest.iter_mut().zip(pairs) {
            let [high, low] = pair.map(|it| VALUES[usize::from(it)]);
            *byte = high << 4 | low;
            all |= high | low;
        }
        if all > 15 { Err(ParseDigestError) } else { Ok(Self(digest)) }
    }
}

#[cfg(test)]
mod tests {
    use super::{ParseDigestError, sha256};

    #[test]
    fn a_sum_is_read_as_it_was_written() {
        let sum = sha256(b"abc");
        let text = sum.to_string();
        assert_eq!(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(text.parse(), Ok(sum));
        for wrong in ["", &text[1..], &format!("{text}0"), &text.to_uppercase(), &text.replace('b', "g")] {
            assert_eq!(wrong.parse::<super::Digest>(), Err(ParseDigestError));
        }
    }
}
