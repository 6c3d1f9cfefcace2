//! Government services: the list, and the elements of each (实施清单, GB/T 39554).

use super::form::{Form, Head, head, many_of, one_of, text, word};
use crate::vocabulary::{CellType, PowerType, Word};

const CLIENTS: &[&str] = &["自然人", "法人", "非法人组织", "其他组织"];

const fn service_type() -> Head {
    word("事项类型", PowerType::VOCABULARY, &["其他行政权力", "公共服务"])
}

const fn speed() -> Head {
    one_of("办件类型", &["即办件", "承诺件"])
}

/// 政务服务事项清单.
pub(super) static SERVICE_LIST: Form = Form {
    id: "service-list",
    title: "政务服务事项清单",
    public: true,
    columns: &[
        text("事项名称").required(),
        head("基本编码", CellType::Code).key(),
        service_type().required(),
        text("设定依据").required(),
        text("实施主体").required(),
        text("承办机构"),
        many_of("服务对象", CLIENTS).required(),
        speed(),
        head("法定办结时限", CellType::WorkingDays).required(),
        head("承诺办结时限", CellType::WorkingDays).required(),
        text("申请材料").required(),
        head("是否收费", CellType::YesNo).required(),
        text("办理地点"),
        head("到办事现场次数", CellType::Integer),
        text("咨询方式").required(),
    ],
};

/// 政务服务事项实施清单.
pub(super) static SERVICE_ELEMENTS: Form = Form {
    id: "service-elements",
    title: "政务服务事项实施清单",
    public: true,
    columns: &[
        text("事项名称").required(),
        head("基本编码", CellType::Code),
        head("实施编码", CellType::Code).key(),
        service_type().required(),
        text("设定依据").required(),
        many_of("行使层级", &["国家级", "省级", "市级", "县级", "乡级", "村级"]),
        text("实施主体").required(),
        one_of("实施主体性质", &["法定机关", "授权组织", "受委托组织"]),
        head("实施主体编码", CellType::CreditCode),
        text("委托部门"),
        text("承办机构"),
        many_of("服务对象", CLIENTS).required(),
        speed().required(),
        head("法定办结时限", CellType::WorkingDays).required(),
        head("承诺办结时限", CellType::WorkingDays).required(),
        text("受理条件").required(),
        text("申请材料").required(),
        text("办理流程").required(),
        head("是否收费", CellType::YesNo).required(),
        text("收费依据"),
        text("收费标准"),
        text("中介服务"),
        text("结果名称"),
        text("结果样本"),
        text("办理地点").required(),
        text("办理时间").required(),
        head("到办事现场次数", CellType::Integer),
        text("网上办理深度"),
        text("通办范围"),
        head("是否进驻大厅", CellType::YesNo),
        text("咨询方式").required(),
        text("监督投诉方式").required(),
        text("常见问题"),
    ],
};
