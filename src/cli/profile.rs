//! What a new project starts with: the catalogue of its kind of body and level, file by file.

use crate::vocabulary::{AdminLevel, OrganisationKind, Word};

/// A file of the new project: where it goes, and its text with holes.
pub type Skeleton = (&'static str, &'static str);

/// What a body is, so far as its catalogue depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    pub kind: OrganisationKind,
    pub level: AdminLevel,
}

impl Profile {
    /// The files, in the order they are written.
    pub fn files(self) -> Vec<Skeleton> {
        let mut files = vec![("catalogue/site.toml", include_str!("skeleton/site.toml"))];
        if self.is_institution() {
            files.extend(INSTITUTION);
            return files;
        }
        files.extend(BODY);
        let none = ("catalogue/not-applicable.toml", include_str!("skeleton/excused-none.toml"));
        files.extend(match (self.level, self.kind) {
            (AdminLevel::Township | AdminLevel::Village, _) => {
                [("catalogue/items/10-乡镇公开内容.toml", include_str!("skeleton/body/township.toml")), none]
            }
            (_, OrganisationKind::Government) => {
                [("catalogue/items/10-地方公开内容.toml", include_str!("skeleton/body/local.toml")), none]
            }
            _ => [
                ("catalogue/items/10-地方公开内容.toml", include_str!("skeleton/body/department.toml")),
                ("catalogue/not-applicable.toml", include_str!("skeleton/body/excused.toml")),
            ],
        });
        files
    }

    /// The body's name where none is given.
    pub fn name(self) -> &'static str {
        match (self.kind, self.level) {
            (OrganisationKind::Government, AdminLevel::City) => "某市人民政府",
            (OrganisationKind::Government, AdminLevel::County) => "某县人民政府",
            (OrganisationKind::Government, _) => "某镇人民政府",
            (OrganisationKind::Institution, AdminLevel::City) => "某市某单位",
            (OrganisationKind::Institution, AdminLevel::County) => "某县某单位",
            (OrganisationKind::Institution, _) => "某镇某单位",
            (_, AdminLevel::City) => "某市某局",
            (_, AdminLevel::County) => "某县某局",
            (..) => "某街道办事处",
        }
    }

    /// The body's id where none is given.
    pub fn id(self) -> &'static str {
        match self.kind {
            OrganisationKind::Government => "zhengfu",
            OrganisationKind::Institution => "danwei",
            OrganisationKind::Agency | OrganisationKind::Authorised => "mouju",
        }
    }

    /// `text` with its holes filled but those that depend on what was typed.
    pub fn fill(self, text: &str) -> String {
        text.replace("{kind}", self.kind.label())
            .replace("{level}", self.level.label())
            .replace("{title}", if self.is_institution() { "信息公开" } else { "政府信息公开" })
            .replace("{annual}", self.annual_report())
    }

    /// 条例 art. 49: departments by 31 January; the report of a county's or city's government by 31 March.
    fn annual_report(self) -> &'static str {
        let is_government = self.kind == OrganisationKind::Government;
        if is_government && matches!(self.level, AdminLevel::City | AdminLevel::County) {
            "每年3月31日前"
        } else {
            "每年1月31日前"
        }
    }

    fn is_institution(self) -> bool {
        self.kind == OrganisationKind::Institution
    }
}

/// Of administrative organs: 条例 art. 20 with 五公开 and the three facets.
const BODY: [Skeleton; 12] = [
    ("catalogue/organisation.toml", include_str!("skeleton/body/organisation.toml")),
    ("catalogue/items/01-政务公开工作.toml", include_str!("skeleton/body/openness.toml")),
    ("catalogue/items/02-机构概况.toml", include_str!("skeleton/body/overview.toml")),
    ("catalogue/items/03-政策文件.toml", include_str!("skeleton/body/policy.toml")),
    ("catalogue/items/04-行政决策.toml", include_str!("skeleton/body/decision.toml")),
    ("catalogue/items/05-规划与统计.toml", include_str!("skeleton/body/planning.toml")),
    ("catalogue/items/06-财政资金.toml", include_str!("skeleton/body/finance.toml")),
    ("catalogue/items/07-管理和服务.toml", include_str!("skeleton/body/service.toml")),
    ("catalogue/items/08-重点领域.toml", include_str!("skeleton/body/priority.toml")),
    ("catalogue/items/09-动态与回应.toml", include_str!("skeleton/body/interaction.toml")),
    ("content/依申请公开.md", include_str!("skeleton/body/application.md")),
    ("content/公开指南.md", include_str!("skeleton/body/guide.md")),
];

/// Of public enterprises and institutions: the six kinds of 国办发〔2020〕50号.
const INSTITUTION: [Skeleton; 9] = [
    ("catalogue/organisation.toml", include_str!("skeleton/institution/organisation.toml")),
    ("catalogue/not-applicable.toml", include_str!("skeleton/excused-none.toml")),
    ("catalogue/items/01-信息公开工作.toml", include_str!("skeleton/institution/openness.toml")),
    ("catalogue/items/02-单位概况.toml", include_str!("skeleton/institution/overview.toml")),
    ("catalogue/items/03-办事服务.toml", include_str!("skeleton/institution/service.toml")),
    ("catalogue/items/04-营商环境.toml", include_str!("skeleton/institution/business.toml")),
    ("catalogue/items/05-安全和质量.toml", include_str!("skeleton/institution/safety.toml")),
    ("catalogue/items/06-回应关切和其他.toml", include_str!("skeleton/institution/concern.toml")),
    ("content/公开指南.md", include_str!("skeleton/institution/guide.md")),
];
