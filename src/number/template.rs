//! How a site's index numbers are made: `{organisation.code}/{year}-{serial:05}`.

use regex::Regex;

use crate::vocabulary::{Lang, Text};

/// A pattern of index numbers (`index_pattern`), understood.
#[derive(Clone, Debug)]
pub struct Template {
    parts: Vec<Segment>,
    width: usize,
    reader: Regex,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Literal(String),
    Placeholder(Placeholder),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placeholder {
    OrganisationCode,
    OrganisationId,
    ItemCode,
    Year,
    Serial,
}

const PLACEHOLDERS: [(&str, Placeholder); 5] = [
    ("organisation.code", Placeholder::OrganisationCode),
    ("organisation.id", Placeholder::OrganisationId),
    ("item.code", Placeholder::ItemCode),
    ("year", Placeholder::Year),
    ("serial", Placeholder::Serial),
];

/// What fills the placeholders of a [`Template`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The body's code; its id where it has none.
    pub organisation_code: &'a str,
    /// The body's id.
    pub organisation_id: &'a str,
    /// The item's code (序号 as printed).
    pub item_code: &'a str,
    /// The year of `published`.
    pub year: i32,
    /// The serial of the body and year, from 1.
    pub serial: u32,
}

/// What a number tells of the placeholders it was made from; none for placeholders that the pattern has not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slots<'n> {
    /// The body's code.
    pub organisation_code: Option<&'n str>,
    /// The body's id.
    pub organisation_id: Option<&'n str>,
    /// The item's code.
    pub item_code: Option<&'n str>,
    /// The year.
    pub year: Option<i32>,
    /// The serial.
    pub serial: Option<u32>,
}

/// Why a pattern is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// Longer than 200 characters, or with control characters.
    Unfit,
    /// A `{` without `}`, or a `}` without `{`.
    Brace,
    /// No such placeholder; the nearest that there is.
    UnknownHole {
        /// As typed.
        name: String,
        /// A placeholder's name.
        nearest: Option<&'static str>,
    },
    /// A placeholder that stands twice.
    Repeated(&'static str),
    /// A width that is no number from 1 to 9, or on another placeholder than the serial.
    Width(String),
    /// A placeholder without which two entries would get one number: `{year}` or `{serial}`.
    Missing(&'static str),
}

impl TemplateError {
    /// The error in both tongues.
    pub fn text(&self) -> Text {
        match self {
            Self::Unfit => text! { zh: "太长，或含有不可见字符", en: "too long, or with invisible characters" },
            Self::Brace => text! { zh: "花括号没有成对", en: "a brace without its partner" },
            Self::UnknownHole { name, nearest: Some(nearest) } => text! {
                zh: "没有 {{{name}}} 这一项，是不是 {{{nearest}}}",
                en: "there is no {{{name}}}; perhaps {{{nearest}}}"
            },
            Self::UnknownHole { name, nearest: None } => text! {
                zh: "没有 {{{name}}} 这一项；可用的有 {{organisation.code}}、{{organisation.id}}、{{item.code}}、{{year}}、{{serial:05}}",
                en: "there is no {{{name}}}; there are {{organisation.code}}, {{organisation.id}}, {{item.code}}, {{year}}, {{serial:05}}"
            },
            Self::Repeated(name) => text! { zh: "{{{name}}} 出现了两次", en: "{{{name}}} stands twice" },
            Self::Width(width) => text! {
                zh: "位数“{width}”不对：只有 {{serial:05}} 可带位数，1 至 9",
                en: "the width {width:?} is wrong: only {{serial:05}} takes one, 1 to 9"
            },
            Self::Missing(name) => text! {
                zh: "缺少 {{{name}}}，索引号会重复",
                en: "{{{name}}} is missing: two entries would get one number"
            },
        }
    }

    /// The error in one tongue.
    pub fn words(&self, lang: Lang) -> String {
        self.text().get(lang).to_owned()
    }
}

impl Template {
    /// The national form (目录系统实施指引) with the credit code.
    pub const DEFAULT: &'static str = "{organisation.code}/{year}-{serial:05}";

    /// Reads a pattern.
    ///
    /// # Errors
    /// When a placeholder is unknown, stands twice or is missing, or a brace has no partner.
    pub fn parse(pattern: &str) -> Result<Self, TemplateError> {
        if pattern.chars().count() > 200 || pattern.chars().any(char::is_control) {
            return Err(TemplateError::Unfit);
        }
        let (mut parts, mut width, mut rest) = (Vec::new(), 1, pattern);
        while !rest.is_empty() {
            let (literal, after) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
            if !literal.is_empty() {
                parts.push(Segment::Literal(literal.to_owned()));
            }
            rest = after;
            if let Some(inside) = rest.strip_prefix('{') {
                let (placeholder, after) = inside.split_once('}').ok_or(TemplateError::Brace)?;
                let (placeholder, wide) = read_placeholder(placeholder)?;
                if parts.contains(&Segment::Placeholder(placeholder)) {
                    return Err(TemplateError::Repeated(name(placeholder)));
                }
                width = wide.unwrap_or(width);
                parts.push(Segment::Placeholder(placeholder));
                rest = after;
            } else if !rest.is_empty() {
                return Err(TemplateError::Brace);
            }
        }
        for needed in [Placeholder::Year, Placeholder::Serial] {
            if !parts.contains(&Segment::Placeholder(needed)) {
                return Err(TemplateError::Missing(name(needed)));
            }
        }
        let reader = reader(&parts, width).ok_or(TemplateError::Unfit)?;
        Ok(Self { parts, width, reader })
    }

    /// The index number.
    pub fn render(&self, with: &Parts<'_>) -> String {
        let mut number = String::new();
        for part in &self.parts {
            match part {
                Segment::Literal(literal) => number.push_str(literal),
                Segment::Placeholder(Placeholder::OrganisationCode) => number.push_str(with.organisation_code),
                Segment::Placeholder(Placeholder::OrganisationId) => number.push_str(with.organisation_id),
                Segment::Placeholder(Placeholder::ItemCode) => number.push_str(with.item_code),
                Segment::Placeholder(Placeholder::Year) => number.push_str(&with.year.to_string()),
                Segment::Placeholder(Placeholder::Serial) => number.push_str(&self.serial(with.serial)),
            }
        }
        number
    }

    /// What every number of a body begins with, if that tells it from other bodies': `cyzsj/`.
    pub fn prefix(&self, organisation_code: &str, organisation_id: &str) -> Option<String> {
        let (mut prefix, mut own) = (String::new(), false);
        for part in &self.parts {
            match part {
                Segment::Literal(literal) => prefix.push_str(literal),
                Segment::Placeholder(Placeholder::OrganisationCode) => prefix.push_str(organisation_code),
                Segment::Placeholder(Placeholder::OrganisationId) => prefix.push_str(organisation_id),
                Segment::Placeholder(_) => break,
            }
            own |= matches!(part, Segment::Placeholder(_));
        }
        own.then_some(prefix)
    }

    /// The serial as wide as the pattern asks: `00009`.
    pub fn serial(&self, serial: u32) -> String {
        format!("{serial:0width$}", width = self.width)
    }

    /// What a number of this pattern was made from; none if it is of another.
    pub fn read<'n>(&self, number: &'n str) -> Option<Slots<'n>> {
        if let [Segment::Placeholder(first), tail @ ..] = &*self.parts
            && matches!(first, Placeholder::OrganisationCode | Placeholder::OrganisationId)
            && tail.iter().all(Segment::is_plain)
        {
            return self.read_tail(*first, tail, number);
        }
        let captures = self.reader.captures(number)?;
        let text = |placeholder: Placeholder| captures.name(group(placeholder)).map(|found| found.as_str());
        Some(Slots {
            organisation_code: text(Placeholder::OrganisationCode),
            organisation_id: text(Placeholder::OrganisationId),
            item_code: text(Placeholder::ItemCode),
            year: Some(text(Placeholder::Year)?.parse().ok()?),
            serial: Some(text(Placeholder::Serial)?.parse().ok()?),
        })
    }

    /// The same for a pattern of a body and then of nothing that may be anything, which is how nearly all are made: read from its end,
    /// as every line of the lock is in every run. The body takes as much as it can, so the serial as few digits as it must.
    fn read_tail<'n>(&self, body: Placeholder, tail: &[Segment], number: &'n str) -> Option<Slots<'n>> {
        let read = |digits: usize| {
            let mut slots = Slots::default();
            let mut rest = number;
            for part in tail.iter().rev() {
                rest = match part {
                    Segment::Literal(literal) => rest.strip_suffix(literal.as_str())?,
                    Segment::Placeholder(Placeholder::Year) => {
                        let (before, year) = last_digits(rest, 4)?;
                        slots.year = Some(year.parse().ok().filter(|it| (1900..2200).contains(it))?);
                        before
                    }
                    Segment::Placeholder(_) => {
                        let (before, serial) = last_digits(rest, digits)?;
                        slots.serial = Some(serial.parse().ok()?);
                        before
                    }
                };
            }
            if rest.is_empty() || rest.contains('\n') {
                return None;
            }
            match body {
                Placeholder::OrganisationCode => slots.organisation_code = Some(rest),
                _ => slots.organisation_id = Some(rest),
            }
            Some(slots)
        };
        (self.width..=MOST_DIGITS).find_map(read)
    }
}

impl Segment {
    /// Whether it tells where it ends: all but codes and ids.
    fn is_plain(&self) -> bool {
        matches!(self, Self::Literal(_) | Self::Placeholder(Placeholder::Year | Placeholder::Serial))
    }
}

/// So many digits a serial has at most.
const MOST_DIGITS: usize = 9;

/// The last `count` characters of `text`, where all are digits, and what stands before them.
fn last_digits(text: &str, count: usize) -> Option<(&str, &str)> {
    let (before, digits) = text.split_at_checked(text.len().checked_sub(count)?)?;
    digits.bytes().all(|it| it.is_ascii_digit()).then_some((before, digits))
}

impl Default for Template {
    fn default() -> Self {
        Self::parse(Self::DEFAULT).expect("the default pattern is a constant that a test reads")
    }
}

fn read_placeholder(placeholder: &str) -> Result<(Placeholder, Option<usize>), TemplateError> {
    let (typed, width) = placeholder.split_once(':').map_or((placeholder, None), |(name, width)| (name, Some(width)));
    let typed = typed.trim();
    let Some((_, placeholder)) = PLACEHOLDERS.iter().find(|(name, _)| *name == typed) else {
        let nearest = crate::vocabulary::nearest_of(PLACEHOLDERS.iter().map(|(name, _)| *name), typed, 0.5);
        return Err(TemplateError::UnknownHole { name: typed.to_owned(), nearest });
    };
    let width = match width {
        None => None,
        Some(width) => match width.trim().parse::<usize>() {
            Ok(n @ 1..=9) if *placeholder == Placeholder::Serial => Some(n),
            _ => return Err(TemplateError::Width(width.to_owned())),
        },
    };
    Ok((*placeholder, width))
}

fn name(placeholder: Placeholder) -> &'static str {
    PLACEHOLDERS.iter().find(|(_, known)| *known == placeholder).map_or("", |(name, _)| name)
}

fn group(placeholder: Placeholder) -> &'static str {
    match placeholder {
        Placeholder::OrganisationCode => "code",
        Placeholder::OrganisationId => "id",
        Placeholder::ItemCode => "item",
        Placeholder::Year => "year",
        Placeholder::Serial => "serial",
    }
}

/// Reads a number back. Codes take as much as they can, so that of `…2018` + `00001` the year and serial are the last nine digits.
fn reader(parts: &[Segment], width: usize) -> Option<Regex> {
    let part = |part: &Segment| match part {
        Segment::Literal(literal) => regex::escape(literal),
        Segment::Placeholder(Placeholder::Year) => "(?<year>(?:19|20|21)[0-9]{2})".to_owned(),
        Segment::Placeholder(Placeholder::Serial) => format!("(?<serial>[0-9]{{{width},{MOST_DIGITS}}})"),
        Segment::Placeholder(Placeholder::ItemCode) => "(?<item>.*)".to_owned(),
        Segment::Placeholder(placeholder) => format!("(?<{}>.+)", group(*placeholder)),
    };
    let pattern = format!("^{}$", parts.iter().map(part).collect::<String>());
    Regex::new(&pattern).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PARTS: Parts<'_> = Parts {
        organisation_code: "11441700007280420Y",
        organisation_id: "cyzsj",
        item_code: "0505",
        year: 2018,
        serial: 9,
    };

    #[test]
    fn numbers_are_made_and_read_back() {
        for (pattern, number) in [
            (Template::DEFAULT, "11441700007280420Y/2018-00009"),
            ("{organisation.id}-{item.code}-{year}-{serial:6}", "cyzsj-0505-2018-000009"),
            ("赣蓉〔{year}〕{serial}号", "赣蓉〔2018〕9号"),
            ("{organisation.code}{year}{serial:05}", "11441700007280420Y201800009"),
        ] {
            let template = Template::parse(pattern).unwrap();
            assert_eq!(template.render(&PARTS), number);
            let slots = template.read(number).unwrap();
            assert_eq!((slots.year, slots.serial), (Some(2018), Some(9)), "{pattern}");
        }
        let template = Template::default();
        assert_eq!(template.prefix("11441700007280420Y", "cyzsj").as_deref(), Some("11441700007280420Y/"));
        assert_eq!(Template::parse("{year}-{organisation.id}-{serial}").unwrap().prefix("1", "a"), None);
        assert_eq!(
            template.read("11441700007280420Y/2018-00009").unwrap().organisation_code,
            Some("11441700007280420Y")
        );
        assert_eq!(template.read("cyzsj/2018-123456").unwrap().serial, Some(123_456), "wider serials are read");
        for other in ["", "cyzsj/2018-0009", "cyzsj/0018-00009", "/2018-00009", "cyzsj/2018-00009a"] {
            assert_eq!(template.read(other), None, "{other}");
        }
        assert_eq!(template.serial(9), "00009");
    }

    #[test]
    fn wrong_patterns_are_told() {
        let error = |pattern: &str| Template::parse(pattern).map(|_| ()).unwrap_err();
        assert_eq!(error("{year}"), TemplateError::Missing("serial"));
        assert_eq!(error(""), TemplateError::Missing("year"));
        assert_eq!(error("{year}{serial"), TemplateError::Brace);
        assert_eq!(error("year}"), TemplateError::Brace);
        assert_eq!(error("{year}{year}"), TemplateError::Repeated("year"));
        assert_eq!(error("{serial:x}"), TemplateError::Width("x".into()));
        assert_eq!(error("{serial:50}"), TemplateError::Width("50".into()));
        assert_eq!(error("{year:4}"), TemplateError::Width("4".into()));
        assert_eq!(
            error("{organization.code}"),
            TemplateError::UnknownHole { name: "organization.code".into(), nearest: Some("organisation.code") }
        );
        assert!(error("{年份}").words(Lang::Zh).contains("{serial:05}"));
        assert_eq!(error("a\tb"), TemplateError::Unfit);
        assert!(error("{yaer}").words(Lang::En).contains("{year}"));
    }

    proptest! {
        #[test]
        fn no_pattern_breaks_it(pattern in "[{}a-z.:0-9年]{0,40}|.*") {
            if let Ok(template) = Template::parse(&pattern) {
                let slots = template.read(&template.render(&PARTS)).map(|slots| (slots.year.is_some(), slots.serial.is_some()));
                prop_assert_eq!(slots, Some((true, true)));
            }
        }

        #[test]
        fn from_its_end_a_number_reads_as_by_the_pattern(
            pattern in prop::sample::select(vec![
                Template::DEFAULT, "{organisation.id}{year}{serial:05}", "{organisation.code}{serial}{year}",
                "{organisation.id}〔{year}〕第{serial:2}号", "{organisation.code}0{serial}19{year}",
            ]),
            number in "[a\n0-29/号〔〕第-]{0,24}|a/(19|20|22)[0-9]{2}-[0-9]{0,11}|局?[0-9]{0,16}|局〔20[0-9]{2}〕第[0-9]{0,11}号",
        ) {
            let template = Template::parse(pattern).unwrap();
            let by_pattern = template.reader.captures(&number).map(|it| {
                let text = |group: &str| it.name(group).map(|it| it.as_str().to_owned());
                (text("code").or_else(|| text("id")), text("year").unwrap().parse().ok(), text("serial").unwrap().parse().ok())
            });
            let read = template.read(&number).map(|it| {
                (it.organisation_code.or(it.organisation_id).map(str::to_owned), it.year, it.serial)
            });
            prop_assert_eq!(read, by_pattern);
        }

        #[test]
        fn the_default_reads_what_it_makes(year in 1900_i32..2200, serial in 1_u32..999_999) {
            let template = Template::default();
            let number = template.render(&Parts { year, serial, ..PARTS });
            let slots = template.read(&number).unwrap();
            prop_assert_eq!((slots.year, slots.serial), (Some(year), Some(serial)));
        }
    }
}
