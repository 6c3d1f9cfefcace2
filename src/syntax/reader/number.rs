//! Numbers: as they are wanted, as they are written; and codes with letters that only look right.

use toml::de::DeValue;

use super::{Reader, table::Line};
use crate::{
    day::numeral,
    diagnostic::Edit,
    office::look_alikes,
    record::{EncodedValue, KeySpec, Shape, Value},
    source::{Range, Span},
    syntax::{INVISIBLE_CHARACTER, WRONG_TYPE},
};

/// Keys whose values are compared letter by letter.
const COMPARED: [&str; 6] = ["id", "code", "index", "number", "external_index", "site_id"];

/// What people write behind a number: none of them changes it.
const UNITS: [&str; 11] = ["个工作日", "工作日", "个字", "天", "日", "字", "个", "条", "人", "%", "％"];

/// The number that `typed` writes in words or with its unit: `三`, `５`, `12天`, `1,200`.
fn in_words(typed: &str) -> Option<i64> {
    let bare = UNITS.iter().find_map(|unit| typed.strip_suffix(unit)).unwrap_or(typed).trim_end();
    let bare = bare.strip_prefix("百分之").unwrap_or(bare);
    if let Some(number) = numeral::number(bare) {
        return Some(number.into());
    }
    // 1.2万 is twelve thousand.
    if let Some((whole, part)) = bare.strip_suffix('万').map(|it| it.split_once('.').unwrap_or((it, ""))) {
        let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() || part.len() > 4 || !digits(whole) || !digits(part) {
            return None;
        }
        return format!("{whole}{part:0<4}").parse().ok();
    }
    let mut groups = bare.split([',', '，']);
    let first = groups.next().filter(|it| (1..=3).contains(&it.len()))?;
    let rest: Vec<&str> = groups.collect();
    if rest.is_empty() || rest.iter().any(|it| it.len() != 3) || bare.bytes().any(|it| it == b'-' || it == b'+') {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

impl Reader<'_> {
    /// A number, whole where `shape` says so.
    pub(super) fn number(
        &mut self,
        line: &Line<'_, '_>,
        it: &DeValue<'_>,
        shape: &Shape,
        range: Range,
    ) -> Option<EncodedValue> {
        let whole = !matches!(shape, Shape::Number);
        match it {
            DeValue::Integer(number) => {
                let radix = number.radix();
                match i64::from_str_radix(&number.as_str().replace('_', ""), radix) {
                    Ok(number) if whole => self.within(line, number, shape, range),
                    Ok(number) => Some(Value::Number(&number.to_string()).into()),
                    Err(_) => {
                        self.wrong(line.name, shape, it, range, None);
                        None
                    }
                }
            }
            DeValue::Float(number) if !whole => Some(Value::Number(&number.as_str().replace('_', "")).into()),
            DeValue::Float(number) => {
                let whole = number.as_str().split_once('.').filter(|it| it.1.bytes().all(|it| it == b'0'));
                let meant: Option<i64> = whole.and_then(|it| it.0.parse().ok());
                self.meant(line, it, shape, range, meant)
            }
            DeValue::String(text) => {
                let plain = text.trim();
                let meant = plain.replace('_', "").parse().ok().or_else(|| in_words(plain));
                if !whole && meant.is_none() && plain.parse::<f64>().is_ok() {
                    self.wrong(line.name, shape, it, range, Some(plain));
                    return Some(Value::Number(plain).into());
                }
                // A share in per cent is no number of hundreds.
                let share = plain.strip_suffix(['%', '％']).and_then(|it| it.trim().parse::<u8>().ok());
                if let Some(share) = share.filter(|&it| !whole && it <= 100) {
                    let right = if share == 100 { "1".to_owned() } else { format!("0.{share:02}") };
                    self.wrong(line.name, shape, it, range, Some(&right));
                    return Some(Value::Number(&right).into());
                }
                let meant = meant.filter(|_| whole || !plain.contains(['%', '％', '百']));
                self.meant(line, it, shape, range, meant)
            }
            _ => {
                self.wrong(line.name, shape, it, range, None);
                None
            }
        }
    }

    /// Tells a value that is no number, and reads it as the whole number that was `meant`.
    fn meant(
        &mut self,
        line: &Line<'_, '_>,
        it: &DeValue<'_>,
        shape: &Shape,
        range: Range,
        meant: Option<i64>,
    ) -> Option<EncodedValue> {
        let meant = meant.filter(|it| fits(*it, shape));
        self.wrong(line.name, shape, it, range, meant.map(|it| it.to_string()).as_deref());
        let meant = meant?;
        Some(match shape {
            Shape::Number => Value::Number(&meant.to_string()).into(),
            _ => Value::Integer(meant).into(),
        })
    }

    /// `number`, if it is one that `shape` takes; others are told (0005).
    fn within(&mut self, line: &Line<'_, '_>, number: i64, shape: &Shape, range: Range) -> Option<EncodedValue> {
        if let Shape::Count { least, most, usual } = shape
            && !fits(number, shape)
        {
            let name = line.name;
            let (zh, en) = if number < i64::from(*least) { ("太小", "too small") } else { ("太大", "too large") };
            self.findings
                .raise(
                    &WRONG_TYPE,
                    Span { file: self.stand.file, range },
                    text! {
                        zh: "{name} 应当是 {least} 到 {most} 之间的整数；这里写的是 {number}",
                        en: "`{name}` is a whole number from {least} to {most}, not {number}"
                    },
                )
                .label(text! { zh: "{zh}", en: "{en}" })
                .help(text! { zh: "改为：{name} = 〔{least} 到 {most} 的整数〕；不写这一行就是 {usual}", en: "write: {name} = 〔a whole number from {least} to {most}〕; without this line it is {usual}" })
                .fix([Edit::new(Span { file: self.stand.file, range }, format!("〔{least} 到 {most} 的整数〕"), false)]);
            return None;
        }
        Some(Value::Integer(number).into())
    }
    /// Tells Cyrillic and Greek letters in the value of a key that holds a number (0013).
    pub(super) fn numbered(&mut self, key: &KeySpec, typed: &str, range: Range) {
        if typed.is_ascii() || !COMPARED.contains(&key.name) {
            return;
        }
        let spots = look_alikes(typed);
        let Some(first) = spots.first() else { return };
        let (code, name) = (u32::from(first.char), key.name);
        let right: String = typed
            .char_indices()
            .map(|(at, char)| match spots.iter().find(|spot| spot.at == at).and_then(|spot| spot.danger.mended()) {
                Some(Some(plain)) => plain,
                _ => char,
            })
            .collect();
        let letter = first.char;
        // Letter by letter, where the text stands in the file as it was read.
        let start = self.raw(range).find(typed).map(|at| range.start as usize + at);
        let fix = start.into_iter().flat_map(|start| spots.iter().map(move |spot| (start + spot.at, spot)));
        let fix: Vec<Edit> = fix
            .filter_map(|(at, spot)| {
                let plain = spot.danger.mended().flatten()?;
                Some(Edit::new(Span::new(self.stand.file, at..at + spot.char.len_utf8()), plain, true))
            })
            .collect();
        self.findings
            .raise(
                &INVISIBLE_CHARACTER,
                Span { file: self.stand.file, range },
                text! {
                    zh: "{name} 里的“{letter}”（U+{code:04X}）不是英文字母，只是样子一样",
                    en: "the `{letter}` (U+{code:04X}) in `{name}` only looks like a Latin letter"
                },
            )
            .label(text! { zh: "冒充的字母", en: "a look-alike" })
            .help(text! { zh: "改为：{name} = \"{right}\"", en: "write: {name} = \"{right}\"" })
            .fix(fix);
    }
}

/// Whether `shape` takes `number`.
fn fits(number: i64, shape: &Shape) -> bool {
    match shape {
        Shape::Count { least, most, .. } => (i64::from(*least)..=i64::from(*most)).contains(&number),
        _ => true,
    }
}
