//! What the regulations oblige bodies to publish of themselves, duty by duty, in both versions.

use crate::{
    day::Day,
    diagnostic::{Ground, laws},
    vocabulary::{AdminLevel, Words},
};

/// One duty to publish.
#[derive(Debug, PartialEq, Eq)]
pub struct Duty {
    /// How catalogues name it: version, article, number: `2019:20.10`. Where the text does not number what it lists, the
    /// duties are counted in the order of the text.
    pub code: &'static str,
    /// What is to be published, in the words of the text.
    pub title: Words,
    /// Where it is laid down.
    pub ground: Ground,
    /// Whom it binds.
    pub binds: Binds,
}

/// Whom a duty binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binds {
    /// Every body.
    All,
    /// Governments of cities and counties and their departments.
    CityAndCounty,
    /// Governments of townships.
    Township,
}

impl Binds {
    /// Whether a body of `level` is bound; where no level is given, only by what binds all.
    pub fn holds(self, level: Option<AdminLevel>) -> bool {
        match self {
            Self::All => true,
            Self::CityAndCounty => matches!(level, Some(AdminLevel::City | AdminLevel::County)),
            Self::Township => level == Some(AdminLevel::Township),
        }
    }
}

impl Duty {
    /// Whether it binds only bodies of some levels (0207), not all (0206).
    pub fn is_local(&self) -> bool {
        self.binds != Binds::All
    }
}

/// The duties in force on `day`; none before 2008-05-01.
pub fn in_force(day: Day) -> impl Iterator<Item = &'static Duty> {
    DUTIES.iter().filter(move |duty| duty.ground.law.in_force(day))
}

const fn duty(code: &'static str, zh: &'static str, en: &'static str, ground: Ground, binds: Binds) -> Duty {
    Duty { code, title: Words { zh, en }, ground, binds }
}

/// Every duty, version by version, in the order of the text.
pub static DUTIES: &[Duty] = &[
    // Regulations of 2008, article 10.
    duty(
        "2008:10.1",
        "行政法规、规章和规范性文件",
        "regulations, rules and normative documents",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.2",
        "国民经济和社会发展规划、专项规划、区域规划及相关政策",
        "plans for economic and social development and related policies",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.3",
        "国民经济和社会发展统计信息",
        "statistics of economic and social development",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.4",
        "财政预算、决算报告",
        "reports on budgets and final accounts",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.5",
        "行政事业性收费的项目、依据、标准",
        "administrative fees, their basis and rates",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.6",
        "政府集中采购项目的目录、标准及实施情况",
        "central procurement: catalogue, standards and how it is carried out",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.7",
        "行政许可的事项、依据、条件、数量、程序、期限以及申请行政许可需要提交的全部材料目录及办理情况",
        "licences: matters, basis, conditions, procedure, materials and handling",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.8",
        "重大建设项目的批准和实施情况",
        "approval and carrying out of major construction projects",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.9",
        "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况",
        "policies on poverty relief, education, health, social security and employment",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.10",
        "突发公共事件的应急预案、预警信息及应对情况",
        "emergency plans, warnings and responses",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    duty(
        "2008:10.11",
        "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况",
        "inspections of environment, public health, work safety, food, medicine and product quality",
        laws::REGULATIONS_2008_10,
        Binds::All,
    ),
    // Regulations of 2008, article 11: cities and counties.
    duty(
        "2008:11.1",
        "城乡建设和管理的重大事项",
        "major matters of urban and rural construction",
        laws::REGULATIONS_2008_11,
        Binds::CityAndCounty,
    ),
    duty(
        "2008:11.2",
        "社会公益事业建设情况",
        "building of public welfare",
        laws::REGULATIONS_2008_11,
        Binds::CityAndCounty,
    ),
    duty(
        "2008:11.3",
        "征收或者征用土地、房屋拆迁及其补偿、补助费用的发放、使用情况",
        "taking of land, demolition, compensation and its use",
        laws::REGULATIONS_2008_11,
        Binds::CityAndCounty,
    ),
    duty(
        "2008:11.4",
        "抢险救灾、优抚、救济、社会捐助等款物的管理、使用和分配情况",
        "relief, pensions, aid and donations: management, use and distribution",
        laws::REGULATIONS_2008_11,
        Binds::CityAndCounty,
    ),
    // Regulations of 2008, article 12: townships.
    duty(
        "2008:12.1",
        "贯彻落实国家关于农村工作政策的情况",
        "how national policies for the countryside are carried out",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.2",
        "财政收支、各类专项资金的管理和使用情况",
        "revenue, spending and special funds",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.3",
        "乡（镇）土地利用总体规划、宅基地使用的审核情况",
        "land use plans and review of house sites",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.4",
        "征收或者征用土地、房屋拆迁及其补偿、补助费用的发放、使用情况",
        "taking of land, demolition, compensation and its use",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.5",
        "乡（镇）的债权债务、筹资筹劳情况",
        "debts and claims, funds and labour raised",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.6",
        "抢险救灾、优抚、救济、社会捐助等款物的发放情况",
        "distribution of relief, pensions, aid and donations",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.7",
        "乡镇集体企业及其他乡镇经济实体承包、租赁、拍卖等情况",
        "contracting, lease and sale of collective enterprises",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    duty(
        "2008:12.8",
        "执行计划生育政策的情况",
        "how family planning policy is carried out",
        laws::REGULATIONS_2008_12,
        Binds::Township,
    ),
    // Regulations of 2019, article 20.
    duty(
        "2019:20.1",
        "行政法规、规章和规范性文件",
        "regulations, rules and normative documents",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.2",
        "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名",
        "functions, structure, address, hours, contacts and heads",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.3",
        "国民经济和社会发展规划、专项规划、区域规划及相关政策",
        "plans for economic and social development and related policies",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.4",
        "国民经济和社会发展统计信息",
        "statistics of economic and social development",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.5",
        "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果",
        "licences and other services: basis, conditions, procedure and results",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.6",
        "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定",
        "penalties and coercion: basis, conditions, procedure and notable decisions",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty("2019:20.7", "财政预算、决算信息", "budgets and final accounts", laws::REGULATIONS_2019_20, Binds::All),
    duty(
        "2019:20.8",
        "行政事业性收费项目及其依据、标准",
        "administrative fees, their basis and rates",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.9",
        "政府集中采购项目的目录、标准及实施情况",
        "central procurement: catalogue, standards and how it is carried out",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.10",
        "重大建设项目的批准和实施情况",
        "approval and carrying out of major construction projects",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.11",
        "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况",
        "policies on poverty relief, education, health, social security and employment",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.12",
        "突发公共事件的应急预案、预警信息及应对情况",
        "emergency plans, warnings and responses",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.13",
        "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况",
        "inspections of environment, public health, work safety, food, medicine and product quality",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.14",
        "公务员招考的职位、名额、报考条件等事项以及录用结果",
        "recruitment of civil servants: posts, numbers, conditions and results",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    duty(
        "2019:20.15",
        "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息",
        "other information that laws and rules oblige bodies to publish",
        laws::REGULATIONS_2019_20,
        Binds::All,
    ),
    // Regulations of 2019, article 21: cities and counties.
    duty("2019:21.1", "市政建设", "municipal construction", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    duty("2019:21.2", "公共服务", "public services", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    duty("2019:21.3", "公益事业", "public welfare", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    duty("2019:21.4", "土地征收", "taking of land", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    duty("2019:21.5", "房屋征收", "taking of houses", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    duty("2019:21.6", "治安管理", "public order", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    duty("2019:21.7", "社会救助", "social assistance", laws::REGULATIONS_2019_21, Binds::CityAndCounty),
    // Regulations of 2019, article 21: townships, counted on.
    duty(
        "2019:21.8",
        "贯彻落实农业农村政策",
        "carrying out policies for farming and the countryside",
        laws::REGULATIONS_2019_21,
        Binds::Township,
    ),
    duty(
        "2019:21.9",
        "农田水利工程建设运营",
        "building and running of irrigation works",
        laws::REGULATIONS_2019_21,
        Binds::Township,
    ),
    duty(
        "2019:21.10",
        "农村土地承包经营权流转",
        "transfer of contracted land",
        laws::REGULATIONS_2019_21,
        Binds::Township,
    ),
    duty("2019:21.11", "宅基地使用情况审核", "review of house sites", laws::REGULATIONS_2019_21, Binds::Township),
    duty("2019:21.12", "土地征收", "taking of land", laws::REGULATIONS_2019_21, Binds::Township),
    duty("2019:21.13", "房屋征收", "taking of houses", laws::REGULATIONS_2019_21, Binds::Township),
    duty("2019:21.14", "筹资筹劳", "funds and labour raised", laws::REGULATIONS_2019_21, Binds::Township),
    duty("2019:21.15", "社会救助", "social assistance", laws::REGULATIONS_2019_21, Binds::Township),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    #[test]
    fn the_regulations_in_force_decide_how_many_duties_there_are() {
        let count = |day: &str| in_force(day.parse::<Day>().unwrap()).filter(|duty| !duty.is_local()).count();
        assert_eq!(
            (count("2008-04-30"), count("2018-12-31"), count("2019-05-14"), count("2019-05-15")),
            (0, 11, 11, 15)
        );
    }

    #[test]
    fn codes_name_one_duty_each() {
        for duty in DUTIES {
            assert_eq!(DUTIES.iter().filter(|other| other.code == duty.code).count(), 1, "{}", duty.code);
        }
    }

    #[test]
    fn townships_and_cities_are_bound_by_different_duties() {
        let bound = |level| DUTIES.iter().filter(|duty| duty.is_local() && duty.binds.holds(level)).count();
        assert_eq!(bound(Some(AdminLevel::County)), 4 + 7);
        assert_eq!(bound(Some(AdminLevel::Township)), 8 + 8);
        assert_eq!(bound(Some(AdminLevel::Village)), 0);
        assert_eq!(bound(None), 0);
    }
}
