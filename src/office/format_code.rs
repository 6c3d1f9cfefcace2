//! The code of a cell's number format, read into sections and parts (ECMA-376, 18.8.31).

use super::numeral::Numerals;

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters shown as they are.
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+`, `E-`.
    Exponent,
    /// The number as typed.
    General,
    /// `@`: the text, or the number as typed.
    Text,
    /// A run of one of y, m, d, h, s, a (the day of the week).
    Time(char, usize),
    /// Hours or minutes that do not begin anew: `[h]`.
    Elapsed(char),
    /// AM/PM.
    Half,
}

/// A section of a format: how numbers of one kind look.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub parts: Vec<Part>,
    /// The numbers it is for: `[>=60]`.
    when: Option<(String, f64)>,
    /// Chinese numerals: `[DBNum1]`.
    pub numerals: Option<Numerals>,
}

/// The sections of `code`.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let here = rest;
        let after = &here[letter.len_utf8()..];
        let Some(section) = sections.last_mut() else { break };
        let parts = &mut section.parts;
        rest = after;
        let mut take = |part, left| {
            parts.push(part);
            rest = left;
        };
        match letter {
            ';' => sections.push(Section::default()),
            '"' => {
                let (quoted, left) = after.split_once('"').unwrap_or((after, ""));
                rest = left;
                literal(parts, quoted);
            }
            '\\' | '!' | '_' | '*' => {
                let (next, left) = after.split_at(after.chars().next().map_or(0, char::len_utf8));
                rest = left;
                literal(parts, if matches!(letter, '\\' | '!') { next } else { "" });
            }
            '[' => {
                let (inside, left) = after.split_once(']').unwrap_or((after, ""));
                rest = left;
                section.bracketed(inside);
            }
            _ if let Some(left) = one_of(here, &["General", "G/通用格式"]) => take(Part::General, left),
            _ if let Some(left) = one_of(here, &["AM/PM", "am/pm", "A/P", "上午/下午"]) => {
                take(Part::Half, left);
            }
            _ if let Some(left) = one_of(here, &["E+", "E-", "e+", "e-"]) => take(Part::Exponent, left),
            _ if here.starts_with("aaa") => {
                let left = here.trim_start_matches('a');
                take(Part::Time('a', here.len() - left.len()), left);
            }
            '@' => parts.push(Part::Text),
            '0' | '#' | '?' => parts.push(Part::Digit(letter)),
            '.' => parts.push(Part::Point),
            ',' => parts.push(Part::Comma),
            '%' => parts.push(Part::Percent),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let unit = letter.to_ascii_lowercase();
                let left = here.trim_start_matches([unit, unit.to_ascii_uppercase()]);
                take(Part::Time(unit, here.len() - left.len()), left);
            }
            // The year, where the calendar has no eras.
            'e' => parts.push(Part::Time('y', 4)),
            _ => literal(parts, &here[..letter.len_utf8()]),
        }
    }
    sections
}

impl Section {
    /// What stands in square brackets: time that does not begin anew, a currency sign with a language, a condition, Chinese numerals; colours are
    /// passed over.
    fn bracketed(&mut self, inside: &str) {
        let unit = inside.chars().next().map_or(' ', |it| it.to_ascii_lowercase());
        if matches!(unit, 'h' | 'm' | 's') && inside.chars().all(|it| it.eq_ignore_ascii_case(&unit)) {
            self.parts.push(Part::Elapsed(unit));
        } else if let Some(sign) = inside.strip_prefix('$') {
            literal(&mut self.parts, sign.split('-').next().unwrap_or_default());
        } else if let Some(numerals) = Numerals::named(inside) {
            self.numerals = Some(numerals);
        } else if inside.starts_with(['<', '>', '=']) {
            let sign = inside.trim_end_matches(|it: char| !matches!(it, '<' | '>' | '='));
            let sign = &inside[..inside.find(|it: char| !matches!(it, '<' | '>' | '=')).unwrap_or(sign.len())];
            self.when = inside[sign.len()..].trim().parse().ok().map(|bound| (sign.to_owned(), bound));
        }
    }

    /// Whether its condition holds for `number`; none where it has none.
    pub(super) fn holds(&self, number: f64) -> Option<bool> {
        let (sign, bound) = self.when.as_ref()?;
        Some(match sign.as_str() {
            "<" => number < *bound,
            "<=" => number <= *bound,
            ">" => number > *bound,
            ">=" => number >= *bound,
            "<>" => (number - bound).abs() > f64::EPSILON,
            _ => (number - bound).abs() <= f64::EPSILON,
        })
    }
}

fn literal(parts: &mut Vec<Part>, text: &str) {
    if let Some(Part::Literal(before)) = parts.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        parts.push(Part::Literal(text.to_owned()));
    }
}

fn one_of<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}
