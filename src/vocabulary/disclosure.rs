//! The five disclosures, the three facets beside them, and the way of disclosure.

use super::list::closed_list;

closed_list! {
    /// The five disclosures (五公开) of 中办发〔2016〕8号 and 国办发〔2016〕80号.
    Disclosure "五公开" {
        Decision: "decision", "决策公开", "Decisions", ["决策"];
        Execution: "execution", "执行公开", "Execution", ["执行"];
        Management: "management", "管理公开", "Management", ["管理"];
        Service: "service", "服务公开", "Services", ["服务"];
        Result: "result", "结果公开", "Results", ["结果"];
    }
}

closed_list! {
    /// What a catalogue must show beside the five disclosures.
    Facet "公开要求" {
        Interpretation: "interpretation", "政策解读", "Interpretation of policy", ["解读"];
        Response: "response", "舆情回应", "Response to public opinion", ["回应关切", "政务舆情回应", "回应", "舆情"];
        Participation: "participation", "公众参与", "Public participation", ["参与", "决策预公开", "互动交流"];
    }
}

closed_list! {
    /// 公开方式: whether a body publishes of itself, on application, or not at all (条例 arts 13–16).
    Way "公开方式" {
        Active: "active", "主动", "published actively", ["主动公开"];
        OnRequest: "on-request", "依申请", "on request", ["依申请公开"];
        Withheld: "withheld", "不予公开", "withheld", ["不公开", "不予"];
    }
}
