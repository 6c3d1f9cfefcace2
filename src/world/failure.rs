//! Failures that are nobody's finding: something asked for wrongly, and what was tried when the machine failed.

use std::fmt;

use crate::vocabulary::Text;

/// Something typed or configured wrongly: exit code 2. Every other failure is the machine's: exit code 3.
#[derive(Debug)]
pub struct Usage(pub Text);

/// What was tried when the machine failed, for people; the system's own error is its cause.
#[derive(Debug)]
pub struct UserMessage(pub Text);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.zh)
    }
}

impl fmt::Display for UserMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.zh)
    }
}

impl std::error::Error for Usage {}
impl std::error::Error for UserMessage {}
