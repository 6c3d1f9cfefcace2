//! 0321: what the text says of itself and the front matter says otherwise.

use std::ops::Range;

use super::{force, number, sign_off, term};
use crate::{
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_6, REGULATIONS_2019_6},
    },
    number::{DocumentNumber, document::Form},
    record::{Key, ValueType, schema},
    scan::Subject,
    source::Span,
    vocabulary::{Origin, Text, Words},
};

pub static CONTRADICTED_BY_TEXT: Rule = Rule {
    code: "GK0321",
    name: "contradicted-by-text",
    label: "与正文不符",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_6, REGULATIONS_2019_6],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "填写的日期、文号与正文写的不一样", en: "a day or a number that the text itself says otherwise" },
    why: words! {
        zh: "页面上方的日期、文号取自填写的各项，正文在下面；两处不一样，群众不知道该信哪个，是否按时公开、是否还有效也会算错。多半是照别的条目改写时漏改。",
        en: "The page shows what the front matter says above the text. Where they differ readers are at a loss, and whether it came in time and is still in force is reckoned wrongly. Mostly it was copied from another entry and not changed.",
    },
    mend: words! {
        zh: "对照原件，哪一处写错改哪一处：填写的不对，改填写的；正文录错，改正文。",
        en: "Compare both with the original and correct the one that is wrong.",
    },
    example: Example {
        bad: r#"--> content/2018/征求意见.md
title = "关于征求《管理办法（征求意见稿）》意见的公告"
kind = "consultation"
opens = 2018-06-20
closes = 2018-07-30
+++
现公开征求意见，请于2018年8月15日前反馈。
"#,
        good: "--> content/2018/征求意见.md\ncloses = 2018-08-15\n",
    },
};

/// Looks at an entry. What it took over from others is as they printed it.
pub(in crate::scan) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.record.get(schema::Entry::ORIGIN).is_some_and(|it| it != Origin::Own) {
        return;
    }
    let (start, body) = subject.body_text();
    let look = Look { subject, start, body };
    look.made(findings);
    look.number(findings);
    look.force(findings);
    look.term(findings);
}

struct Look<'a> {
    subject: &'a Subject<'a>,
    /// Where the text begins in its file.
    start: usize,
    body: &'a str,
}

impl Look<'_> {
    fn made(&self, findings: &mut Findings) {
        let record = self.subject.record;
        let Some(made) = record.get(schema::Entry::MADE) else { return };
        let Some((place, day)) = sign_off::sign_off(self.body) else { return };
        // An answer is signed when it is given, and what is put up is often signed that day.
        let others = [record.get(schema::Entry::ANSWERED).map(|it| it.day), self.subject.day.filter(|it| made < *it)];
        if day != made && !others.contains(&Some(day)) && !sign_off::has_lone(self.body, made) {
            let name = words! { zh: "成文日期", en: "the day it was made" };
            let said = text! { zh: "落款写的是 {day}", en: "{day} below the signature" };
            self.day(schema::Entry::MADE, (name, made), (place, day), said, findings);
        }
    }

    fn number(&self, findings: &mut Findings) {
        let Some(typed) = self.subject.record.get(schema::Entry::NUMBER) else { return };
        let Ok(Form::Standard(number)) = DocumentNumber::parse(typed) else { return };
        let Some((place, above)) = number::number_above(self.body).filter(|it| it.1 != number) else { return };
        let message = text! { zh: "文号填的是 {typed}，正文写的是 {above}", en: "the number is {typed} here and {above} in the text" };
        self.tell(schema::Entry::NUMBER, message, &place, &format!("\"{above}\""), findings);
    }

    fn force(&self, findings: &mut Findings) {
        let record = self.subject.record;
        let (effective, expires) = (record.get(schema::Entry::EFFECTIVE), record.get(schema::Entry::EXPIRES));
        if effective.is_none() && expires.is_none() {
            return;
        }
        // What was revised keeps the day of its first text.
        let title = record.get(schema::Entry::TITLE).unwrap_or_default();
        if record.has(schema::Entry::REVISED) || ["修订", "修正", "修改"].iter().any(|it| title.contains(it)) {
            return;
        }
        let said = force::force(self.body);
        let otherwise = |days: &[(Range<usize>, Day)], day: Day| match days {
            [first, ..] if !days.iter().any(|it| it.1 == day) => Some(first.clone()),
            _ => None,
        };
        if let Some(effective) = effective
            && let Some((place, day)) = otherwise(&said.from, effective)
        {
            let name = words! { zh: "施行日期", en: "the day it takes effect" };
            self.day(schema::Entry::EFFECTIVE, (name, effective), (place, day), in_text(day), findings);
        }
        let Some(expires) = expires else { return };
        let name = words! { zh: "有效期的最后一天", en: "the last day it is in force" };
        if let Some((place, day)) = otherwise(&said.until, expires) {
            self.day(schema::Entry::EXPIRES, (name, expires), (place, day), in_text(day), findings);
        } else if said.until.is_empty()
            && let [(place, years)] = &said.years[..]
        {
            // The text's own day goes before those of the front matter, and these before none.
            let from = match said.from.first() {
                Some(first) => [Some(first.1), None, None],
                None => [effective, record.get(schema::Entry::MADE), self.subject.day],
            };
            let ends = || from.iter().flatten().map(|it| it.plus_months(years * 12));
            if !ends().any(|it| it == expires || it.plus(-1) == expires)
                && let Some(day) = ends().next().map(|it| it.plus(-1))
            {
                let said =
                    text! { zh: "正文写的是 {years} 年，到 {day}", en: "{years} years in the text, until {day}" };
                self.day(schema::Entry::EXPIRES, (name, expires), (place.clone(), day), said, findings);
            }
        }
    }

    fn term(&self, findings: &mut Findings) {
        let record = self.subject.record;
        let Some(closes) = record.get(schema::Entry::CLOSES) else { return };
        let (terms, lengths) = term::terms(self.body);
        let ends = |it: &term::Term| it.closes.near(closes);
        let fits = |it: &term::Term| ends(it).is_some_and(|day| day == closes || it.before && day.plus(-1) == closes);
        let fit = terms.iter().any(fits);
        if !fit && let Some((place, day)) = terms.iter().find_map(|it| Some((it.closes.range.clone(), ends(it)?))) {
            let name = words! { zh: "截止日期", en: "the last day" };
            self.day(schema::Entry::CLOSES, (name, closes), (place, day), in_text(day), findings);
            return;
        }
        let Some(opens) = record.get(schema::Entry::OPENS).or(self.subject.day) else { return };
        let begin = |it: &term::Term| it.opens.as_ref().and_then(|it| Some((it.range.clone(), it.near(opens)?)));
        let begins: Vec<_> = terms.iter().filter(|it| fits(it)).filter_map(begin).collect();
        match (&begins[..], &lengths[..]) {
            ([first, ..], _) if record.has(schema::Entry::OPENS) && !begins.iter().any(|it| it.1 == opens) => {
                let name = words! { zh: "开始日期", en: "the first day" };
                self.day(schema::Entry::OPENS, (name, opens), first.clone(), in_text(first.1), findings);
            }
            (_, [length, ..]) if !fit => self.length(opens, closes, length, findings),
            _ => {}
        }
    }

    /// Tells a term that is shorter, however it is counted, than the text promises.
    fn length(&self, opens: Day, closes: Day, length: &term::Length, findings: &mut Findings) {
        let (days, said) = (closes.days_since(opens) + 1, length.days);
        if days >= said || days < 1 {
            return;
        }
        let at = self.subject.record.span_of(schema::Entry::CLOSES);
        let (unit, unit_en) = if length.working { ("个工作日", "working days") } else { ("天", "days") };
        let finding = findings.raise(
            &CONTRADICTED_BY_TEXT,
            at,
            text! {
                zh: "截止日期填的是 {closes}，从 {opens} 算起只有 {days} 天，正文写的是 {said} {unit}",
                en: "the last day is {closes}, only {days} days from {opens} on, and the text says {said} {unit_en}",
            },
        );
        finding
            .label(text! { zh: "填写的", en: "in the front matter" })
            .mark(self.span(&length.range), text! { zh: "正文写的", en: "in the text" })
            .key("closes")
            .on = self.subject.day;
        if length.working {
            finding.fix([Edit::new(at, format!("〔第 {said} 个工作日的日期〕"), false)]).help(text! {
                zh: "对照原件：正文对的，改成 closes = 〔第 {said} 个工作日的日期〕；填写对的，改正文里的天数",
                en: "compare with the original: if the text is right set closes = 〔working day {said}〕; if not, correct the text",
            });
        } else {
            // The day on which it begins does not count.
            let last = opens.plus(said);
            finding.fix([Edit::new(at, last.to_string(), false)]).help(text! {
                zh: "对照原件：正文对的，改成 closes = {last}；填写对的，改正文里的天数",
                en: "compare with the original: if the text is right set closes = {last}; if not, correct the text",
            });
        }
    }

    /// Tells that `key`, called `name`, has the day `typed` where the text at `place` has `day`, in the words `said`.
    fn day(
        &self,
        key: Key<schema::Entry, Day>,
        (name, typed): (Words, Day),
        (place, day): (Range<usize>, Day),
        said: Text,
        findings: &mut Findings,
    ) {
        let (name_zh, name_en, said_zh, said_en) = (name.zh, name.en, said.zh, said.en);
        let message = text! { zh: "{name_zh}填的是 {typed}，{said_zh}", en: "{name_en} is {typed} here and {said_en}" };
        self.tell(key, message, &place, &day.to_string(), findings);
    }

    /// Tells what `message` says of `key`, which the text at `place` has as `value`, in TOML.
    fn tell<V: ValueType>(
        &self,
        key: Key<schema::Entry, V>,
        message: Text,
        place: &Range<usize>,
        value: &str,
        findings: &mut Findings,
    ) {
        let at = self.subject.record.span_of(key);
        let name = key.name;
        findings
            .raise(&CONTRADICTED_BY_TEXT, at, message)
            .label(text! { zh: "填写的", en: "in the front matter" })
            .mark(self.span(place), text! { zh: "正文写的", en: "in the text" })
            .help(text! {
                zh: "对照原件：正文对的，改成 {name} = {value}；填写对的，改正文",
                en: "compare with the original: if the text is right set {name} = {value}; if not, correct the text",
            })
            .fix([Edit::new(at, value, false)])
            .key(name)
            .on = self.subject.day;
    }

    fn span(&self, place: &Range<usize>) -> Span {
        Span::new(self.subject.file, self.start + place.start..self.start + place.end)
    }
}

/// What the text says, a day.
fn in_text(day: Day) -> Text {
    text! { zh: "正文写的是 {day}", en: "{day} in the text" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    /// What is told of an entry with these keys and this text.
    fn told(head: &str, body: &str) -> Vec<String> {
        let text = format!("+++\ntitle = \"关于某事的公告\"\n{head}\n+++\n{body}");
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&Subject::new(&document, "content/a.md", &text), &mut findings);
        findings.iter().map(|it| it.message.zh.clone()).collect()
    }

    const SIGNED: &str = "特此公告。\n\n示例县水利局\n\n2018年6月20日\n";

    #[test]
    fn the_day_below_the_signature_is_the_day_it_was_made() {
        assert_eq!(told("made = 2018-06-11", SIGNED), ["成文日期填的是 2018-06-11，落款写的是 2018-06-20"]);
        for head in [
            "made = 2018-06-20",
            "",
            "made = 2018-06-11\npublished = 2018-06-20",
            "kind = \"message\"\nmade = 2018-06-01\nanswered = 2018-06-20",
            "made = 2018-06-11\norigin = \"reprint\"",
        ] {
            assert!(told(head, SIGNED).is_empty(), "{head}");
        }
        let attached = format!("特此通知。\n\n示例县水利局\n\n2018年6月11日\n\n## 附件\n\n{SIGNED}");
        assert!(told("made = 2018-06-11", &attached).is_empty(), "a document attached has a signature of its own");
    }

    #[test]
    fn the_number_above_the_text_is_the_documents() {
        let text = "示水发〔2018〕9号\n\n各科室：\n";
        assert_eq!(
            told("number = \"示水发〔2018〕6号\"", text),
            ["文号填的是 示水发〔2018〕6号，正文写的是 示水发〔2018〕9号"]
        );
        for head in ["number = \"示水发〔2018〕9号\"", "number = \"示水发[2018]9号\"", "number = \"无\"", ""]
        {
            assert!(told(head, text).is_empty(), "{head}");
        }
    }

    #[test]
    fn force_is_what_the_last_article_says() {
        let text = "第九条　本办法自2018年7月15日起施行，有效期3年。\n";
        assert_eq!(told("effective = 2018-07-01", text), ["施行日期填的是 2018-07-01，正文写的是 2018-07-15"]);
        assert_eq!(
            told("effective = 2018-07-15\nexpires = 2023-07-14", text),
            ["有效期的最后一天填的是 2023-07-14，正文写的是 3 年，到 2021-07-14"]
        );
        for expires in ["2021-07-14", "2021-07-15"] {
            assert!(told(&format!("effective = 2018-07-15\nexpires = {expires}"), text).is_empty(), "{expires}");
        }
        let text = "本办法自2018年7月15日起施行，有效期至2023年7月14日。";
        assert!(told("effective = 2018-07-15\nexpires = 2023-07-14", text).is_empty());
        assert_eq!(told("effective = 2018-07-15\nexpires = 2023-07-31", text).len(), 1);
    }

    #[test]
    fn a_term_is_what_the_notice_says() {
        let head = "kind = \"consultation\"\nopens = 2018-06-20\ncloses = 2018-07-30";
        for (text, message) in [
            ("请于2018年8月15日前反馈意见。", "截止日期填的是 2018-07-30，正文写的是 2018-08-15"),
            ("意见反馈截止日期：2018年7月20日。", "截止日期填的是 2018-07-30，正文写的是 2018-07-20"),
            ("征求意见时间：2018年6月25日至7月30日。", "开始日期填的是 2018-06-20，正文写的是 2018-06-25"),
            ("征求意见期限为60日。", "截止日期填的是 2018-07-30，从 2018-06-20 算起只有 41 天，正文写的是 60 天"),
        ] {
            assert_eq!(told(head, text), [message], "{text}");
        }
        for text in [
            "请于2018年7月31日前反馈意见。",
            "请于7月30日前反馈意见。",
            "征求意见时间：2018年6月20日至7月30日，书面意见请于7月20日前寄出。",
            "征求意见期限为30日。",
            "现征求意见。",
        ] {
            assert_eq!(told(head, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn hostile_texts_take_their_time_once() {
        let head = "kind = \"consultation\"\nnumber = \"示水发〔2018〕6号\"\nmade = 2018-06-01\nopens = 2018-06-20\ncloses = 2018-07-30\neffective = 2018-07-01\nexpires = 2020-01-01";
        for piece in [
            "自2018年1月1日起施行",
            "本办法有效期5年",
            "本",
            "公示期为5天至",
            "2018年1月1日至",
            "请于6月1日前反馈意见，",
            "示例县水利局\n2018年6月20日\n",
            "〔2018〕9号\n",
        ] {
            let _ = told(head, &piece.repeat(200_000 / piece.len()));
        }
    }
}
