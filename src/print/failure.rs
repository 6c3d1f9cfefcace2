//! Why a run has no report: what was typed or configured wrongly, or what the machine refused.

use super::visible::visible;
use crate::vocabulary::{Lang, Text};

/// A failure, in both tongues.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The exit code: 2 for usage and configuration, 3 for the machine.
    pub exit: u8,
    /// What went wrong.
    pub message: Text,
    /// What it came from, nearest first.
    pub causes: Vec<Text>,
}

impl Failure {
    /// Whose fault it is: `usage` or `machine`.
    pub fn kind(&self) -> &'static str {
        if self.exit == 2 { "usage" } else { "machine" }
    }

    /// The failure and what it came from, a line each; what would move the cursor, of a name that somebody chose, is made visible.
    pub fn lines(&self, lang: Lang) -> String {
        let mut out = self.message.get(lang).to_owned();
        for cause in &self.causes {
            out.push_str("\n  ← ");
            out.push_str(cause.get(lang));
        }
        visible(&out)
    }
}
