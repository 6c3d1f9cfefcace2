//! Which messages are told twice, by an entry of their own and by a row of a register: they are one message.
//!
//! The register counts it, where all messages of a body stand. What makes two one is certain: the entry names the number of the row, or
//! both have one day of acceptance and one wording, and no other entry or row has them. What only looks so is a doubt, and both count.

use std::collections::{BTreeMap, BTreeSet};

use super::message::{Answered, Message, Registers, number};
use crate::{
    day::Day,
    model::{Entry, EntryId, Model, OrganisationId},
    record::schema,
    table::{Row, plain},
    vocabulary::EntryKind,
};

/// A row of a register: the register's place among them, and its own in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowAt {
    pub register: usize,
    pub row: usize,
}

/// What nobody can be sure of, or what does not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// They may be one message, and count as two.
    Alike(EntryId, RowAt),
    /// They are one message by its number, and their days differ.
    Differ(EntryId, RowAt),
    /// The entry names a number that no row has.
    Lost(EntryId),
}

/// The messages told twice.
#[derive(Debug, Default)]
pub(super) struct Twins {
    /// The entries that a row tells, too.
    pub entries: BTreeMap<EntryId, RowAt>,
    pub doubts: Vec<Doubt>,
}

/// What a body accepted on a day.
type Accepted = (Option<OrganisationId>, Day);

/// A message that is told by an entry.
struct Told<'m> {
    id: EntryId,
    entry: &'m Entry,
    message: Message,
    words: String,
}

impl Twins {
    /// The entries of `model` that rows of `registers` tell, too.
    pub(super) fn of(model: &Model, registers: &Registers<'_>) -> Self {
        if registers.is_empty() {
            return Self::default();
        }
        let site = model.site.organisation;
        let keeper = |at: RowAt| registers[at.register].0.entry.organisation.or(site);
        let mut rows: Vec<(RowAt, Row<'_>, Message)> = Vec::new();
        for (register, (_, messages)) in registers.iter().enumerate() {
            rows.extend(messages.iter().enumerate().map(|(row, it)| (RowAt { register, row }, it.0, it.1)));
        }
        let mut twins = Self::default();
        let open = twins.by_number(model, registers, &rows, keeper);
        let mut by_day: BTreeMap<Accepted, Vec<(RowAt, Message, String)>> = BTreeMap::new();
        for (at, row, message) in rows {
            let words = registers[at.register].0.column("留言内容").map_or("", |it| row.text(it));
            by_day.entry((keeper(at), message.accepted)).or_default().push((at, message, bare(words)));
        }
        let mut days: BTreeMap<Accepted, Vec<Told<'_>>> = BTreeMap::new();
        for it in open {
            days.entry((it.entry.organisation.or(site), it.message.accepted)).or_default().push(it);
        }
        for (day, told) in days {
            if let Some(rows) = by_day.get(&day) {
                twins.by_words(&told, rows);
            }
        }
        twins
    }

    /// Those whose entries name a number; answered are the entries that name none.
    fn by_number<'m>(
        &mut self,
        model: &'m Model,
        registers: &Registers<'_>,
        rows: &[(RowAt, Row<'_>, Message)],
        keeper: impl Fn(RowAt) -> Option<OrganisationId>,
    ) -> Vec<Told<'m>> {
        let mut numbers: BTreeMap<String, Vec<(RowAt, Message)>> = BTreeMap::new();
        for (at, row, message) in rows {
            if let Some(number) = number(&registers[at.register].0, *row) {
                numbers.entry(number).or_default().push((*at, *message));
            }
        }
        let mut open = Vec::new();
        for (id, entry) in model.entries().filter(|it| it.1.kind == EntryKind::Message) {
            let Some(message) = Message::of_entry(model, entry) else { continue };
            let Some(named) = entry.record.get(schema::Entry::LEDGER_NUMBER) else {
                open.push(Told { id, entry, message, words: bare(entry.title()) });
                continue;
            };
            let found = numbers.get(&*plain(named)).map_or(&[][..], |it| it);
            let own = entry.organisation.or(model.site.organisation);
            // Two bodies may count alike: the row is the body's own, or the only one.
            let row = found.iter().find(|it| keeper(it.0) == own).or(found.first().filter(|_| found.len() == 1));
            let Some(&(at, other)) = row else {
                self.doubts.push(Doubt::Lost(id));
                continue;
            };
            self.entries.insert(id, at);
            if message.accepted != other.accepted || !agree(message.answered, other.answered) {
                self.doubts.push(Doubt::Differ(id, at));
            }
        }
        open
    }

    /// Of one day: `told` by entries and by `rows`.
    fn by_words(&mut self, told: &[Told<'_>], rows: &[(RowAt, Message, String)]) {
        for it in told {
            let same = |row: &&(RowAt, Message, String)| !it.words.is_empty() && row.2 == it.words;
            let alone = told.iter().filter(|other| other.words == it.words).count() == 1;
            let equal: Vec<_> = rows.iter().filter(same).collect();
            if let [one] = equal[..]
                && alone
                && agree(it.message.answered, one.1.answered)
            {
                self.entries.insert(it.id, one.0);
            }
        }
        let claimed: BTreeSet<RowAt> = self.entries.values().copied().collect();
        for it in told.iter().filter(|it| !self.entries.contains_key(&it.id)) {
            let may_be = |row: &&(RowAt, Message, String)| {
                !claimed.contains(&row.0)
                    && (row.2 == it.words || agree(it.message.answered, row.1.answered) && are_alike(&row.2, &it.words))
            };
            if let Some(row) = rows.iter().find(may_be) {
                self.doubts.push(Doubt::Alike(it.id, row.0));
            }
        }
    }
}

/// Whether two answers may be one: nothing is said of one of them that contradicts the other.
fn agree(one: Answered, other: Answered) -> bool {
    one == other || one == Answered::Sometime || other == Answered::Sometime
}

/// The letters and figures of a title or a message, without what only says that it is one: 留言答复：.
fn bare(text: &str) -> String {
    const LABELS: [&str; 10] = [
        "留言答复",
        "留言回复",
        "网民留言答复",
        "网民留言回复",
        "群众留言答复",
        "群众留言回复",
        "网民留言",
        "留言",
        "答复",
        "回复",
    ];
    let plain = plain(text);
    let rest = LABELS.iter().find_map(|it| plain.strip_prefix(it)?.strip_prefix(':')).unwrap_or(&plain);
    rest.chars().filter(|it| it.is_alphanumeric()).collect()
}

/// Whether two wordings share so many pairs of letters that they may say the same: three, and half of the shorter one's.
fn are_alike(one: &str, other: &str) -> bool {
    let pairs = |it: &str| it.chars().zip(it.chars().skip(1)).collect::<BTreeSet<_>>();
    let (one, other) = (pairs(one), pairs(other));
    let shared = one.intersection(&other).count();
    shared >= 3 && shared * 2 >= one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_signs_make_no_difference() {
        assert_eq!(bare("留言答复：项目备案要不要提交纸质材料？"), bare("项目备案要不要提交纸质材料"));
        assert_ne!(bare("答复时限"), bare("时限"));
    }

    #[test]
    fn wordings_are_alike_by_half_of_their_pairs() {
        assert!(are_alike("技术改造补助怎样申报", "技术改造补助申报的条件"));
        assert!(!are_alike("技术改造补助怎样申报", "园区网络信号弱"));
        assert!(!are_alike("补助", "补助"), "too short to say");
    }
}
