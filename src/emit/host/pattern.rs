//! Regular expressions for addresses that were never meant to be any.

/// A pattern that finds `bytes` and nothing else, for PCRE and RE2, inside quotes of any of the servers: what is neither letter, digit
/// nor harmless is written by its number.
pub fn exact(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.utf8_chunks() {
        for it in chunk.valid().chars() {
            match it {
                '.' => out.push_str(r"\."),
                it if it.is_ascii() && !it.is_ascii_alphanumeric() && !"/_-".contains(it) => {
                    out.push_str(&format!(r"\x{:02x}", u32::from(it)));
                }
                it => out.push(it),
            }
        }
        for byte in chunk.invalid() {
            out.push_str(&format!(r"\x{byte:02x}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn nothing_of_an_address_means_more_than_itself() {
        assert_eq!(exact("/a-b_1.html".as_bytes()), r"/a-b_1\.html");
        assert_eq!(exact("/公 $1{2}\"\\".as_bytes()), r"/公\x20\x241\x7b2\x7d\x22\x5c");
        assert_eq!(exact(b"/\xB9\xAB"), r"/\xb9\xab");
    }
}
