//! `required_version` of `[site]`: which versions of the program may judge a project.
//!
//! Conditions are set apart by commas and all must hold: `>=1.2`, `>=0.1, <1`. Each is `>=`, `>`, `<=`, `<` or `=` and one to three numbers;
//! numbers that are not written are none, so that `>=1` means 1.0.0 and later.

use crate::{
    diagnostic::{Edit, Findings},
    record::{Record, schema},
    source::Span,
    syntax::WRONG_TYPE,
    vocabulary::Text,
};

/// A version: three numbers.
type Version = [u32; 3];

/// What the site requires and this program does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// As written.
    pub wanted: String,
    /// Where.
    pub span: Span,
}

impl Unmet {
    /// What is wrong, in words.
    pub fn words(&self) -> Text {
        let (wanted, own) = (&self.wanted, env!("CARGO_PKG_VERSION"));
        text! {
            zh: "本项目要求 gongkai {wanted}，现在用的是 {own}：换用合适的版本，或改 [site] 的 required_version",
            en: "this project wants gongkai {wanted}; this is {own}: use another version, or change `required_version` of [site]",
        }
    }
}

/// What `site` requires and this program does not meet; what is no requirement is told (0005).
pub(super) fn unmet(site: &Record<schema::Site>, findings: &mut Findings) -> Option<Unmet> {
    let wanted = site.get(schema::Site::REQUIRED_VERSION)?;
    let span = site.span_of(schema::Site::REQUIRED_VERSION);
    match is_met(wanted, own()) {
        Some(true) => None,
        Some(false) => Some(Unmet { wanted: wanted.to_owned(), span }),
        None => {
            let near = meant(wanted);
            let finding = findings
                .raise(
                    &WRONG_TYPE,
                    span,
                    text! { zh: "“{wanted}”不是对版本的要求", en: "`{wanted}` is no requirement of a version" },
                )
                .help(text! {
                    zh: "写成 required_version = \">=0.1\" 这样：>= 后面是版本号；几个条件之间用英文逗号分开",
                    en: "write it like `required_version = \">=0.1\"`: a version after >=; several conditions with commas between"
                });
            if let Some(near) = near {
                finding
                    .help(
                        text! { zh: "改为：required_version = \"{near}\"", en: "write: required_version = \"{near}\"" },
                    )
                    .fix([Edit::guess(span, &near)]);
            }
            None
        }
    }
}

fn own() -> Version {
    version(env!("CARGO_PKG_VERSION").split('-').next().unwrap_or_default()).unwrap_or_default()
}

/// Whether `own` meets all of `wanted`; none where that is no requirement.
fn is_met(wanted: &str, own: Version) -> Option<bool> {
    let mut met = true;
    for one in wanted.split(',') {
        let one = one.trim();
        let (sign, typed) = one.split_at(one.find(|it: char| !"<>=".contains(it))?);
        let other = version(typed.trim())?;
        met &= match sign {
            ">=" => own >= other,
            ">" => own > other,
            "<=" => own <= other,
            "<" => own < other,
            "=" | "==" => own == other,
            _ => return None,
        };
    }
    Some(met)
}

/// `1`, `1.2`, `1.2.3`.
fn version(typed: &str) -> Option<Version> {
    let mut version = [0; 3];
    for (at, part) in typed.split('.').enumerate() {
        let digits = !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        *version.get_mut(at)? = digits.then(|| part.parse().ok()).flatten()?;
    }
    Some(version)
}

/// The requirement that was probably meant: signs as Chinese keyboards have them, a version alone.
fn meant(typed: &str) -> Option<String> {
    let narrow: String = typed
        .chars()
        .map(|it| match it {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
            '。' => '.',
            '、' => ',',
            _ => it,
        })
        .collect();
    let narrow = narrow.replace('≥', ">=").replace('≤', "<=").replace("=>", ">=").replace(['v', 'V', '^', '~'], "");
    let narrow = narrow.trim().to_owned();
    let alone = version(&narrow).map(|_| format!(">={narrow}"));
    alone.or_else(|| is_met(&narrow, own()).map(|_| narrow))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_are_met_or_not_or_none() {
        for (wanted, own, met) in [
            (">=0.1", [0, 1, 0], true),
            (">=1", [0, 1, 0], false),
            (">= 0.1.0", [0, 1, 0], true),
            (">=0.1.1", [0, 1, 0], false),
            (">=0.1, <1", [0, 9, 9], true),
            (">=0.1,<1", [1, 0, 0], false),
            ("=0.10", [0, 10, 0], true),
            (">0.9", [0, 10, 0], true),
            ("<=0.2", [0, 2, 1], false),
        ] {
            assert_eq!(is_met(wanted, own), Some(met), "{wanted} {own:?}");
        }
        for wanted in [
            "",
            " ",
            "1",
            "latest",
            ">=",
            ">=1.2.3.4",
            ">=1.",
            ">=-1",
            "^1",
            ">=1,",
            "<>1",
            "=>1",
            ">=99999999999",
            "≥1",
        ] {
            assert_eq!(is_met(wanted, [0, 1, 0]), None, "{wanted}");
        }
    }

    #[test]
    fn slips_are_offered_what_is_meant() {
        for (typed, near) in [
            ("0.1", ">=0.1"),
            ("≥0.1", ">=0.1"),
            ("＞＝0.1", ">=0.1"),
            ("v1.2", ">=1.2"),
            ("=>1", ">=1"),
            ("^1", ">=1"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(near), "{typed}");
        }
        assert_eq!(meant("latest"), None);
    }
}
