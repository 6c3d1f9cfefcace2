//! A Weibo, WeChat or other account.

use crate::{day::Day, record::Record, schema, vocabulary::Platform};

/// An account.
#[derive(Debug)]
pub struct Account {
    /// Its id.
    pub id: Box<str>,
    /// What is written of it.
    pub record: Record<schema::Account>,
    /// Name on the platform.
    pub name: Box<str>,
    /// Platform.
    pub platform: Option<Platform>,
    /// Day it was closed.
    pub closed: Option<Day>,
}
