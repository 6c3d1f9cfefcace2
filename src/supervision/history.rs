//! What is kept of an inspection, a file a quarter: plain values that a later one is compared with.
//!
//! The file is JSON, one value a line and sorted, so that version control shows what changed. It holds no line numbers, no report
//! and nothing that another version of the program would word otherwise to no purpose. A later version of the program reads every
//! earlier one; what a later one wrote is refused, not guessed at.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    day::{Day, Period, YearPart},
    vocabulary::Text,
};

/// The version of the files that this program writes.
const VERSION: u32 = 1;

/// The state of a problem that was not there before.
pub const NEW: &str = "new";
/// Of one that was, and that nobody had mended.
pub const STANDING: &str = "standing";
/// Of one that had come back.
pub const AGAIN: &str = "again";
/// Of one that was explained.
pub const EXPLAINED: &str = "explained";

/// How many quarters back is looked: five years, for nobody mends what is older by a list.
const QUARTERS: usize = 20;

/// What was found in a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The quarter.
    pub quarter: Period,
    /// The day it was judged on.
    pub as_of: Day,
    /// How each organisation stood, by id.
    pub organisations: Vec<KeptFigures>,
    /// What was to be put right, sorted.
    pub problems: Vec<KeptProblem>,
}

/// How an organisation stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptFigures {
    pub organisation: String,
    pub items: usize,
    pub filled: usize,
    pub nil: usize,
    pub empty: usize,
    pub event: usize,
    pub entries: usize,
    /// Of the entries of the quarter that are judged by time.
    pub in_time: usize,
    pub late: usize,
    pub unsure: usize,
    /// Twice the median of their working days from making to publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_doubled: Option<u32>,
    pub problems: usize,
}

/// A problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptProblem {
    pub organisation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// The code of the rule.
    pub rule: String,
    pub name: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    pub about: String,
    /// What was wrong, in both tongues.
    pub zh: String,
    pub en: String,
    /// As `gongkai check --format json` has it.
    pub fingerprint: String,
    pub matter: String,
    /// The first quarter that it was found in.
    pub since: String,
    /// [`NEW`], [`STANDING`], [`AGAIN`] or [`EXPLAINED`].
    pub state: String,
}

impl KeptProblem {
    /// What of it this program would not have written.
    fn fault(&self) -> Option<Text> {
        let Self { since, state, .. } = self;
        if !since.parse::<Period>().is_ok_and(|it| matches!(it.part(), YearPart::Quarter(_))) {
            return Some(text! { zh: "since 写的“{since}”不是季度", en: "its `since`, `{since}`, is no quarter" });
        }
        let is_known = [NEW, STANDING, AGAIN, EXPLAINED].contains(&&**state);
        (!is_known)
            .then(|| text! { zh: "state 写的“{state}”不是存档里有的状态", en: "its `state`, `{state}`, is none" })
    }

    /// What was wrong.
    pub fn words(&self) -> Text {
        Text { zh: self.zh.clone(), en: self.en.clone() }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u32,
    kind: String,
    quarter: String,
    as_of: String,
    organisations: Vec<KeptFigures>,
    problems: Vec<KeptProblem>,
}

/// Just enough of a file to tell whose it is.
#[derive(Deserialize)]
struct Head {
    version: u32,
    kind: String,
}

/// Where the file of `quarter` lies, from the project's folder.
pub fn history_path(quarter: Period) -> String {
    format!("catalogue/history/{quarter}.json")
}

/// The quarters that may have been kept and count for a report of `quarter`: it first, for it may have been kept before, then those
/// before it.
pub fn quarters_of_history(quarter: Period) -> impl Iterator<Item = Period> {
    std::iter::successors(Some(quarter), |it| it.previous()).take(QUARTERS + 1)
}

impl Kept {
    /// Reads the file of `quarter`.
    ///
    /// # Errors
    ///
    /// Why it is none: it is damaged, of another quarter, or not ours.
    pub fn read(bytes: &[u8], quarter: Period) -> Result<Self, Text> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let damaged = |error: &serde_json::Error| {
            let line = error.line();
            if bytes.windows(8).any(|it| it == b"<<<<<<< ") {
                return text! { zh: "里面有版本合并时没有解决的冲突标记", en: "it has conflict markers of version control" };
            }
            text! { zh: "第 {line} 行读不懂，可能被改动过或者没有存完整", en: "line {line} cannot be read: it was changed, or saved in part" }
        };
        let head: Head = serde_json::from_slice(bytes).map_err(|it| damaged(&it))?;
        if head.kind != "inspection" {
            return Err(text! { zh: "它不是季度检查的存档", en: "it is no kept inspection" });
        }
        if head.version > VERSION {
            let version = head.version;
            return Err(text! {
                zh: "它是更新的版本写的（第 {version} 版），请升级本工具",
                en: "a later version of this program wrote it ({version}): update this one"
            });
        }
        let it: Document = serde_json::from_slice(bytes).map_err(|it| damaged(&it))?;
        let other = || {
            let named = &it.quarter;
            text! { zh: "文件名是 {quarter}，里面写的是 {named}", en: "its name says {quarter}, and it says {named}" }
        };
        let is_own = it.quarter.parse() == Ok(quarter) && matches!(quarter.part(), YearPart::Quarter(_));
        let as_of = it.as_of.parse().map_err(|_| {
            let day = &it.as_of;
            text! { zh: "as_of 写的“{day}”不是日期", en: "its `as_of`, `{day}`, is no day" }
        });
        if !is_own {
            return Err(other());
        }
        if let Some(why) = it.problems.iter().find_map(KeptProblem::fault) {
            return Err(why);
        }
        let mut seen = BTreeSet::new();
        if let Some(twice) = it.organisations.iter().find(|it| !seen.insert(&it.organisation)) {
            let id = &twice.organisation;
            return Err(text! { zh: "机构“{id}”的数字写了两次", en: "the figures of `{id}` stand twice" });
        }
        Ok(Self { quarter, as_of: as_of?, organisations: it.organisations, problems: it.problems })
    }

    /// The bytes of its file.
    pub fn bytes(&self) -> Vec<u8> {
        let (organisations, problems) = (lines(&self.organisations), lines(&self.problems));
        format!(
            "{{\n\"version\": {VERSION},\n\"kind\": \"inspection\",\n\"quarter\": \"{}\",\n\"as_of\": \"{}\",\n\"organisations\": {organisations},\n\"problems\": {problems}\n}}\n",
            self.quarter, self.as_of
        )
        .into_bytes()
    }

    /// Whether `other` says the same of the quarter, on whatever day.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { quarter, as_of: _, organisations, problems } = self;
        *quarter == other.quarter && *organisations == other.organisations && *problems == other.problems
    }
}

/// A list of values, one a line.
fn lines<T: Serialize>(values: &[T]) -> String {
    let line = |it: &T| serde_json::to_string(it).expect("texts and numbers always serialise");
    let lines: Vec<String> = values.iter().map(line).collect();
    if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", lines.join(",\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Kept {
        let problem = KeptProblem {
            organisation: "cyzsj".into(),
            office: String::new(),
            rule: "GK0401".into(),
            name: "late-publication".into(),
            label: "逾期公开".into(),
            file: "content/a.md".into(),
            about: "entry:X/2018-00001".into(),
            zh: "晚了“3”天".into(),
            en: "late".into(),
            fingerprint: "0".repeat(32),
            matter: "1".repeat(32),
            since: "2018Q2".into(),
            state: "standing".into(),
        };
        let figures = KeptFigures { organisation: "cyzsj".into(), items: 3, ..KeptFigures::default() };
        Kept {
            quarter: "2018Q3".parse().unwrap(),
            as_of: "2018-10-10".parse().unwrap(),
            organisations: vec![figures],
            problems: vec![problem],
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let bytes = kept().bytes();
        assert_eq!(Kept::read(&bytes, kept().quarter), Ok(kept()));
        assert_eq!(String::from_utf8_lossy(&bytes).lines().count(), 12, "a value a line");
        let empty = Kept { organisations: Vec::new(), problems: Vec::new(), ..kept() };
        assert_eq!(Kept::read(&empty.bytes(), kept().quarter), Ok(empty));
    }

    #[test]
    fn what_is_none_is_refused_with_a_reason() {
        let text = String::from_utf8(kept().bytes()).unwrap();
        let why = |text: &str| Kept::read(text.as_bytes(), kept().quarter).unwrap_err().zh;
        assert!(why("").contains("读不懂"));
        assert!(why(&text[..text.len() / 2]).contains("读不懂"));
        assert!(why(&text.replace("\"version\": 1", "\"version\": 2")).contains("升级"));
        assert!(why(&text.replace("inspection", "other")).contains("不是季度检查"));
        assert!(why(&text.replace("2018Q3", "2018Q4")).contains("2018Q4"));
        assert!(why(&text.replace("2018-10-10", "2018-13-10")).contains("不是日期"));
        assert!(why(&format!("<<<<<<< HEAD\n{text}")).contains("冲突"));
        assert!(why("[]").contains("读不懂"));
        assert!(why(&text.replace("2018Q2", "2030Q9")).contains("不是季度"));
        assert!(why(&text.replace("\"standing\"", "\"weird\"")).contains("weird"));
        let twice = Kept { organisations: [kept().organisations, kept().organisations].concat(), ..kept() };
        assert!(why(&String::from_utf8(twice.bytes()).unwrap()).contains("两次"));
    }
}
