//! What bodies are: their kind, level, sector, powers, and where they keep accounts.

use super::term::closed_list;

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
        City: "city", "市级", "city", ["地市级", "设区市级", "州级", "盟级", "地级"];
        County: "county", "县级", "county", ["区级", "旗级", "县区级", "县（市）级", "区县级", "县（区）级", "县(区)级", "县（市、区）级"];
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

closed_list! {
    /// 职权类型 of the power and duty list (中办发〔2015〕21号).
    PowerType "职权类型" {
        Licensing: "licensing", "行政许可", "licensing", ["许可"];
        Penalty: "penalty", "行政处罚", "penalty", ["处罚"];
        Coercion: "coercion", "行政强制", "coercion", ["强制"];
        Levy: "levy", "行政征收", "levy", ["征收"];
        Payment: "payment", "行政给付", "payment", ["给付"];
        Inspection: "inspection", "行政检查", "inspection", ["检查", "行政监督检查"];
        Confirmation: "confirmation", "行政确认", "confirmation", ["确认"];
        Reward: "reward", "行政奖励", "reward", ["奖励"];
        Adjudication: "adjudication", "行政裁决", "adjudication", ["裁决"];
        Other: "other", "其他权力", "other power", ["其他", "其他行政权力", "其他职权"];
    }
}

closed_list! {
    /// Where a government account lives.
    Platform "新媒体平台" {
        Wechat: "wechat", "微信", "WeChat", ["政务微信", "微信公众号", "公众号"];
        Weibo: "weibo", "微博", "Weibo", ["政务微博", "新浪微博"];
        App: "app", "客户端", "app", ["移动客户端", "政务客户端"];
        Other: "other", "其他", "other", ["其它"];
    }
}
