//! What is to be said beside a page: of the page, and of the project.

use serde::Serialize;

use super::{row::Row, standing::Standing};

/// All that the panel tells. The same as JSON, for programs that watch a preview.
#[derive(Clone, Debug, Default, Serialize)]
pub struct State {
    /// Another one for each save.
    pub generation: String,
    /// The title of the site.
    pub site: String,
    /// The day everything is judged on.
    pub as_of: Option<String>,
    /// Why nothing could be judged at all.
    pub failure: Option<String>,
    pub page: PageState,
    pub counts: Counts,
    /// What belongs to this page.
    pub here: Vec<Row>,
    /// What was found in the whole project, the worst first.
    pub all: Vec<Row>,
    /// How many more there are.
    pub left_out: usize,
    /// What is not published yet.
    pub drafts: Vec<Draft>,
    pub standing: Standing,
}

/// What a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PageKind {
    /// One that is published as it is.
    Public,
    /// A draft's.
    Draft,
    /// One whose day is to come.
    Scheduled,
    /// One that is there only once a draft is public.
    Waiting,
    /// As it was last: its file cannot be shown as it is now.
    Kept,
    /// None at all.
    #[default]
    Missing,
}

/// The page beside which all this is told.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageState {
    /// From the site's root.
    pub address: String,
    pub kind: PageKind,
    /// Changes with its bytes.
    pub hash: String,
    /// The file it is made from, where that is one entry.
    pub file: Option<String>,
    pub index_number: Option<String>,
    /// Whether its number is in no lock yet, and may become another.
    pub provisional: bool,
}

/// How many findings of each level.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    pub explained: usize,
    pub stops: usize,
}

/// An entry that is not published yet.
#[derive(Clone, Debug, Serialize)]
pub struct Draft {
    pub title: String,
    pub file: String,
    /// Its page in the preview, from the site's root.
    pub page: String,
    /// Whether its day is to come, and it is no draft.
    pub scheduled: bool,
}

impl State {
    /// The same as JSON with a line end.
    pub fn json(&self) -> String {
        let mut out = serde_json::to_string_pretty(self).expect("texts and numbers always serialise");
        out.push('\n');
        out
    }
}
