//! Numbers and addresses of entries: what the lock remembers, and what entries without a line in it get.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    lock::{self, Assigned, Lock, Numbers, Slot},
    rules::UNLOCKED_ENTRY,
};
use crate::{
    day::Day,
    diagnostic::{Finding, Findings},
    model::{ByName, Entry, EntryId, Lost, Model, OrganisationId, State},
    number::Template,
    record::schema,
    source::{Place, Range},
    vocabulary::EntryKind,
};

/// What may be done about entries without a line in the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// Each gets a number, which is written to the lock with the day on which readers first see it: `build`.
    Write,
    /// Each gets a number, which is written to the lock: `lock`. Nobody sees it yet.
    Reserve,
    /// Each is shown with the number it would get, and a finding says so: `check`.
    Tell,
    /// As [`Tell`](Self::Tell), and drafts lie somewhere for the time being: `serve`. No draft is on the site, whatever address it has.
    Preview,
    /// Each is an error: `--locked`.
    Refuse,
}

/// Numbers made by the site's template.
struct Made<'a> {
    template: &'a Template,
    model: &'a Model,
    /// Organisations by what stands for them in numbers.
    by_code: BTreeMap<&'a str, &'a str>,
    /// What stands for each organisation in numbers: two that share a code by mistake both keep it.
    codes: BTreeMap<&'a str, &'a str>,
    /// All.
    entries: &'a [Box<Entry>],
    by_name: &'a ByName,
}

impl Numbers for Made<'_> {
    fn make(&self, candidate: &lock::Candidate<'_>, year: i32, serial: u32) -> (String, String) {
        let code = self.codes.get(candidate.organisation).copied().unwrap_or(candidate.organisation);
        let item = self.by_name.find(self.entries, candidate.path).and_then(|it| self.entries[it.at()].items.first());
        let item = item.and_then(|&item| self.model.item(item).record.get(schema::Item::CODE)).unwrap_or_default();
        let number = self.template.render(&crate::number::Parts {
            organisation_code: code,
            organisation_id: candidate.organisation,
            item_code: item,
            year,
            serial,
        });
        (number, self.template.serial(serial))
    }

    fn slot(&self, number: &str) -> Option<Slot> {
        let parts = self.template.read(number)?;
        let organisation = match (parts.organisation_id, parts.organisation_code) {
            (Some(id), _) => id.to_owned(),
            (None, Some(code)) => (*self.by_code.get(code)?).to_owned(),
            (None, None) => self.model.owner().map(|it| it.id.to_string()).unwrap_or_default(),
        };
        Some(Slot { organisation, year: parts.year?, serial: parts.serial? })
    }
}

/// Gives `entries` their numbers and addresses.
pub(super) fn number(
    (entries, by_name): (&mut [Box<Entry>], &ByName),
    model: &Model,
    template: &Template,
    lock: &mut Lock,
    numbering: Numbering,
    findings: &mut Findings,
) {
    let id = |it: Option<OrganisationId>| it.map_or("site", |id| &*model.organisation(id).id);
    let made = Made {
        template,
        model,
        by_code: model.organisations.iter().map(|it| (it.number_code(), &*it.id)).collect(),
        codes: model.organisations.iter().map(|it| (&*it.id, it.number_code())).collect(),
        entries,
        by_name,
    };
    let candidates: Vec<lock::Candidate<'_>> = entries
        .iter()
        .map(|entry| lock::Candidate {
            path: &entry.name,
            title: entry.title(),
            made: entry.made,
            published: entry.published_day(),
            public: entry.is_published(),
            numbered: matches!(entry.state, State::Published | State::Scheduled),
            by_hand: entry.record.get(schema::Entry::INDEX),
            organisation: id(entry.organisation),
            page: (entry.kind == EntryKind::Page)
                .then(|| entry.items.first().map(|&item| &*model.item(item).id))
                .flatten(),
        })
        .collect();
    let first_run = lock.lines.is_empty();
    let says = !matches!(numbering, Numbering::Write | Numbering::Reserve);
    let release = matches!(numbering, Numbering::Write | Numbering::Tell | Numbering::Preview);
    let mut fresh = 0;
    let place = |path: &str| by_name.find(entries, path).map(EntryId::at);
    let assigned = lock::assign(lock, &candidates, &place, &made, (model.today, release));
    let series = candidates.par_iter().zip(&assigned).map(|(candidate, it)| {
        // A number set by hand belongs to no series, even where it looks like one of ours.
        let number = it.as_ref().filter(|_| candidate.by_hand.is_none())?;
        let slot = made.slot(&number.index_number).or_else(|| Slot::of_address(&number.address));
        slot.map(|slot| (slot.year, slot.serial))
    });
    let series: Vec<Option<(i32, u32)>> = series.collect();
    for ((entry, assigned), series) in entries.iter_mut().zip(assigned).zip(series) {
        let Some(Assigned { index_number, address, locked, released, first_published, changed }) = assigned else {
            continue;
        };
        fresh += usize::from(changed);
        if changed && !first_run && says {
            unlocked(entry, &index_number, locked.is_some(), findings);
        }
        entry.series = series;
        entry.index_number = index_number.into();
        entry.address = address.into();
        entry.kept = locked.is_some();
        entry.locked_number = locked.filter(|it| **it != *entry.index_number).map(Into::into);
        entry.released = released;
        entry.first_published = first_published;
    }
    if numbering == Numbering::Preview {
        let drafts = entries.iter_mut().filter(|it| it.state == State::Draft && it.address.is_empty());
        drafts.for_each(|it| it.address = provisional(&it.name).into());
    }
    // A project that has no lock yet is told so once, not once an entry.
    if first_run && fresh > 0 && says {
        let text = text! {
            zh: "还没有编号簿，{fresh} 个条目尚未登记编号",
            en: "there is no index.lock yet: {fresh} entries have no number"
        };
        tell(findings.raise(&UNLOCKED_ENTRY, Place::Project, text));
    }
}

/// Where the draft called `name` lies in a preview. No organisation has an id with `_`, so no page of the site lies there.
fn provisional(name: &str) -> String {
    format!("/_preview/draft/{}.html", &blake3::hash(name.as_bytes()).to_hex()[..16])
}

fn unlocked(entry: &Entry, number: &str, moved: bool, findings: &mut Findings) {
    let text = if moved {
        text! {
            zh: "文件改了名，编号簿里还是旧名（编号 {number} 不变）",
            en: "the file was renamed and index.lock has its old name (its number stays {number})"
        }
    } else {
        text! {
            zh: "尚未登记编号，发布时将编为 {number}",
            en: "no line in index.lock yet; it would be numbered {number}"
        }
    };
    tell(findings.raise(&UNLOCKED_ENTRY, Place::File(entry.file), text));
}

fn tell(finding: &mut Finding) {
    let note = text! {
        zh: "登记以后编号和网址就不再改变；catalogue/index.lock 和条目一起保存，用版本库的一起提交",
        en: "commit catalogue/index.lock afterwards: numbers and addresses never change then"
    };
    finding.key("unlocked").note(words! { zh: "说明", en: "note" }, note).help(text! {
        zh: "gongkai lock",
        en: "gongkai lock"
    });
}

/// Lines of the lock whose entry is no longer there, or was taken down.
///
/// A line that nobody has released was seen by readers only where sites are built with `--locked`. `presumed` says whether that
/// may be so, and whether it is sure.
pub(super) fn lost(
    lock: &Lock,
    (entries, by_name): (&[Box<Entry>], &ByName),
    today: Day,
    presumed: Option<bool>,
) -> Vec<Lost> {
    let own = |line: &lock::Line| {
        by_name.find(entries, &line.path).map(|it| &entries[it.at()]).filter(|it| *it.address == *line.address)
    };
    let lost = |line: &lock::Line| {
        // Whether its entry is published; none where it has none any more.
        let published = match line.state {
            lock::State::Reserved if presumed.is_none() || !line.is_overdue(today) => return None,
            lock::State::Withdrawn => Some(false),
            lock::State::Reserved | lock::State::Released => own(line).map(|it| it.is_published()),
        };
        let sure = match line.state {
            lock::State::Reserved => presumed == Some(true),
            _ => line.released != Some(today),
        };
        (published != Some(true)).then(|| Lost {
            made: line.made,
            published: line.first_published,
            index_number: line.index_number.as_str().into(),
            address: line.address.as_str().into(),
            path: line.path.as_str().into(),
            title: line.title.as_str().into(),
            withdrawn: published == Some(false),
            sure,
            range: Range::new(line.at as usize, line.at as usize + line.index_number.len()),
        })
    };
    lock.lines.par_iter().filter_map(lost).collect()
}
