//! Chinese numerals as Excel shows them under `[DBNum1]` (一百二十三) and `[DBNum2]` (壹佰贰拾叁).

/// Which numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numerals {
    /// 一二三.
    Small,
    /// 壹贰叁, as on cheques.
    Large,
    /// Full-width digits.
    Wide,
}

impl Numerals {
    /// What `[DBNum1]` and its like name.
    pub(super) fn named(inside: &str) -> Option<Self> {
        match inside {
            "DBNum1" | "dbnum1" => Some(Self::Small),
            "DBNum2" | "dbnum2" => Some(Self::Large),
            "DBNum3" | "dbnum3" => Some(Self::Wide),
            _ => None,
        }
    }

    fn digits(self) -> [char; 10] {
        match self {
            Self::Small => ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
            Self::Large => ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
            Self::Wide => ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'],
        }
    }

    /// Each digit of `text` by itself: 2026 is 二〇二六.
    pub(super) fn spelled(self, text: &str) -> String {
        let digits = self.digits();
        text.chars()
            .map(|it| it.to_digit(10).and_then(|at| digits.get(usize::try_from(at).ok()?)).copied().unwrap_or(it))
            .collect()
    }

    /// The number with its units: 123 is 一百二十三. What stands behind a point is spelled.
    pub(super) fn counted(self, text: &str) -> String {
        let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
        let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, it)| (whole, Some(it)));
        if self == Self::Wide
            || whole.len() > 16
            || whole.is_empty()
            || !rest.bytes().all(|it| it.is_ascii_digit() || it == b'.')
        {
            return self.spelled(text);
        }
        let units = if self == Self::Large { ["", "拾", "佰", "仟"] } else { ["", "十", "百", "千"] };
        let digits = self.digits();
        let mut made = String::new();
        let mut nought = false;
        for (at, digit) in whole.bytes().enumerate() {
            let place = whole.len() - 1 - at;
            let value = usize::from(digit - b'0');
            if value == 0 {
                nought = !made.is_empty();
            } else {
                if std::mem::take(&mut nought) {
                    made.push(digits[0]);
                }
                made.push(digits[value]);
                made.push_str(units[place % 4]);
            }
            // A group of four that holds nothing has no name.
            let group = &whole[(at + 1).saturating_sub(4)..=at];
            if place % 4 == 0 && place > 0 && group.bytes().any(|it| it != b'0') {
                made.push_str(match place / 4 {
                    1 => "万",
                    2 => "亿",
                    _ => "万亿",
                });
            }
        }
        if made.is_empty() {
            made.push(digits[0]);
        }
        let fraction = fraction.map(|it| format!(".{}", self.spelled(it))).unwrap_or_default();
        format!("{sign}{made}{fraction}")
    }

    /// A month, day or hour: 12 is 十二, 10 is 十.
    pub(super) fn of_calendar(self, value: i64) -> String {
        let text = self.counted(&value.to_string());
        let ten = if self == Self::Large { "壹拾" } else { "一十" };
        match text.strip_prefix(ten) {
            Some(rest) if self == Self::Small => format!("十{rest}"),
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_as_they_are_spoken() {
        for (number, small) in [
            ("123", "一百二十三"),
            ("10", "一十"),
            ("1005", "一千〇五"),
            ("20000", "二万"),
            ("10050", "一万〇五十"),
            ("100000000", "一亿"),
            ("0", "〇"),
            ("12.5", "一十二.五"),
            ("-3", "-三"),
        ] {
            assert_eq!(Numerals::Small.counted(number), small, "{number}");
        }
        assert_eq!(Numerals::Large.counted("12345"), "壹万贰仟叁佰肆拾伍");
        assert_eq!(Numerals::Small.spelled("2026"), "二〇二六");
        assert_eq!(Numerals::Small.of_calendar(12), "十二");
        assert_eq!(Numerals::Small.counted("1e5"), "一e五");
    }
}
