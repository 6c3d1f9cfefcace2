//! Names of hosts, as authors write them.

/// The domain that `written` means: what stands in an address around it is left out, full-width marks are read as the plain ones.
/// None where there is no domain in it.
pub fn domain(written: &str) -> Option<String> {
    let plain = written.trim().replace(['．', '。'], ".").replace('：', ":").replace('／', "/");
    let host = plain.split_once("://").map_or(&*plain, |it| it.1).split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split_once(':').filter(|it| it.1.bytes().all(|it| it.is_ascii_digit())).map_or(host, |it| it.0);
    let host = host.trim().trim_end_matches('.');
    is_domain(host).then(|| host.to_owned())
}

/// The whole address that `written` means, which lacks its scheme: `www.example.gov.cn/a`. None where it does not look like one: a
/// file may be called `清单.xlsx`.
pub fn whole_address(written: &str) -> Option<String> {
    let written = written.trim();
    let host = written.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let top = host.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_top = ["cn", "com", "net", "org", "gov", "政务", "公益", "中国"].contains(&&*top);
    let is_plain = !written.contains(|it: char| it.is_whitespace() || it.is_control() || "\"'<>\\^`{}|".contains(it));
    (is_plain && is_domain(host) && is_top).then(|| format!("https://{written}"))
}

/// Whether `text` names a host: parts of letters, digits and hyphens, two at least, or four numbers.
fn is_domain(text: &str) -> bool {
    let part = |it: &str| {
        (1..=63).contains(&it.len())
            && !it.starts_with('-')
            && !it.ends_with('-')
            && it.chars().all(|it| it.is_alphanumeric() || it == '-')
    };
    let parts: Vec<&str> = text.split('.').collect();
    let is_number = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
    let fits = if parts.last().is_some_and(is_number) {
        parts.len() == 4 && parts.iter().all(|it| is_number(it) && it.parse::<u8>().is_ok())
    } else {
        parts.len() > 1
    };
    text.len() <= 253 && fits && parts.iter().all(|it| part(it))
}

#[cfg(test)]
mod tests {
    use super::{domain, whole_address};

    #[test]
    fn domains() {
        for (written, meant) in [
            ("www.example.gov.cn", "www.example.gov.cn"),
            (" WWW.Example.gov.cn. ", "WWW.Example.gov.cn"),
            ("https://www.example.gov.cn:8080/a/?b#c", "www.example.gov.cn"),
            ("www．example．gov。cn／", "www.example.gov.cn"),
            ("示例局.政务", "示例局.政务"),
            ("10.1.2.3", "10.1.2.3"),
        ] {
            assert_eq!(domain(written).as_deref(), Some(meant), "{written}");
        }
        for written in
            ["", "https://x", "示例局网站", "www.a b.cn", "-a.cn", "a..cn", "1.2.3", "10.1.2.300", "a_b.cn", "a@b.cn"]
        {
            assert_eq!(domain(written), None, "{written}");
        }
    }

    #[test]
    fn addresses_without_their_scheme() {
        let meant = whole_address("www.example.gov.cn/art?id=1");
        assert_eq!(meant.as_deref(), Some("https://www.example.gov.cn/art?id=1"));
        assert_eq!(whole_address("示例局.政务").as_deref(), Some("https://示例局.政务"));
        for written in ["清单.xlsx", "佐证/www.example.cn", "见官网", "www.a.cn 首页", "https://www.a.cn", "/a.cn"]
        {
            assert_eq!(whole_address(written), None, "{written}");
        }
    }
}
