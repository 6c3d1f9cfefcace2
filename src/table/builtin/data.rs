//! Government data: sharing, opening (发改高技〔2017〕1272号), electronic licences.

use super::form::{Form, head, many_of, text, word};
use crate::vocabulary::{CellType, Opening, Sharing, UpdateCycle, Word};

/// 政务信息资源共享责任清单.
pub(super) static SHARING_LIST: Form = Form {
    id: "sharing-list",
    title: "政务信息资源共享责任清单",
    public: true,
    columns: &[
        text("信息资源名称").required(),
        head("信息资源代码", CellType::Code).key(),
        text("信息资源分类"),
        text("提供方").required(),
        head("提供方代码", CellType::Code),
        text("摘要"),
        text("格式").required(),
        text("信息项").required(),
        word("共享类型", Sharing::VOCABULARY, &[]).required(),
        text("共享条件"),
        text("不予共享依据"),
        text("共享方式"),
        word("更新周期", UpdateCycle::VOCABULARY, &[]).required(),
        head("发布日期", CellType::Date),
        head("更新日期", CellType::Date),
        text("关联资源代码"),
    ],
};

/// 政务信息资源开放责任清单.
pub(super) static OPENING_LIST: Form = Form {
    id: "opening-list",
    title: "政务信息资源开放责任清单",
    public: true,
    columns: &[
        text("信息资源名称").required(),
        head("信息资源代码", CellType::Code).key(),
        text("信息资源分类"),
        text("提供方").required(),
        head("提供方代码", CellType::Code),
        text("摘要"),
        text("格式").required(),
        text("信息项").required(),
        word("开放类型", Opening::VOCABULARY, &[]).required(),
        text("开放条件"),
        word("更新周期", UpdateCycle::VOCABULARY, &[]).required(),
        head("发布日期", CellType::Date),
        head("更新日期", CellType::Date),
        text("关联资源代码"),
    ],
};

/// 电子证照目录.
pub(super) static LICENCE_CATALOGUE: Form = Form {
    id: "licence-catalogue",
    title: "电子证照目录",
    public: true,
    columns: &[
        text("证照名称").required(),
        head("证照类型代码", CellType::Code).key(),
        text("颁发机构").required(),
        many_of("持证主体", &["自然人", "法人", "非法人组织", "其他组织"]),
        text("设定依据"),
        text("有效期限"),
        head("是否已电子化", CellType::YesNo).required(),
        text("共享方式"),
        word("更新周期", UpdateCycle::VOCABULARY, &[]),
    ],
};
