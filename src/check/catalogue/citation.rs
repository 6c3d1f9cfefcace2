//! A citation (公开依据) taken apart: titles in book marks, and what stands in brackets after each.

use super::local_law::{LocalLaw, Unfit};
use crate::{
    day::Day,
    diagnostic::{Law, Rank, laws},
    number::CitedNumber,
};

/// One text cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Citation<'a> {
    /// The title without its marks.
    pub title: &'a str,
    /// What stands in brackets after the title: number, version, source; empty where nothing does.
    pub note: &'a str,
    /// What follows without brackets, up to a mark: `省政府令第191号第三条`.
    tail: &'a str,
}

/// Why a text can't be cited on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt<'a> {
    /// It was replaced; its last day in force.
    Lapsed(&'static Law),
    /// It was not yet in force.
    NotYet(&'static Law),
    /// The year of its number is still to come.
    Future(i32),
    /// A local text can't be cited so.
    Local(Unfit<'a>),
}

/// The texts that `text` cites, in order.
pub(super) fn citations(text: &str) -> Vec<Citation<'_>> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('《') {
        let inner = &rest[open + '《'.len_utf8()..];
        let Some(close) = closing(inner) else { break };
        let after = &inner[close + '》'.len_utf8()..];
        let (note, next) = bracketed(after).unwrap_or(("", after));
        let tail = next.split(['、', '，', ',', '；', ';', '。', '《', '\n']).next().unwrap_or_default();
        all.push(Citation { title: &inner[..close], note, tail });
        rest = next;
    }
    all
}

/// Where the 》 stands that closes a title already opened; titles within titles are often marked 《》 too.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// What stands in the brackets that `text` begins with, and what follows them.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(['（', '('])?;
    // Numbers within have brackets of their own: (国人口发(2007)78号).
    let mut depth = 1;
    let outer = inner.char_indices().find_map(|(at, letter)| {
        match letter {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    });
    let close = outer.or_else(|| inner.find(['）', ')']))?;
    let next = inner[close..].char_indices().nth(1).map_or("", |(at, _)| &inner[close + at..]);
    Some((&inner[..close], next))
}

/// Whether a law or regulation other than those that set the general periods is cited.
pub(super) fn is_special_law(text: &str) -> bool {
    citations(text).iter().any(|it| {
        (it.title.ends_with('法') || it.title.ends_with("条例"))
            && !it.title.ends_with("政府信息公开条例")
            && !it.title.ends_with("预算法")
    })
}

impl<'a> Citation<'a> {
    /// Why this text can't be cited on `day`, as far as it says which version it means; `local` are the texts that the project
    /// declares besides.
    pub fn doubt(&self, day: Day, local: &'a [LocalLaw<'a>]) -> Option<Doubt<'a>> {
        if let Some(law) = laws::ALL.iter().find(|law| self.means(law))
            && !law.in_force(day)
        {
            let lapsed = law.until.is_some_and(|until| until < day.ymd());
            // Of documents only the year is surely known.
            return match law.rank {
                _ if lapsed => Some(Doubt::Lapsed(law)),
                Rank::Law | Rank::Regulation => Some(Doubt::NotYet(law)),
                Rank::Document | Rank::Standard => future(self.note, day),
            };
        }
        match LocalLaw::judge(local, (self.title, self.note), &self.numbers(), day) {
            Some(judged) => judged.err().map(Doubt::Local),
            None => future(self.note, day),
        }
    }

    /// The numbers that it gives, in brackets or after them.
    pub fn numbers(&self) -> Vec<CitedNumber<'a>> {
        let inside = CitedNumber::all(self.note);
        if inside.is_empty() { CitedNumber::all(self.tail) } else { inside }
    }

    /// Whether `law` is meant, in just this version.
    fn means(&self, law: &Law) -> bool {
        if !law.number.is_empty() && (self.note.contains(law.number) || self.says_decree(law.number)) {
            return true;
        }
        let (core, version) = split(law.title.zh);
        if plain(self.title) != plain(core) {
            return false;
        }
        // A title without a version means a text of which there is only one.
        let year = version.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
        match year {
            None => law.rank <= Rank::Regulation && self.note.is_empty(),
            Some(year) => self.note.contains(year),
        }
    }

    /// `第492号` is enough of `国务院令第492号`.
    fn says_decree(&self, number: &str) -> bool {
        number.strip_prefix("国务院令").is_some_and(|short| self.note.contains(short))
    }
}

/// The year of a number in `note` that is after `day`.
fn future(note: &str, day: Day) -> Option<Doubt<'static>> {
    let years = note.match_indices(['〔', '[', '【', '［', '(', '（']).filter_map(|(at, mark)| {
        let digits = note[at + mark.len()..].get(..4)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i32>().ok())?
    });
    years.filter(|&year| year > day.year() && year < 2200).max().map(Doubt::Future)
}

/// A title of the table of laws: the title proper, and what tells its version.
fn split(title: &str) -> (&str, &str) {
    let inner = title.strip_prefix('《').unwrap_or(title);
    match inner.rsplit_once('》') {
        Some((core, version)) => (core, version.trim_matches(['（', '）'])),
        None => (inner, ""),
    }
}

fn plain(title: &str) -> &str {
    title.strip_prefix("中华人民共和国").unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compliance::builder::{Fields, list},
        record::{Record, Value, schema},
    };

    fn doubt(text: &'static str, day: &str) -> Option<Doubt<'static>> {
        citations(text).iter().find_map(|it| it.doubt(day.parse().unwrap(), &[]))
    }

    #[test]
    fn titles_and_notes_are_taken_apart() {
        let cited = |text| citations(text).iter().map(|it| (it.title, it.note)).collect::<Vec<_>>();
        assert_eq!(
            cited("《行政许可法》第四十条、《通知》（发改电〔2015〕557号）"),
            [("行政许可法", ""), ("通知", "发改电〔2015〕557号")]
        );
        assert_eq!(cited("《转发《甲》的通知》(赣府字〔2018〕1号)第一条"), [("转发《甲》的通知", "赣府字〔2018〕1号")]);
        assert_eq!(cited("《甲通知》(国人口发(2007)78号)第一条"), [("甲通知", "国人口发(2007)78号")]);
        assert!(cited("没有书名号").is_empty());
        assert!(cited("《没有关上").is_empty());
    }

    #[test]
    fn versions_that_are_said_are_judged_by_the_day() {
        let old = "《中华人民共和国政府信息公开条例》（国务院令第492号）第十条";
        assert_eq!(doubt(old, "2018-12-31"), None);
        assert_eq!(doubt(old, "2019-05-15"), Some(Doubt::Lapsed(&laws::REGULATIONS_2008)));
        let new = "《政府信息公开条例》（2019年修订）第二十条第十项";
        assert_eq!(doubt(new, "2018-12-31"), Some(Doubt::NotYet(&laws::REGULATIONS_2019)));
        assert_eq!(doubt(new, "2019-05-15"), None);
        assert_eq!(doubt("《政府信息公开条例》第二十条第十项", "2018-12-31"), None, "it does not say which version");
    }

    #[test]
    fn texts_still_to_come_are_told() {
        assert_eq!(doubt("《优化营商环境条例》第三条", "2018-12-31"), Some(Doubt::NotYet(&laws::BUSINESS)));
        assert_eq!(doubt("《优化营商环境条例》第三条", "2020-01-01"), None);
        assert_eq!(doubt("《指导意见》（国办发〔2019〕54号）", "2018-12-31"), Some(Doubt::Future(2019)));
        assert_eq!(doubt("《通知》（国办发〔2018〕37号）", "2018-06-30"), None, "only its year is surely known");
    }

    fn law(title: &str, numbers: &[&str], from: &str, until: &str) -> Record<schema::Law> {
        let mut fields = Fields::new().with(schema::Law::TITLE, Value::Text(title));
        fields = fields.with(schema::Law::NUMBER, list(numbers.iter().map(|it| Value::Text(it)).collect()));
        for (key, day) in [(schema::Law::FROM, from), (schema::Law::UNTIL, until)] {
            if let Ok(day) = day.parse() {
                fields = fields.with(key, Value::Day(day));
            }
        }
        fields.record()
    }

    /// What is doubted in `text` on 2018-12-31: `-` nothing, `o` lapsed, `y` not yet, `n` another number, `?` not known.
    fn judged(records: &[Record<schema::Law>], text: &str) -> String {
        let local: Vec<LocalLaw<'_>> = records.iter().map(LocalLaw::new).collect();
        let day = "2018-12-31".parse().unwrap();
        let judge = |it: &Citation<'_>| match LocalLaw::judge(&local, (it.title, it.note), &it.numbers(), day) {
            None => '?',
            Some(Ok(())) => '-',
            Some(Err(Unfit::Lapsed(_))) => 'o',
            Some(Err(Unfit::NotYet(_))) => 'y',
            Some(Err(Unfit::OtherNumber(..))) => 'n',
        };
        citations(text).iter().map(judge).collect()
    }

    #[test]
    fn a_citation_means_the_version_that_it_names() {
        let records = [
            law("江西省政府信息公开规定", &["江西省人民政府令第210号"], "2010-03-01", "2016-12-31"),
            law(
                "《江西省政府信息公开规定》",
                &["江西省人民政府令第225号", "江西省人民政府令第240号"],
                "2017-01-01",
                "",
            ),
            law("某市城市管理条例", &["某市人大常委会公告第12号"], "2019-03-01", ""),
            law("某市〈物业管理条例〉实施办法", &["某府发〔2011〕8号"], "2011-05-01", "2016-04-30"),
            law("某市数据条例", &[], "", ""),
        ];
        for (text, said) in [
            ("《江西省政府信息公开规定》第八条", "-"),
            ("《江西省政府信息公开规定》（省政府令第225号）", "-"),
            ("《江西省政府信息公开规定》（江西省人民政府第240号令）", "-"),
            ("《江西省政府信息公开规定》省政府令第225号第三条", "-"),
            ("《江西省政府信息公开规定》（省政府令第210号）", "o"),
            ("《江西省政府信息公开规定》（省政府令第252号）", "n"),
            ("《江西省政府信息公开规定》（2010年施行）", "o"),
            ("《江西省政府信息公开规定》（2024年修订）", "?"),
            ("《江西省政府信息公开规定(2017修正)》", "-"),
            ("《江西省政府信息公开规定》（赣府发〔2016〕50号）", "-"),
            ("《某市城市管理条例》第二十条", "y"),
            ("《某市城市管理条例》（2019年2月1日某市人大常委会公告第12号公布）", "y"),
            ("《某市《物业管理条例》实施办法》（某府发（2011）8号）", "o"),
            ("《某市数据条例》", "-"),
            ("《某市其他条例》（某府发〔2011〕8号）", "?"),
        ] {
            assert_eq!(judged(&records, text), said, "{text}");
        }
    }

    #[test]
    fn only_another_law_can_set_another_period() {
        assert!(!is_special_law("《中华人民共和国政府信息公开条例》第十八条"));
        assert!(!is_special_law("《中华人民共和国预算法》第十四条"));
        assert!(!is_special_law("《某区通知》（某府发〔2018〕1号）"));
        assert!(is_special_law("《中华人民共和国统计法》第二十六条"));
    }
}
