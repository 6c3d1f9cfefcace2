//! A Weibo, WeChat or other account.

use crate::{day::Day, record::Record, schema, vocabulary::Platform};

#[derive(Debug)]
pub struct Account {
    pub id: Box<str>,
    pub record: Record<schema::Account>,
    /// Name on the platform.
    pub name: Box<str>,
    pub platform: Option<Platform>,
    /// Day it was closed.
    pub closed: Option<Day>,
}
