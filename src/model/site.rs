//! The site, and the numbers and days that rules use.

use super::OrganisationId;

use crate::{
    day::Day,
    record::{Count, Key, Record, Table, TableKind, View, schema},
    source::Place,
    vocabulary::{Profile, QrUse, Scope, Visibility},
};

/// What a government website must say of itself; every part may be missing.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// 网站标识码.
    pub site_id: Option<Box<str>>,
    /// 主办单位.
    pub host: Option<Box<str>>,
    /// 承办单位.
    pub operator: Option<Box<str>>,
    /// 联系方式.
    pub contact: Option<Box<str>>,
    /// ICP备案编号.
    pub icp: Option<Box<str>>,
    /// 公安机关备案号.
    pub police: Option<Box<str>>,
    /// Domain, for the page label SiteDomain.
    pub domain: Option<Box<str>>,
    /// Address of the party and government emblem's page.
    pub emblem: Option<Box<str>>,
    /// Address of "我为政府网站找错".
    pub report_errors: Option<Box<str>>,
    /// Words of IPv6 support.
    pub ipv6: Option<Box<str>>,
}

#[derive(Debug)]
pub struct Site {
    pub record: Record<schema::Site>,
    pub title: Box<str>,
    pub organisation: Option<OrganisationId>,
    /// Column of a portal, a site of its own, or a platform of many bodies.
    pub scope: Scope,
    /// Where it will stand, ending with `/`.
    pub url: Box<str>,
    /// How strictly it is judged.
    pub profile: Profile,
    /// Whether gaps and late tasks are shown to the public.
    pub standing: Visibility,
    /// Which pages have a QR code of their address.
    pub qr: QrUse,
    /// When the catalogue was last revised.
    pub revised: Option<Day>,
    /// Terms of reuse.
    pub licence: Option<Box<str>>,
    /// A line shown on every page.
    pub notice: Option<Box<str>>,
    /// What it says of itself.
    pub identity: Identity,
}

impl Site {
    /// Whether gaps are shown on the public site.
    pub fn shows_standing(&self) -> bool {
        self.standing == Visibility::Public
    }

    /// Where what is said of the site as a whole stands: at `[site]`; at no file where there is no such table, which is told.
    pub fn place(&self) -> Place {
        let span = self.record.span();
        if span.range.start == span.range.end { Place::Project } else { span.into() }
    }
}

/// What `[settings.<rule>]` says, wherever it is written.
#[derive(Debug, Default)]
pub struct Settings {
    parts: Vec<Record<schema::Settings>>,
}

impl Settings {
    /// The settings as written: `parts` give each rule once.
    pub fn new(parts: Vec<Record<schema::Settings>>) -> Self {
        Self { parts }
    }

    /// What is said to `rule`.
    pub fn of<T: TableKind>(&self, rule: Key<schema::Settings, Table<T>>) -> Option<View<'_, T>> {
        self.parts.iter().find_map(|it| it.get(rule))
    }

    /// The number `key` of `rule`, else its usual one.
    pub fn count<T: TableKind, const LEAST: u16, const MOST: u16, const USUAL: u16>(
        &self,
        rule: Key<schema::Settings, Table<T>>,
        key: Key<T, Count<LEAST, MOST, USUAL>>,
    ) -> u16 {
        self.of(rule).and_then(|table| table.get(key)).unwrap_or(USUAL)
    }
}
