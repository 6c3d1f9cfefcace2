//! The edits of one round: those of each finding together or not at all, and none that overlaps another.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Edit, Rule},
    source::{FileId, Range},
};

/// Edits of one file that can be made together, by place: what is inserted stands before what is replaced there.
pub type FileEdits<'e> = BTreeMap<Range, &'e Edit>;

/// The edits that a round makes. Findings are offered in the order in which they are told, so that of two which contradict each
/// other it is always the same one that waits for the next round.
#[derive(Debug, Default)]
pub struct Batch<'e> {
    /// By file.
    pub files: BTreeMap<FileId, FileEdits<'e>>,
    /// The rules whose findings are mended, by the file where that begins.
    pub rules: BTreeMap<FileId, Vec<&'static Rule>>,
}

impl<'e> Batch<'e> {
    /// Takes in the edits that mend one finding of `rule`, unless one of them overlaps what was taken before. Two findings may
    /// offer the same edit: it is made once.
    pub fn offer(&mut self, rule: &'static Rule, fix: &'e [Edit]) {
        let Some(first) = fix.first() else { return };
        let is_new = |edit: &&Edit| self.of(edit).and_then(|it| it.get(&edit.range)).is_none_or(|it| it != edit);
        let new: Vec<&Edit> = fix.iter().filter(is_new).collect();
        if new.iter().all(|edit| self.of(edit).is_none_or(|taken| is_free(taken, edit.range))) {
            for edit in new {
                self.files.entry(edit.file).or_default().insert(edit.range, edit);
            }
            self.rules.entry(first.file).or_default().push(rule);
        }
    }

    fn of(&self, edit: &Edit) -> Option<&FileEdits<'e>> {
        self.files.get(&edit.file)
    }
}

/// Whether nothing taken lies in `range`, or at the same place. As none of those taken overlap, the two beside it tell.
fn is_free(taken: &FileEdits<'_>, range: Range) -> bool {
    let before = taken.range(..=range).next_back();
    let after = taken.range(range..).next();
    before.is_none_or(|(it, _)| it.end <= range.start && *it != range)
        && after.is_none_or(|(it, _)| range.end <= it.start && *it != range)
}
