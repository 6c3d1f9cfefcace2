//! Addresses as authors write them: with `%` escapes, or in Chinese.

/// `%E5%85%AC` → `公`; what is no UTF-8 stays as it is.
pub fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    String::from_utf8(bytes(text)).unwrap_or_else(|_| text.to_owned())
}

/// The bytes that `text` stands for, in whatever encoding.
pub fn bytes(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).filter(|it| it.iter().all(u8::is_ascii_hexdigit));
        let hex = hex.and_then(|it| std::str::from_utf8(it).ok());
        if let Some(byte) = hex.filter(|_| bytes[at] == b'%').and_then(|it| u8::from_str_radix(it, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn escapes_are_read_and_broken_ones_kept() {
        assert_eq!(decode("%E5%85%AC%20a"), "公 a");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%FF"), "%FF");
        assert_eq!(decode("%+1"), "%+1");
    }
}
