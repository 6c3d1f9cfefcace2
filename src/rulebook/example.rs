//! The tiny project that the rules' examples are laid over: whole, and without a fault.

/// The base project: path and text of each file.
pub static BASE: &[(&str, &str)] = &[
    ("catalogue/site.toml", SITE),
    ("catalogue/organisation.toml", ORGANISATION),
    ("catalogue/items.toml", ITEMS),
    ("content/2018/通知.md", ENTRY),
];

const SITE: &str = r#"[site]
title = "示例局政府信息公开"
organisation = "bureau"
url = "https://www.example.gov.cn/bureau/"
as_of = 2018-12-31
profile = "catalogue-only"
revised = 2018-07-20
"#;

const ORGANISATION: &str = r#"[[organisation]]
id = "bureau"
name = "示例区示例局"
short = "示例局"
kind = "行政机关"
disclosure = { leader = "分管副局长", office = "办公室", staff = 1 }
officers = [
  { role = "管理员", post = "办公室主任" },
  { role = "信息员", post = "办公室科员" },
  { role = "咨询员", post = "业务科科长" },
  { role = "审核员", post = "分管副局长" },
  { role = "监督员", post = "纪检组组长" },
]
"#;

const ITEMS: &str = r#"[[field]]
id = "policy"
title = "政策文件"

[[item]]
id = "notices"
field = "policy"
title = "部门文件"
disclosure = ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]
facet = ["政策解读", "舆情回应", "公众参与"]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第十条第一项"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
level = ["县级"]
"#;

const ENTRY: &str = r#"+++
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
kind = "document"
number = "示局发〔2018〕1号"
made = 2018-06-20
published = 2018-06-22
summary = "部署夏季防汛值守、巡查和物资储备。"
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
+++
各科室：

汛期已到，请落实二十四小时值守，发现险情立即报告。
"#;
