//! 规范性文件 of the central offices, the State Council's offices and ministries, by what they are about.

use super::super::{Dated, Law, Rank};

/// 《关于全面推进政务公开工作的意见》: what the five disclosures are.
pub static OPINION_2016: Law = Law {
    title: words! { zh: "《关于全面推进政务公开工作的意见》", en: "Opinion on Promoting Open Government in All Respects" },
    number: "中办发〔2016〕8号",
    rank: Rank::Document,
    from: Some((2016, 2, 17)),
    dated: Dated::Exactly,
    until: None,
};

/// 《〈关于全面推进政务公开工作的意见〉实施细则》: the short name 五公开, the five-hour response.
pub static OPINION_2016_RULES: Law = Law {
    title: words! { zh: "《〈关于全面推进政务公开工作的意见〉实施细则》", en: "Rules for Implementing the Opinion on Open Government" },
    number: "国办发〔2016〕80号",
    rank: Rank::Document,
    from: Some((2016, 11, 10)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于在政务公开工作中进一步做好政务舆情回应的通知》: 24 and 48 hours.
pub static RESPONSES_2016: Law = Law {
    title: words! { zh: "《关于在政务公开工作中进一步做好政务舆情回应的通知》", en: "Notice on Responding to Public Opinion" },
    number: "国办发〔2016〕61号",
    rank: Rank::Document,
    from: Some((2016, 7, 30)),
    dated: Dated::Exactly,
    until: None,
};

/// 《2016年政务公开工作要点》: interpretation within three working days, taken up by many local rules since. Key points bind their year. Not 国办秘函〔2019〕19号.
pub static POINTS_2016: Law = Law {
    title: words! { zh: "《2016年政务公开工作要点》", en: "Key Points of Open Government for 2016" },
    number: "国办发〔2016〕19号",
    rank: Rank::Document,
    from: Some((2016, 4, 2)),
    dated: Dated::Exactly,
    until: Some((2016, 12, 31)),
};

/// 《2018年政务公开工作要点》: the parent of the plan that this tool was first made for.
pub static POINTS_2018: Law = Law {
    title: words! { zh: "《2018年政务公开工作要点》", en: "Key Points of Open Government for 2018" },
    number: "国办发〔2018〕23号",
    rank: Rank::Document,
    from: Some((2018, 4, 8)),
    dated: Dated::Exactly,
    until: Some((2018, 12, 31)),
};

/// 《开展基层政务公开标准化规范化试点工作方案》.
pub static PILOTS_2017: Law = Law {
    title: words! { zh: "《开展基层政务公开标准化规范化试点工作方案》", en: "Pilot Scheme for Standards of Open Government at the Grass Roots" },
    number: "国办发〔2017〕42号",
    rank: Rank::Document,
    from: Some((2017, 5, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《政府网站发展指引》: page labels, footers, messages, links between policy and interpretation.
pub static WEBSITES_2017: Law = Law {
    title: words! { zh: "《政府网站发展指引》", en: "Guidelines for the Development of Government Websites" },
    number: "国办发〔2017〕47号",
    rank: Rank::Document,
    from: Some((2017, 5, 15)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于推进重大建设项目批准和实施领域政府信息公开的意见》: the eight classes.
pub static PROJECTS_2017: Law = Law {
    title: words! { zh: "《关于推进重大建设项目批准和实施领域政府信息公开的意见》", en: "Opinion on Open Information on Major Construction Projects" },
    number: "国办发〔2017〕94号",
    rank: Rank::Document,
    from: Some((2017, 12, 7)),
    dated: Dated::Roughly,
    until: None,
};

/// 《关于加强行政规范性文件制定和监督管理工作的通知》: registration, comments, period of validity.
pub static NORMATIVE_2018: Law = Law {
    title: words! { zh: "《关于加强行政规范性文件制定和监督管理工作的通知》", en: "Notice on Making and Supervising Normative Documents" },
    number: "国办发〔2018〕37号",
    rank: Rank::Document,
    from: Some((2018, 5, 16)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于推进政务新媒体健康有序发展的意见》.
pub static NEW_MEDIA_2018: Law = Law {
    title: words! { zh: "《关于推进政务新媒体健康有序发展的意见》", en: "Opinion on Government New Media" },
    number: "国办发〔2018〕123号",
    rank: Rank::Document,
    from: Some((2018, 12, 27)),
    dated: Dated::Roughly,
    until: None,
};

/// 《关于开展第一次全国政府网站普查的通知》: the indicators until those of 2019.
pub static CENSUS_2015: Law = Law {
    title: words! { zh: "《关于开展第一次全国政府网站普查的通知》", en: "Notice on the First National Census of Government Websites" },
    number: "国办发〔2015〕15号",
    rank: Rank::Document,
    from: Some((2015, 12, 31)),
    dated: Dated::Roughly,
    until: Some((2019, 3, 31)),
};

/// 《政府网站与政务新媒体检查指标》. Not 国办发〔2016〕19号.
pub static INDICATORS_2019: Law = Law {
    title: words! { zh: "《政府网站与政务新媒体检查指标》", en: "Inspection Indicators for Government Websites and New Media" },
    number: "国办秘函〔2019〕19号",
    rank: Rank::Document,
    from: Some((2019, 4, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于全面推进基层政务公开标准化规范化工作的指导意见》: what a catalogue states of each item.
pub static STANDARDS_2019: Law = Law {
    title: words! { zh: "《关于全面推进基层政务公开标准化规范化工作的指导意见》", en: "Guiding Opinion on Standards of Open Government at the Grass Roots" },
    number: "国办发〔2019〕54号",
    rank: Rank::Document,
    from: Some((2019, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《关于规范政府信息公开平台有关事项的通知》. Not 国办发〔2016〕61号.
pub static PLATFORM_2019: Law = Law {
    title: words! { zh: "《关于规范政府信息公开平台有关事项的通知》", en: "Notice on the Form of Disclosure Platforms" },
    number: "国办公开办函〔2019〕61号",
    rank: Rank::Document,
    from: Some((2019, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《关于政府信息公开工作年度报告有关事项的通知》: the form of annual reports for 2019 and 2020.
pub static ANNUAL_REPORT_2019: Law = Law {
    title: words! { zh: "《关于政府信息公开工作年度报告有关事项的通知》", en: "Notice on Annual Disclosure Reports" },
    number: "国办公开办函〔2019〕60号",
    rank: Rank::Document,
    from: Some((2019, 12, 31)),
    dated: Dated::Roughly,
    until: Some((2021, 9, 25)),
};

/// 《政府信息公开工作年度报告格式》: the form of annual reports since that for 2021.
pub static ANNUAL_REPORT_2021: Law = Law {
    title: words! { zh: "《政府信息公开工作年度报告格式》", en: "Form of Annual Disclosure Reports" },
    number: "国办公开办函〔2021〕30号",
    rank: Rank::Document,
    from: Some((2021, 9, 26)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于做好政府网站年度报表发布工作的通知》: every government website publishes a report of its work by 31 January.
pub static WEBSITE_REPORT_2018: Law = Law {
    title: words! { zh: "《国务院办公厅关于做好政府网站年度报表发布工作的通知》", en: "Notice on Publishing Annual Reports of Government Websites" },
    number: "国办函〔2018〕12号",
    rank: Rank::Document,
    from: Some((2018, 1, 15)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于做好规章集中公开并动态更新工作的通知》.
pub static RULES_2021: Law = Law {
    title: words! { zh: "《关于做好规章集中公开并动态更新工作的通知》", en: "Notice on Publishing Rules Together" },
    number: "国办公开办函〔2021〕33号",
    rank: Rank::Document,
    from: Some((2021, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《公共企事业单位信息公开规定制定办法》.
pub static INSTITUTIONS_2020: Law = Law {
    title: words! { zh: "《公共企事业单位信息公开规定制定办法》", en: "Measures for Making Disclosure Rules of Public Enterprises and Institutions" },
    number: "国办发〔2020〕50号",
    rank: Rank::Document,
    from: Some((2020, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《关于推行地方各级政府工作部门权力清单制度的指导意见》.
pub static POWER_LIST_2015: Law = Law {
    title: words! { zh: "《关于推行地方各级政府工作部门权力清单制度的指导意见》", en: "Guiding Opinion on Lists of Powers" },
    number: "中办发〔2015〕21号",
    rank: Rank::Document,
    from: Some((2015, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《政务信息资源目录编制指南（试行）》: sharing and opening kinds of data resources.
pub static DATA_2017: Law = Law {
    title: words! { zh: "《政务信息资源目录编制指南（试行）》", en: "Guide to Catalogues of Government Data Resources (trial)" },
    number: "发改高技〔2017〕1272号",
    rank: Rank::Document,
    from: Some((2017, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《政务信息资源共享管理暂行办法》: what is shared only on condition says on which, what is refused says by what law; until the
/// regulations of 2025.
pub static SHARING_2016: Law = Law {
    title: words! { zh: "《政务信息资源共享管理暂行办法》", en: "Interim Measures for Sharing Government Information Resources" },
    number: "国发〔2016〕51号",
    rank: Rank::Document,
    from: Some((2016, 9, 5)),
    dated: Dated::Exactly,
    until: Some((2025, 7, 31)),
};

/// 《重大建设项目领域基层政务公开标准指引》.
pub static PROJECT_STANDARDS_2019: Law = Law {
    title: words! { zh: "《重大建设项目领域基层政务公开标准指引》", en: "Standards of Disclosure for Major Construction Projects" },
    number: "发改办投资〔2019〕621号",
    rank: Rank::Document,
    from: Some((2019, 5, 27)),
    dated: Dated::Exactly,
    until: None,
};

/// 《政府信息公开目录系统实施指引（试行）》: index numbers are unique and permanent. Its number is not surely known.
pub static DIRECTORY_2009: Law = Law {
    title: words! { zh: "《政府信息公开目录系统实施指引（试行）》", en: "Guide to Disclosure Directory Systems (trial)" },
    number: "",
    rank: Rank::Document,
    from: Some((2009, 12, 31)),
    dated: Dated::Roughly,
    until: None,
};

/// 《关于认真做好行政许可和行政处罚等信用信息公示工作的通知》 (双公示): licences and penalties within seven working days.
pub static DOUBLE_2015: Law = Law {
    title: words! { zh: "《关于认真做好行政许可和行政处罚等信用信息公示工作的通知》", en: "Notice on Publishing Licences and Penalties as Credit Information" },
    number: "发改电〔2015〕557号",
    rank: Rank::Document,
    from: Some((2015, 9, 15)),
    dated: Dated::Exactly,
    until: Some((2018, 12, 4)),
};

/// 《关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》: decisions within twenty working days,
/// licences and penalties within seven.
pub static ENFORCEMENT_2018: Law = Law {
    title: words! {
        zh: "《关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》",
        en: "Guiding Opinion on Publicity, Records and Legal Review in Administrative Enforcement",
    },
    number: "国办发〔2018〕118号",
    rank: Rank::Document,
    from: Some((2018, 12, 5)),
    dated: Dated::Exactly,
    until: None,
};

/// 《关于在市场体系建设中建立公平竞争审查制度的意见》: until the regulations of 2024.
pub static COMPETITION_2016: Law = Law {
    title: words! { zh: "《关于在市场体系建设中建立公平竞争审查制度的意见》", en: "Opinion on Fair Competition Review" },
    number: "国发〔2016〕34号",
    rank: Rank::Document,
    from: Some((2016, 6, 30)),
    dated: Dated::Roughly,
    until: Some((2024, 7, 31)),
};

/// 《政府信息公开信息处理费管理办法》: what applications beyond the usual cost.
pub static FEES_2021: Law = Law {
    title: words! { zh: "《政府信息公开信息处理费管理办法》", en: "Measures for Fees of Handling Applications for Information" },
    number: "国办函〔2020〕109号",
    rank: Rank::Document,
    from: Some((2021, 1, 1)),
    dated: Dated::Exactly,
    until: None,
};

/// 《人工智能生成合成内容标识办法》: a visible label on what is generated.
pub static AI_LABELS: Law = Law {
    title: words! { zh: "《人工智能生成合成内容标识办法》", en: "Measures for Labelling Content Generated by AI" },
    number: "",
    rank: Rank::Document,
    from: Some((2025, 9, 1)),
    dated: Dated::Exactly,
    until: None,
};
