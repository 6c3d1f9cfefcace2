//! `[[organisation]]`: who publishes, and who answers for it.

use crate::{
    day::Day,
    record::{Abbreviated, Id, Key, List, Many, OrganisationRef, Schema, Short, Table, TableKind, Text},
    vocabulary::{OrganisationKind, Sector},
};

/// Who does the work of disclosure.
pub enum DisclosureOffice {}

impl DisclosureOffice {
    pub const LEADER: Key<Self, Text> = Key::new(1, "leader");
    pub const OFFICE: Key<Self, Text> = Key::new(2, "office");
    pub const STAFF: Key<Self, i64> = Key::new(3, "staff");
    pub const PHONE: Key<Self, Text> = Key::new(4, "phone");
    pub const ADDRESS: Key<Self, Text> = Key::new(5, "address");
    pub const HOURS: Key<Self, Text> = Key::new(6, "hours");
}

impl TableKind for DisclosureOffice {
    const SCHEMA: &'static Schema = &Schema::new(
        "organisation.disclosure",
        "政府信息公开工作机构",
        "who does the work of disclosure",
        &[
            Self::LEADER.may("分管领导的职务", "the leader in charge, by post"),
            Self::OFFICE.may("工作机构", "the office"),
            Self::STAFF.may("工作人员数", "how many people"),
            Self::PHONE.may("电话", "telephone"),
            Self::ADDRESS.may("办公地址", "address"),
            Self::HOURS.may("办公时间", "office hours"),
        ],
    );
}

/// One of the five officers.
pub enum Officer {}

impl Officer {
    pub const ROLE: Key<Self, Text> = Key::new(1, "role");
    pub const POST: Key<Self, Text> = Key::new(2, "post");
    pub const NAME: Key<Self, Text> = Key::new(3, "name");
}

impl TableKind for Officer {
    const SCHEMA: &'static Schema = &Schema::new(
        "organisation.officers",
        "“五员”",
        "one of the five officers",
        &[
            Self::ROLE.must("哪一员：管理员、信息员、审核员、联络员、监督员等", "the role"),
            Self::POST.may("由谁担任（职务）", "who fills it, by post"),
            Self::NAME.may("姓名", "name").internal(),
        ],
    );
}

/// A leader.
pub enum Leader {}

impl Leader {
    pub const POST: Key<Self, Text> = Key::new(1, "post");
    pub const NAME: Key<Self, Text> = Key::new(2, "name");
    pub const DUTIES: Key<Self, Text> = Key::new(3, "duties");
    pub const SINCE: Key<Self, Day> = Key::new(4, "since");
}

impl TableKind for Leader {
    const SCHEMA: &'static Schema = &Schema::new(
        "organisation.leaders",
        "领导",
        "a leader",
        &[
            Self::POST.must("职务", "post"),
            Self::NAME.may("姓名", "name"),
            Self::DUTIES.may("分工", "duties"),
            Self::SINCE
                .may(
                    "任现职的日期；更早的信息里写的是前任，不核对姓名",
                    "since when; what is older may name who came before",
                )
                .internal(),
        ],
    );
}

/// An office, long or short.
pub enum Office {}

impl Office {
    pub const NAME: Key<Self, Text> = Key::new(1, "name");
    pub const PHONE: Key<Self, Text> = Key::new(2, "phone");
    pub const DUTIES: Key<Self, Text> = Key::new(3, "duties");
}

impl TableKind for Office {
    const SCHEMA: &'static Schema = &Schema::new(
        "organisation.offices",
        "内设机构",
        "an office",
        &[
            Self::NAME.must("名称", "its name"),
            Self::PHONE.may("电话，显示在它负责的信息下面", "telephone, shown beneath the entries it answers for"),
            Self::DUTIES.may("职责", "duties"),
        ],
    );
}

impl Abbreviated for Office {
    const SHORT: &'static str = Self::NAME.name;
}

/// `[[organisation]]`.
pub enum Organisation {}

impl Organisation {
    pub const ID: Key<Self, Id> = Key::new(1, "id");
    pub const NAME: Key<Self, Text> = Key::new(2, "name");
    pub const SHORT: Key<Self, Text> = Key::new(3, "short");
    pub const CODE: Key<Self, Text> = Key::new(4, "code");
    pub const KIND: Key<Self, OrganisationKind> = Key::new(5, "kind");
    pub const PARENT: Key<Self, OrganisationRef> = Key::new(6, "parent");
    pub const SUPERVISOR: Key<Self, OrganisationRef> = Key::new(7, "supervisor");
    pub const SECTOR: Key<Self, Sector> = Key::new(8, "sector");
    pub const LEVEL: Key<Self, Text> = Key::new(9, "level");
    pub const ADDRESS: Key<Self, Text> = Key::new(10, "address");
    pub const HOURS: Key<Self, Text> = Key::new(11, "hours");
    pub const PHONE: Key<Self, Text> = Key::new(12, "phone");
    pub const FAX: Key<Self, Text> = Key::new(13, "fax");
    pub const EMAIL: Key<Self, Text> = Key::new(14, "email");
    pub const POSTCODE: Key<Self, Text> = Key::new(15, "postcode");
    pub const URL: Key<Self, Text> = Key::new(16, "url");
    pub const DISCLOSURE: Key<Self, Table<DisclosureOffice>> = Key::new(17, "disclosure");
    pub const OFFICERS: Key<Self, List<Table<Officer>>> = Key::new(18, "officers");
    pub const LEADERS: Key<Self, List<Table<Leader>>> = Key::new(19, "leaders");
    pub const OFFICES: Key<Self, Many<Short<Office>>> = Key::new(20, "offices");
}

impl TableKind for Organisation {
    const SCHEMA: &'static Schema = &Schema::new(
        "organisation",
        "机构",
        "an organisation",
        &[
            Self::ID.must("代号，永远不变", "permanent id"),
            Self::NAME.must("全称", "full name"),
            Self::SHORT.may("简称", "short name"),
            Self::CODE.may("统一社会信用代码，或本地的机构代码", "unified social credit code, or a local code"),
            Self::KIND.may("机构类型", "kind of body"),
            Self::PARENT.may("上级机构", "the organisation above it"),
            Self::SUPERVISOR.may("主管部门（公共企事业单位）", "who supervises it (public institutions)"),
            Self::SECTOR.may("行业（公共企事业单位）", "sector (public institutions)"),
            Self::LEVEL.may("层级：市级、县级、乡级、村级", "administrative level: 市级, 县级, 乡级, 村级"),
            Self::ADDRESS.may("地址", "address"),
            Self::HOURS.may("办公时间", "office hours"),
            Self::PHONE.may("电话", "telephone"),
            Self::FAX.may("传真", "fax"),
            Self::EMAIL.may("电子邮箱", "e-mail"),
            Self::POSTCODE.may("邮政编码", "postcode"),
            Self::URL.may("网址", "web address"),
            Self::DISCLOSURE.may("政府信息公开工作机构", "who does the work of disclosure"),
            Self::OFFICERS.may("“五员”", "the five officers"),
            Self::LEADERS.may("领导", "leaders"),
            Self::OFFICES
                .may("内设机构，名称，或者名称、电话、职责", "offices: names, or names with telephones and duties"),
        ],
    );
}
