//! What is said first on the page of an entry, by its kind: as far as its keys tell. [`read`](super::strip_text::read) adds what its
//! text calls by a name.

use crate::{
    compliance::bare,
    day::{Day, Moment},
    model::{self, EntryId},
    record::{Key, schema},
    site::{
        Href,
        page::{Fact, Label, Strip, Term},
        site::Site,
    },
    vocabulary::EntryKind,
};

use super::{form::Form, link::entry_link, strip_text};

/// Takes out of `particulars` and `elements` what the page of the entry begins with.
pub(super) fn strip<'m>(
    site: &Site<'m>,
    id: EntryId,
    at: &str,
    particulars: &mut Vec<Fact<'m>>,
    elements: &mut Vec<Fact<'m>>,
) -> Option<Strip<'m>> {
    let entry = site.model.entry(id);
    let form = Form::of(entry)?;
    let mut strip = Strip::default();
    match form {
        Form::Guide => {
            strip.facts = std::mem::take(particulars);
            strip_text::guide_elements(elements, &mut strip);
        }
        Form::Notice => {
            strip = term(site, entry);
            let shown = ["开始日期", "截止日期", "公示开始日期", "公示截止日期"];
            strip.facts.extend(std::mem::take(particulars).into_iter().filter(|it| !shown.contains(&&*it.name)));
            answering(entry, &mut strip);
            let result = |it: &EntryId| site.model.entry(*it).kind == EntryKind::ConsultationResult;
            let results = site.referring(id, schema::Entry::OF).filter(result);
            let results = results.map(|it| entry_link(site, at, it));
            let results: Vec<Term<'m>> = results.map(|it| Term { text: it.title, href: Some(it.href) }).collect();
            if !results.is_empty() {
                strip.facts.push(Fact { name: "采纳情况".into(), values: results });
            }
        }
        Form::Decision => {
            strip.facts = std::mem::take(particulars);
            let written = |fact: &Fact<'_>, known: &[Fact<'_>]| known.iter().any(|it| it.name == fact.name);
            let own: Vec<Fact<'m>> =
                std::mem::take(elements).into_iter().filter(|it| !written(it, &strip.facts)).collect();
            strip.facts.extend(own);
            let decided = entry.record.get(schema::Entry::DECIDED).map(|it| Fact::plain("决定日期", it.to_string()));
            strip.facts.extend(decided.filter(|it| !written(it, &strip.facts)));
        }
        Form::Message => {
            strip.facts = std::mem::take(particulars);
            strip.facts.extend(taken(site, entry));
        }
    }
    (!strip.is_empty()).then_some(strip)
}

/// The term of a consultation or notice: its days, and whether it is open today.
fn term<'m>(site: &Site<'m>, entry: &model::Entry) -> Strip<'m> {
    let day = |key: Key<schema::Entry, Day>| entry.record.get(key);
    let (opens, closes) = (day(schema::Entry::OPENS), day(schema::Entry::CLOSES));
    let today = site.model.today;
    let consults = entry.kind == EntryKind::Consultation;
    let shown = entry.title().contains("公示") || entry.kind == EntryKind::Personnel;
    let (name, open, over, coming) = match (consults, shown) {
        (true, _) => ("征求意见时间", "正在征求意见", "征求意见已经结束", "尚未开始征求意见"),
        (_, true) => ("公示时间", "正在公示", "公示已经结束", "尚未开始公示"),
        _ => ("起止时间", "正在进行", "已经结束", "尚未开始"),
    };
    let state = closes.map(|last| {
        let (key, label) = if last < today {
            ("over", over)
        } else if opens.is_some_and(|first| first > today) {
            ("coming", coming)
        } else {
            ("open", open)
        };
        Label { key, label: label.into() }
    });
    let fact = match (opens, closes) {
        (Some(first), Some(last)) => {
            Some(Fact::plain(name, format!("{}至{}", with_weekday(first), with_weekday(last))))
        }
        (None, Some(last)) => Some(Fact::plain("截止日期", with_weekday(last))),
        (Some(first), None) => Some(Fact::plain("开始日期", with_weekday(first))),
        (None, None) => None,
    };
    Strip { state, facts: fact.into_iter().collect(), apply: None }
}

/// Adds the way to the heading under which a consultation or notice says how to answer it.
fn answering(entry: &model::Entry, strip: &mut Strip<'_>) {
    const ANSWERS: [&str; 7] = ["反馈方式", "反馈途径", "反馈渠道", "意见反馈", "意见提交", "提出意见", "参与方式"];
    let says = |words: &[&str], text: &str| words.iter().any(|it| text.contains(it));
    let known = |text: &str| says(&ANSWERS, text) || says(&["联系方式", "咨询方式"], text);
    let Some(heading) = entry.body.headings().find(|it| !it.id.is_empty() && known(it.text)) else { return };
    let href = Some(Href::outside(format!("#{}", heading.id)));
    let way = Term { text: format!("见“{}”", bare(heading.text)).into(), href };
    match strip.facts.iter_mut().find(|it| it.name == "反馈方式" || it.name == "联系方式") {
        Some(fact) => fact.values.push(way),
        None if strip.state.is_some() => {
            let name = if says(&ANSWERS, heading.text) { "反馈方式" } else { "联系方式" };
            strip.facts.push(Fact { name: name.into(), values: vec![way] });
        }
        None => {}
    }
}

/// `2018年5月3日（星期四）`.
fn with_weekday(day: Day) -> String {
    let names = ["一", "二", "三", "四", "五", "六", "日"];
    let name = names[usize::from(day.weekday()).saturating_sub(1).min(6)];
    format!("{}（星期{name}）", day.official())
}

/// How many working days an answer took, where both days are known.
fn taken<'m>(site: &Site<'m>, entry: &model::Entry) -> Option<Fact<'m>> {
    let day = |key: Key<schema::Entry, Moment>| entry.record.get(key).map(|it| it.day);
    let (accepted, answered) = (day(schema::Entry::ACCEPTED)?, day(schema::Entry::ANSWERED)?);
    if answered < accepted {
        return None;
    }
    let calendar = &site.model.calendar;
    // In a year whose days off nobody announced working days are estimated.
    let about = if calendar.estimated(accepted, answered).is_some() { "约" } else { "" };
    let text = match calendar.working_between(accepted, answered) {
        0 => "当日".to_owned(),
        days => format!("{about}{days}个工作日"),
    };
    Some(Fact::plain("办理用时", text))
}
