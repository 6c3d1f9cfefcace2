//! What a body may and must do: powers and duties, fees, random inspections, major decisions.

use super::form::{Form, head, many_of, one_of, text, word};
use crate::vocabulary::{CellType, PowerType, Word};

/// 权责清单 (中办发〔2015〕21号): name, code, type, basis, body, flow chart, supervision; duties and accountability beside.
pub(super) static POWER_LIST: Form = Form {
    id: "power-list",
    title: "权责清单",
    public: true,
    columns: &[
        text("职权名称").required(),
        head("职权编码", CellType::Code).key(),
        word("职权类型", PowerType::VOCABULARY, &[]).required(),
        text("实施依据").required(),
        text("行使主体").required(),
        text("责任事项"),
        text("追责情形"),
        text("流程图"),
        text("监督方式").required(),
    ],
};

/// 收费清单: what is charged, on what ground, how much, by whom.
pub(super) static FEE_LIST: Form = Form {
    id: "fee-list",
    title: "收费清单",
    public: true,
    columns: &[
        text("收费项目").required(),
        one_of("收费性质", &["行政事业性收费", "政府性基金", "保证金", "经营服务性收费", "其他"]),
        text("收费依据").required(),
        text("收费标准").required(),
        text("收费主体").required(),
        text("收费对象"),
        text("减免政策"),
        text("监督方式"),
    ],
};

/// 随机抽查事项清单 (双随机、一公开).
pub(super) static INSPECTION_ITEMS: Form = Form {
    id: "inspection-items",
    title: "随机抽查事项清单",
    public: true,
    columns: &[
        text("抽查事项").required(),
        one_of("事项类别", &["一般检查事项", "重点检查事项"]),
        text("抽查依据").required(),
        text("抽查主体").required(),
        text("抽查对象").required(),
        text("抽查内容").required(),
        text("抽查方式"),
        text("抽查比例"),
        text("抽查频次"),
    ],
};

/// 重大行政决策事项目录 (重大行政决策程序暂行条例 art. 3).
pub(super) static DECISION_CATALOGUE: Form = Form {
    id: "decision-catalogue",
    title: "重大行政决策事项目录",
    public: true,
    columns: &[
        text("决策事项").required(),
        text("承办单位").required(),
        text("决策依据"),
        many_of("履行程序", &["公众参与", "专家论证", "风险评估", "公平竞争审查", "合法性审查", "集体讨论决定"]),
        text("计划完成时间").required(),
        text("备注"),
    ],
};
