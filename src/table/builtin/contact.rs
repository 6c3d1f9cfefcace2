//! Between body and public: what institutions publish, messages, posts, applications.

use super::form::{Form, head, one_of, text, word};
use crate::vocabulary::{CellType, Sector, Word};

/// 公共企事业单位公开事项 (国办发〔2020〕50号).
pub(super) static INSTITUTION_ITEMS: Form = Form {
    id: "institution-items",
    title: "公共企事业单位公开事项",
    public: true,
    columns: &[
        text("公开事项").required(),
        text("单位名称").required(),
        word("行业领域", Sector::VOCABULARY, &["其他"]),
        text("公开内容").required(),
        text("公开依据"),
        text("公开时限").required(),
        text("公开渠道"),
        text("责任主体").required(),
        text("公开对象"),
    ],
};

/// 留言.
pub(super) static MESSAGES: Form = Form {
    id: "messages",
    title: "留言",
    public: true,
    columns: &[
        head("编号", CellType::Code).key(),
        one_of("类别", &["咨询", "建议", "投诉", "求助", "举报", "其他"]).required(),
        head("留言人", CellType::Person),
        text("留言内容").required(),
        head("受理日期", CellType::Date).required(),
        head("转办日期", CellType::Date),
        text("承办单位"),
        head("答复日期", CellType::Date),
        text("答复内容"),
        head("复杂事项", CellType::YesNo),
    ],
};

/// 新媒体发布.
pub(super) static POSTS: Form = Form {
    id: "posts",
    title: "新媒体发布",
    public: true,
    columns: &[
        text("账号").required(),
        text("标题").required(),
        head("发布日期", CellType::Date).required(),
        head("网址", CellType::Url),
        text("审核人"),
        head("与职能相关", CellType::YesNo),
        head("发现差错日期", CellType::Date),
        head("更正日期", CellType::Date),
        head("删除日期", CellType::Date),
    ],
};

/// What an application comes to: the rows 三（一）–（六） of table three of the annual report (国办公开办函〔2021〕30号).
const RESULTS: &[&str] = &[
    "予以公开",
    "部分公开",
    "国家秘密",
    "其他法律行政法规禁止公开",
    "危及“三安全一稳定”",
    "保护第三方合法权益",
    "三类内部事务信息",
    "四类过程性信息",
    "行政执法案卷",
    "行政查询事项",
    "本机关不掌握",
    "没有现成信息需要另行制作",
    "补正后申请内容仍不明确",
    "信访举报投诉类",
    "重复申请",
    "要求提供公开出版物",
    "无正当理由大量反复申请",
    "要求确认或重新出具已获取信息",
    "逾期不补正",
    "逾期未缴费",
    "其他",
];

/// How a review or a suit ends: the columns of table four.
const OUTCOMES: &[&str] = &["结果维持", "结果纠正", "其他结果", "尚未审结"];

/// 依申请公开: the internal register that tables three and four of the annual report are counted from.
pub(super) static APPLICATIONS: Form = Form {
    id: "applications",
    title: "依申请公开登记",
    public: false,
    columns: &[
        head("编号", CellType::Code).key(),
        head("收到日期", CellType::Date).required(),
        one_of("申请人类型", &["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]).required(),
        head("申请人", CellType::Person),
        text("申请内容"),
        head("补正告知日期", CellType::Date),
        head("补正日期", CellType::Date),
        head("征求意见日期", CellType::Date),
        head("意见收到日期", CellType::Date),
        head("延期告知日期", CellType::Date),
        head("答复日期", CellType::Date),
        one_of("处理结果", RESULTS),
        one_of("行政复议", OUTCOMES),
        one_of("行政诉讼（未经复议）", OUTCOMES),
        one_of("行政诉讼（复议后）", OUTCOMES),
    ],
};
