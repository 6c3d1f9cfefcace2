//! Which class of information an entry is of, where an item has a limit for each.

use crate::{day::limit::Part, model::Entry, vocabulary::EntryKind};

/// Words of classes, and the kinds of entries that are of them.
const KINDS: &[(&str, &[EntryKind])] = &[
    ("处罚", &[EntryKind::Penalty]),
    ("许可", &[EntryKind::Licence]),
    ("执法决定", &[EntryKind::Penalty, EntryKind::Licence]),
    ("双公示", &[EntryKind::Penalty, EntryKind::Licence]),
    ("预算", &[EntryKind::Budget]),
    ("决算", &[EntryKind::Budget]),
    ("采购", &[EntryKind::Procurement]),
    ("中标", &[EntryKind::Procurement]),
    ("年报", &[EntryKind::Report]),
    ("年度报告", &[EntryKind::Report]),
    ("解读", &[EntryKind::Interpretation]),
    ("征求意见", &[EntryKind::Consultation]),
    ("意见征集", &[EntryKind::Consultation]),
    ("公示", &[EntryKind::Notice]),
    ("公告", &[EntryKind::Notice]),
    ("办事指南", &[EntryKind::Guide]),
    ("建议", &[EntryKind::ProposalReply]),
    ("提案", &[EntryKind::ProposalReply]),
    ("抽查", &[EntryKind::InspectionResult]),
];

/// Whether some of the parts are surely for the class of `entry`, and whether it is certain which are for it.
pub(super) fn choice(parts: &[Part], entry: &Entry) -> (bool, bool) {
    let mut classes = parts.iter().filter_map(|part| part.class.as_deref());
    let own = classes.clone().any(|class| of(class, entry) == Some(true));
    (own, own || classes.all(|class| is_rest(class) || of(class, entry).is_some()))
}

/// Whether `part` may be meant for `entry`: it is of its class, or where none surely is (`own`), for all or for a class that can't be told.
pub(super) fn is_meant(part: &Part, entry: &Entry, own: bool) -> bool {
    match part.class.as_deref().map(|class| of(class, entry)) {
        Some(Some(true)) => own,
        Some(None) | None => !own,
        Some(Some(false)) => false,
    }
}

/// Whether these words name what is of no other class.
fn is_rest(class: &str) -> bool {
    ["其他", "其它", "其余"].iter().any(|word| class.starts_with(word))
}

/// Whether `entry` is of the class that these words name; none where it can't be told. What is other than the rest is told by the rest.
fn of(class: &str, entry: &Entry) -> Option<bool> {
    // 除处罚决定外其他内容: all but those.
    if let Some((excepted, _)) = class.strip_prefix('除').and_then(|rest| rest.split_once('外')) {
        return of(excepted, entry).map(|excepted| !excepted);
    }
    if is_rest(class) {
        return None;
    }
    let named = KINDS.iter().filter(|(word, _)| class.contains(word)).collect::<Vec<_>>();
    if named.iter().any(|(_, kinds)| kinds.contains(&entry.kind)) || entry.title().contains(class) {
        return Some(true);
    }
    // An entry of no kind of its own may be anything.
    let plain = matches!(entry.kind, EntryKind::Document | EntryKind::Page | EntryKind::Register);
    if named.is_empty() || plain && named.iter().any(|(word, _)| entry.title().contains(word)) {
        None
    } else {
        Some(false)
    }
}
