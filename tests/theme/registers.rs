//! Made-up plans, coverage, projects, registers and accounts.

use gongkai::internals::site::page::{
    Account, Accounts, Appraisal, Body, Change, ChangeGroup, Changes, Counted, Coverage, CoverageCell, CoverageField,
    CoverageRow, CoverageShare, CoverageState, Evidence, Exception, ExceptionGroup, Exceptions, Fact, Indicator,
    Institution, Institutions, Milestone, Plan, PlanSection, Post, Project, ProjectClass, Register, Stage, Tally, Task,
    TaskItem, Website, Websites, Withdrawal,
};

use super::documents::sheet;
use super::lists::{five, rows};
use super::{Made, href, link, page, section, word};

pub(super) fn pages() -> Vec<Made> {
    let made = |address: &'static str, title: &'static str, body: fn(&str) -> Body<'static>| {
        let file = format!("{address}index.html");
        Made { address, labels: 7, section: section(&file, title, &[]), page: page(&file, title, body(&file)) }
    };
    let mut pages = vec![
        made("/plan/2018/", "2018年政务公开工作任务", plan),
        made("/coverage/", "公开覆盖情况", coverage),
        made("/exception/", "依申请公开和不予公开事项", exceptions),
        made("/changes/", "目录变更记录", changes),
        made("/institution/", "公共企事业单位", institutions),
        made("/project/park-road/", "滨江公园连接道路工程", project),
        made("/register/power-list/", "权责清单", register),
        made("/website/", "政府网站", websites),
        made("/facet/accounts/", "政务新媒体", accounts),
    ];
    // Its table is long.
    pages[6].page.head.scripts = vec!["table.js"];
    pages
}

const STATES: [(&str, &str); 5] = [
    ("done", "已完成"),
    ("done-late", "逾期完成"),
    ("partly", "部分完成"),
    ("late", "逾期未完成"),
    ("not-due", "未到期"),
];

fn plan(from: &str) -> Body<'static> {
    let task = |state: usize, number: &'static str, title: &'static str| Task {
        number: number.into(),
        title: title.into(),
        state: Some(word(STATES[state].0, STATES[state].1)),
        requirement: Some(
            "认真落实重大建设项目批准和实施领域政府信息公开的实施意见，及时准确公开审批、核准的重大建设项目相关信息。"
                .into(),
        ),
        facts: vec![
            Fact::plain("牵头单位", "赣州蓉江新区产业招商局"),
            Fact::plain("公开位置", "区政务网信息公开平台产业招商局栏目"),
        ],
        due: Some("2018-12-31".into()),
        office: "项目科".into(),
        items: vec![],
        proofs: 12,
        evidence: vec![],
        milestones: vec![],
        indicators: vec![],
    };
    let proof = |count, filled: bool| TaskItem {
        title: "批准结果信息".into(),
        href: href(from, "/catalogue/major-projects/approval-results/"),
        count,
        rows: if filled { rows(from).into_iter().skip(2).collect() } else { vec![] },
    };
    Body::Plan(Plan {
        title: "2018年政务公开工作任务".into(),
        as_of: "2018-12-31".into(),
        facts: vec![
            Fact::plain("责任单位", "赣州蓉江新区产业招商局"),
            Fact::plain("依据", "赣市府办字〔2018〕88号"),
            Fact::plain("起止日期", "2018-01-01 至 2018-12-31"),
        ],
        total: 9,
        tally: STATES
            .iter()
            .zip([4, 1, 2, 1, 1])
            .map(|((key, label), count)| Tally { state: word(key, label), count })
            .collect(),
        chart: Some(super::chart()),
        sections: vec![
            PlanSection {
                title: "一、突出重点领域信息公开".into(),
                tasks: vec![Task {
                    items: vec![proof(12, true), proof(0, false)],
                    ..task(2, "1", "重大建设项目批准和实施信息公开")
                }],
            },
            PlanSection {
                title: "二、加大依法行政公开力度".into(),
                tasks: vec![
                    task(0, "2", "公开会议议定事项和政策文件"),
                    Task {
                        evidence: vec![Evidence {
                            kind: Some("meeting".into()),
                            kind_label: Some("会议".into()),
                            what: "数据交换平台对接记录".into(),
                            on: Some("2018-11-01".into()),
                            by: Some("办公室".into()),
                        }],
                        milestones: vec![
                            Milestone {
                                title: "制定实施方案".into(),
                                due: Some("2018-09-30".into()),
                                done: Some("2018-09-12".into()),
                            },
                            Milestone {
                                title: "建成电子证照库".into(), due: Some("2018-12-15".into()), done: None
                            },
                        ],
                        indicators: vec![Indicator {
                            name: "共享数据集".into(),
                            value: Some("8个".into()),
                            on: Some("2018-09-30".into()),
                            target: Some("12个".into()),
                            percent: Some(67),
                        }],
                        ..task(3, "3", "政务数据共享")
                    },
                ],
            },
            PlanSection {
                title: "三、积极回应热点政务舆情".into(),
                tasks: vec![task(1, "4", "政策解读与舆情回应"), task(4, "5", "网民留言办理")],
            },
        ],
    })
}

fn coverage(from: &str) -> Body<'static> {
    use CoverageState::{Gap, Nil, Other, Some};
    let row = |title: &'static str, states: [(CoverageState, u64); 5]| CoverageRow {
        title: title.into(),
        href: href(from, "/catalogue/major-projects/approval-results/"),
        cells: states.map(|(state, count)| CoverageCell { state, count, dot: 4 }).to_vec(),
        total: states.iter().map(|(_, count)| count).sum(),
    };
    let field =
        |title: &'static str, rows| CoverageField { title: title.into(), href: href(from, "/catalogue/policy/"), rows };
    Body::Coverage(Coverage {
        as_of: "2018-12-31".into(),
        shares: five(from)
            .into_iter()
            .zip([92, 75, 100, 60, 0])
            .map(|(one, percent)| CoverageShare {
                title: one.title,
                href: one.href,
                items: 12,
                filled: 9,
                percent,
                entries: one.count,
            })
            .collect(),
        fields: vec![
            field(
                "重大建设项目批准和实施",
                vec![
                    row("批准服务信息", [(Other, 0), (Other, 0), (Other, 0), (Some, 3), (Other, 0)]),
                    row("批准结果信息", [(Other, 0), (Some, 12), (Other, 0), (Other, 0), (Gap, 0)]),
                    row("竣工有关信息", [(Other, 0), (Other, 0), (Other, 0), (Other, 0), (Nil, 0)]),
                ],
            ),
            field("政策文件", vec![row("规范性文件", [(Some, 18), (Other, 0), (Other, 0), (Other, 0), (Other, 0)])]),
        ],
        items: 36,
        filled: 29,
        told: Option::Some("决策公开 12 项均有内容。".into()),
        public: true,
        downloads: vec![],
    })
}

fn project(from: &str) -> Body<'static> {
    let class = |key: &'static str, label: &'static str| ProjectClass {
        class: word(key, label),
        rows: vec![],
        elsewhere: None,
        missing: false,
    };
    Body::Project(Project {
        title: "滨江公园连接道路工程".into(),
        facts: vec![
            Fact::plain("项目代码", "2018-360700-00-01-000000"),
            Fact::plain("建设地点", "潭口镇"),
            Fact::plain("建设单位", "赣州蓉江新区产业招商局"),
        ],
        stages: ["批准", "招标", "征地", "施工", "竣工"]
            .iter()
            .enumerate()
            .map(|(at, title)| Stage { title: (*title).into(), reached: at <= 3, current: at == 3 })
            .collect(),
        classes: vec![
            ProjectClass {
                rows: rows(from).into_iter().skip(3).collect(),
                ..class("approval-service", "批准服务信息")
            },
            ProjectClass {
                rows: rows(from).into_iter().skip(2).collect(), ..class("approval-result", "批准结果信息")
            },
            ProjectClass {
                elsewhere: Some(link(from, "赣州公共资源交易网", "/catalogue/")),
                ..class("tender", "招标投标信息")
            },
            ProjectClass { missing: true, ..class("land", "征收土地信息") },
            class("design-change", "重大设计变更信息"),
            class("construction", "施工有关信息"),
            class("quality-safety", "质量安全监督信息"),
            class("completion", "竣工有关信息"),
        ],
    })
}

fn register(from: &str) -> Body<'static> {
    Body::Register(Register {
        title: "权责清单".into(),
        lead: Some("本局依法行使的行政权力和承担的责任。".into()),
        facts: vec![Fact::plain("编制单位", "赣州蓉江新区产业招商局"), Fact::plain("更新日期", "2018-07-20")],
        sheets: vec![sheet(from)],
        downloads: vec![],
        sources: vec![link(from, "关于公布权责清单的公告", "/cyzsj/2018/00015.html")],
    })
}

fn exceptions(from: &str) -> Body<'static> {
    let item = |title: &'static str, open: bool, ground: Option<&'static str>| Exception {
        field: "招商引资".into(),
        title: title.into(),
        href: open.then(|| href(from, "/catalogue/investment/agreements/")),
        organisation: "赣州蓉江新区产业招商局".into(),
        office: Some("招商服务科".into()),
        ground: ground.map(Into::into),
        reviewed: ground.map(|_| "2018-07-12".into()),
    };
    let group =
        |key, label, items| ExceptionGroup { way: word(key, label), about: "只列事项和依据。".into(), items };
    Body::Exceptions(Exceptions {
        title: "依申请公开和不予公开事项".into(),
        lead: "以公开为常态、不公开为例外。".into(),
        apply: Some(link(from, "依申请公开", "/catalogue/openness/application/")),
        public: true,
        groups: vec![
            group("on-request", "依申请", vec![item("投资协议文本", true, Some("涉及商业秘密"))]),
            group("withheld", "不予公开", vec![item("洽谈方案", false, None)]),
        ],
    })
}

fn changes(from: &str) -> Body<'static> {
    let change = |kind, label, href, what: &[&'static str]| Change {
        kind: word(kind, label),
        title: "批准结果信息".into(),
        href,
        field: "重大建设项目".into(),
        what: what.iter().map(|&it| it.into()).collect(),
        reason: (kind == "changed").then(|| "职能调整".into()),
        basis: vec!["国办发〔2018〕23号".into()],
    };
    let there = Some(href(from, "/catalogue/projects/results/"));
    Body::Changes(Changes {
        title: "目录变更记录".into(),
        lead: "目录新增、取消、移动、修改的公开事项。".into(),
        catalogue: link(from, "主动公开目录", "/catalogue/"),
        groups: vec![ChangeGroup {
            on: "2018-07-20".into(),
            notice: Some(link(from, "关于调整目录的公告", "/cyzsj/2018/00068.html")),
            changes: vec![
                change("changed", "修改", there, &["公开时限：20个工作日 → 7个工作日", "公开主体"]),
                change("removed", "取消", None, &[]),
            ],
        }],
        withdrawals: vec![Withdrawal {
            name: "11360700MB00000002/2018-00007".into(),
            href: href(from, "/cyzsj/2018/00007.html"),
            on: "2018-08-01".into(),
            reason: Some("公示期满".into()),
        }],
        downloads: Vec::new(),
    })
}

fn websites(_: &str) -> Body<'static> {
    Body::Websites(Websites {
        title: "政府网站".into(),
        lead: "本机关开办、整合和关停的网站。".into(),
        websites: vec![Website {
            title: "蓉江新区招商网".into(),
            state: Some(word("closed", "永久下线")),
            facts: vec![Fact::plain("域名", "zs.example.gov.cn"), Fact::plain("关停日期", "2018-06-30")],
        }],
    })
}

fn institutions(from: &str) -> Body<'static> {
    let counted = |title: &'static str, count| Counted {
        key: "".into(),
        title: title.into(),
        href: href(from, "/catalogue/public-institutions/water-service/"),
        count,
        about: None,
    };
    let bare = Institution {
        id: "gjfw".into(),
        sector: None,
        name: "蓉江新区公共交通服务站".into(),
        href: href(from, "/organisation/gjfw/"),
        facts: vec![Fact::plain("电话", "0797-8000006")],
        items: vec![],
        bare: true,
        rows: vec![],
        all: None,
        appraisals: vec![],
    };
    let appraisal = |score: Option<&'static str>| Appraisal {
        title: "供水服务中心2018年信息公开评议结果".into(),
        href: href(from, "/cyzsj/2018/00028.html"),
        period: score.map(|_| "2018年".into()),
        score: score.map(Into::into),
        on: "2018-12-14".into(),
    };
    let water = Institution {
        id: "gssw".into(),
        sector: Some(word("water", "供水")),
        name: "蓉江新区供水服务中心".into(),
        href: href(from, "/organisation/gssw/"),
        items: vec![counted("供水服务与水价", 1), counted("停水通知", 0)],
        bare: false,
        rows: rows(from),
        all: Some(link(from, "全部 12 条", "/organisation/gssw/")),
        appraisals: vec![appraisal(Some("81")), appraisal(None)],
        ..bare.clone()
    };
    Body::Institutions(Institutions {
        title: "公共企事业单位".into(),
        lead: "这里汇集公共企事业单位公开的信息。".into(),
        supervision: vec![counted("公共企事业单位信息公开制度", 1)],
        institutions: vec![water, bare],
    })
}

fn accounts(from: &str) -> Body<'static> {
    let account = |id: &'static str, key, label, name: &'static str| Account {
        id: id.into(),
        platform: word(key, label),
        name: name.into(),
        owner: Some("赣州蓉江新区产业招商局".into()),
        opened: Some("2017-05-01".into()),
        followers: Some("1200人（2018年12月1日）".into()),
        closed: None,
        posts: vec![],
    };
    let post = Post {
        title: "招商引资项目服务办法印发".into(),
        href: href(from, "/cyzsj/2018/00028.html"),
        on: "2018-10-12".into(),
        mark: Some("已更正：单位名称有误".into()),
    };
    Body::Accounts(Accounts {
        lead: Some("谁开设、谁管理。".into()),
        accounts: vec![
            Account { posts: vec![post], ..account("rjzs", "wechat", "微信", "蓉江招商") },
            Account {
                closed: Some("2018-11-01 关停，并入“蓉江新区发布”".into()),
                ..account("rjwb", "weibo", "微博", "蓉江产业")
            },
        ],
    })
}
