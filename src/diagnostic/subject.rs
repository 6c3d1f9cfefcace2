//! Whom a finding is about: what an `[[allow]]` names.

use crate::vocabulary::Text;

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An entry, by its path below `content/` without `.md`.
    Entry(String),
    /// An item, by `field/item`.
    Item(String),
    /// An account, by id.
    Account(String),
    /// An organisation, by id.
    Organisation(String),
    /// A task, by `plan/number`.
    Task(String),
    /// A project, by id.
    Project(String),
    /// A file, by its path from the project's folder.
    File(String),
    /// Anything else that a rule judges: a duty `2019:20.14`, a year, a period.
    Other(String),
}

impl Subject {
    /// The name of the subject, as written in an `[[allow]]`.
    pub fn name(&self) -> &str {
        match self {
            Self::Entry(name)
            | Self::Item(name)
            | Self::Account(name)
            | Self::Organisation(name)
            | Self::Task(name)
            | Self::Project(name)
            | Self::File(name)
            | Self::Other(name) => name,
        }
    }

    /// What it is and its name, to be put into a sentence.
    pub fn words(&self) -> Text {
        let name = self.name();
        let (zh, en) = match self {
            Self::Entry(_) => ("条目", "the entry"),
            Self::Item(_) => ("事项", "the item"),
            Self::Account(_) => ("账号", "the account"),
            Self::Organisation(_) => ("机构", "the organisation"),
            Self::Task(_) => ("任务", "the task"),
            Self::Project(_) => ("项目", "the project"),
            Self::File(_) => ("文件", "the file"),
            Self::Other(_) => ("", ""),
        };
        text! { zh: "{zh}“{name}”", en: "{en} `{name}`" }
    }

    /// The key of `[[allow]]` that names this kind of subject.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Entry(_) => "entry",
            Self::Item(_) => "item",
            Self::Account(_) => "account",
            Self::Organisation(_) => "organisation",
            Self::Task(_) => "task",
            Self::Project(_) => "project",
            Self::File(_) => "file",
            Self::Other(_) => "duty",
        }
    }
}
