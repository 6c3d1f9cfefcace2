//! What bodies are: their kind, level, sector and officers.

use super::list::closed_list;

closed_list! {
    /// The legal kind of a body (条例 arts 2, 54, 55).
    OrganisationKind "机构类型" {
        Agency: "agency", "行政机关", "administrative agency", ["机关", "政府部门"];
        Authorised: "authorised", "授权组织", "authorised organisation",
            ["法律法规授权组织", "法律、法规授权的组织", "法律、法规授权的具有管理公共事务职能的组织"];
        Institution: "institution", "公共企事业单位", "public enterprise or institution", ["企事业单位", "公共事业单位"];
        Government: "government", "政府", "government", ["人民政府"];
    }
}

closed_list! {
    /// 公开层级: the level of government that publishes an item.
    AdminLevel "公开层级" {
        City: "city", "市级", "city", ["地市级", "设区市级"];
        County: "county", "县级", "county", ["区级", "县区级", "县（区）级", "县(区)级", "县（市、区）级"];
        Township: "township", "乡级", "township",
            ["乡镇级", "镇级", "街道级", "镇（街）级", "镇(街)级", "镇街级", "乡镇（街道）级", "乡（镇）级", "乡（镇、街道）级"];
        Village: "village", "村级", "village", ["社区级", "村（社区）级", "村(社区)级", "村居级", "村（居）级"];
    }
}

closed_list! {
    /// The sectors of public enterprises and institutions (条例 art. 55; 国办发〔2020〕50号).
    Sector "公共企事业单位行业" {
        Education: "education", "教育", "education";
        Health: "health", "卫生健康", "health", ["医疗卫生", "卫生", "医疗"];
        Water: "water", "供水", "water supply";
        Power: "power", "供电", "power supply";
        Gas: "gas", "供气", "gas supply", ["燃气"];
        Heating: "heating", "供热", "heating", ["供暖"];
        Environment: "environment", "环境保护", "environment", ["环保", "生态环境"];
        Transport: "transport", "公共交通", "public transport", ["公交"];
        Other: "other", "其他", "other", ["其它"];
    }
}
