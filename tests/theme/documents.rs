//! Made-up entries and what is gone.

use gongkai::internals::site::page::{
    Alert, Anchor, Article, Attachment, Body, Cell, Download, Elsewhere, Entry, Event, Fact, Html, Metadata, Moved,
    OwnProject, Page, QrCode, RedHead, Related, Relation, RelationKind, Sheet, SheetColumn, Strip, Term, Tombstone,
};

use super::lists::contact;
use super::{Made, href, link, page, section, word};

const TRAIL: [(&str, &str); 3] = [
    ("政府信息主动公开目录", "/catalogue/"),
    ("政策文件", "/catalogue/policy/"),
    ("规范性文件", "/catalogue/policy/documents/"),
];

pub(super) fn pages() -> Vec<Made> {
    let address = "/cyzsj/2018/00028.html";
    let title = "赣州蓉江新区管理委员会办公室关于印发《蓉江新区招商引资项目全流程服务办法》的通知";
    let small = "/cyzsj/2018/00041.html";
    let short = "蓉江新区举办产业项目集中签约活动";
    let gone = "/cyzsj/2018/00003.html";
    vec![
        Made {
            address,
            labels: 10,
            section: section(address, title, &TRAIL),
            page: article(page(address, title, Body::Entry(Box::new(document(address, title)))), title),
        },
        Made {
            address: small,
            labels: 10,
            section: section(small, short, &TRAIL),
            page: article(page(small, short, Body::Entry(Box::new(news(small, short)))), short),
        },
        Made {
            address: gone,
            labels: 7,
            section: section(gone, "这个页面已经撤下", &[]),
            page: page(
                gone,
                "这个页面已经撤下",
                Body::Tombstone(Tombstone {
                    index_number: Some("11360700MB00000002/2018-00003".into()),
                    reason: "内容有误，更正后另行公开".into(),
                    on: "2018-08-01".into(),
                    links: vec![link(gone, "首页", "/index.html")],
                }),
            ),
        },
        Made {
            address: "/zcwj/42.html",
            labels: 7,
            section: section("/zcwj/42.html", "页面已移动", &[]),
            page: moved("/zcwj/42.html", title, address),
        },
    ]
}

fn moved(from: &str, title: &'static str, to: &str) -> Page<'static> {
    let body = Moved {
        to: link(from, title, to),
        url: format!("https://www.example.gov.cn/cyzsj{to}").into(),
        links: vec![link(from, "首页", "/index.html")],
    };
    let mut page = page(from, "页面已移动", Body::Moved(body));
    page.head.refresh = Some(href(from, to));
    page
}

fn article(mut page: Page<'static>, title: &'static str) -> Page<'static> {
    page.head.article = Some(Article {
        title: title.into(),
        published: "2018-10-12 09:30".into(),
        source: "赣州蓉江新区产业招商局".into(),
        keywords: Some("招商引资，项目服务".into()),
        author: None,
        description: None,
        image: None,
        url: Some(page.head.canonical.clone()),
        others: vec![],
    });
    page
}

fn metadata(from: &str) -> Metadata<'static> {
    Metadata {
        index_number: "11360700MB00000002/2018-00028".into(),
        items: vec![link(from, "规范性文件", "/catalogue/policy/documents/")],
        organisation: link(from, "赣州蓉江新区产业招商局", "/organisation/cyzsj/"),
        office: None,
        made: None,
        document_number: None,
        published: "2018-10-12 09:30".into(),
        theme: None,
        genre: None,
        document_class: None,
        validity: None,
        effective: None,
        expires: None,
        way: word("active", "主动公开"),
        disclosures: vec![link(from, "决策公开", "/disclosure/decision/")],
        facets: vec![],
        source: None,
        keywords: None,
    }
}

fn card(from: &str, title: &'static str, to: &str) -> Related<'static> {
    Related {
        title: title.into(),
        href: href(from, to),
        validity: Some(word("valid", "有效")),
        details: vec!["图表解读".into(), "2018-10-15".into()],
    }
}

fn document(from: &str, title: &'static str) -> Entry<'static> {
    let attachment = |title: &'static str, format: &'static str, size: &'static str| Attachment {
        title: title.into(),
        href: Some(href(from, "/cyzsj/2018/00028/1.xlsx")),
        format: format.into(),
        note: None,
        size: size.into(),
        tables: vec![],
    };
    Entry {
        title: title.into(),
        kind: word("document", "政策文件"),
        red_head: Some(RedHead {
            organisation: "赣州蓉江新区管理委员会办公室".into(),
            number: Some("赣蓉管办发〔2018〕9号".into()),
        }),
        ai_generated: true,
        alert: Some(Alert {
            key: "partly-lapsed",
            text: "本文件第八条自2018年12月1日起失效。".into(),
            link: Some(link(from, "查看现行规定", "/cyzsj/2018/00033.html")),
        }),
        metadata: Metadata {
            made: Some("2018-10-09".into()),
            document_number: Some("赣蓉管办发〔2018〕9号".into()),
            theme: Some(link(from, "商贸、海关、旅游\\国内贸易（含供销）", "/theme/8/")),
            genre: Some("通知".into()),
            document_class: Some("行政规范性文件".into()),
            validity: Some(word("partly-lapsed", "部分失效")),
            effective: Some("2018-11-01".into()),
            expires: Some("2023-10-31".into()),
            office: Some("项目科".into()),
            keywords: Some("招商引资，项目服务".into()),
            ..metadata(from)
        },
        project: Some(OwnProject {
            title: "滨江公园连接道路工程".into(),
            href: href(from, "/project/road/"),
            class: Some("批准结果信息".into()),
            stage: Some("批准".into()),
            current: Some("施工".into()),
        }),
        strip: Some(Strip {
            state: Some(word("open", "正在征求意见")),
            facts: vec![Fact::plain("办理时限", "3个工作日")],
            apply: Some(link(from, "在线办理", "/index.html")),
        }),
        particulars: vec![],
        elements: vec![],
        summary: Some("明确新区招商引资项目从洽谈到投产的全流程服务要求，规定责任单位和办理时限。".into()),
        contents: ["总则", "服务", "附则"].map(|it| Anchor { title: it.into(), id: it.into() }).into(),
        text: Some(Html(TEXT.into())),
        table: Some(sheet(from)),
        figures: vec![],
        chart: None,
        attachments: vec![
            attachment("附件1：项目服务事项清单.xlsx", "XLSX", "24 KB"),
            attachment("附件2：流程图.pdf", "PDF", "1.2 MB"),
        ],
        relations: vec![
            Relation {
                key: RelationKind::InterpretedBy,
                links: vec![
                    card(from, "一图读懂《蓉江新区招商引资项目全流程服务办法》", "/cyzsj/2018/00029.html"),
                    card(from, "产业招商局主要负责人解读招商引资项目服务办法", "/cyzsj/2018/00030.html"),
                ],
            },
            Relation {
                key: RelationKind::Consultation,
                links: vec![card(
                    from,
                    "关于公开征求《蓉江新区招商引资项目服务办法（征求意见稿）》意见的公告",
                    "/cyzsj/2018/00020.html",
                )],
            },
            Relation {
                key: RelationKind::Result,
                links: vec![card(from, "征求意见采纳情况说明", "/cyzsj/2018/00025.html")],
            },
        ],
        channels: vec![Elsewhere {
            channel: "蓉江新区发布（微信）".into(), href: None, on: Some("2018-10-12".into())
        }],
        history: vec![
            Event { on: Some("2018-10-15".into()), what: "更正附件2中一处单位名称".into(), link: None },
            Event {
                on: None,
                what: "替代：".into(),
                link: Some(link(from, "招商引资项目服务暂行办法", "/cyzsj/2018/00011.html")),
            },
        ],
        contact: Some(contact()),
        report_errors: Some(link(from, "网页纠错", "/errors.html")),
        newer: None,
        older: Some(link(from, "蓉江新区重点产业项目用地管理暂行办法", "/cyzsj/2018/00012.html")),
        qr: Some(QrCode { side: 41, path: "M4 4.5h7m2 0h1".into() }),
    }
}

fn news(from: &str, title: &'static str) -> Entry<'static> {
    Entry {
        title: title.into(),
        kind: word("news", "工作动态"),
        red_head: None,
        ai_generated: false,
        alert: None,
        metadata: metadata(from),
        project: None,
        strip: None,
        particulars: vec![Fact::plain("承办科室", "项目科")],
        elements: vec![Fact {
            name: "项目名称".into(),
            values: vec![Term::plain("滨江公园连接道路工程"), Term::plain("智能装备产业园一期")],
        }],
        summary: None,
        contents: vec![],
        text: Some(Html("<p>10月10日，新区集中签约产业项目6个。</p>".into())),
        table: None,
        figures: vec![sheet(from)],
        chart: None,
        attachments: vec![],
        relations: vec![],
        channels: vec![],
        history: vec![],
        contact: None,
        report_errors: None,
        newer: None,
        older: None,
        qr: None,
    }
}

pub(super) fn sheet(from: &str) -> Sheet<'static> {
    let columns = [("服务事项", false), ("责任单位", false), ("办理时限（工作日）", true), ("办事指南", false)];
    let rows =
        [("企业设立登记", "市场监管分局", "1"), ("项目备案", "经济发展局", "3"), ("用地规划许可", "自然资源分局", "7")];
    let cell =
        |text: &'static str, number| Cell { text: text.into(), lines: Vec::new(), href: None, day: false, number };
    Sheet {
        caption: "招商引资项目服务事项清单".into(),
        same: vec![Fact::plain("是否收费", "否")],
        labels: columns.map(|(name, _)| name.into()).to_vec(),
        long: true,
        chart: Some(super::chart()),
        heads: vec![
            columns.map(|(name, number)| SheetColumn { name: name.into(), columns: 1, rows: 1, number }).to_vec(),
        ],
        rows: rows
            .map(|(name, office, days)| {
                let guide = Cell {
                    text: "查看".into(),
                    lines: Vec::new(),
                    href: Some(href(from, "/catalogue/")),
                    day: false,
                    number: false,
                };
                vec![cell(name, false), cell(office, false), cell(days, true), guide]
            })
            .to_vec(),
        total: None,
        downloads: ["XLSX", "CSV", "JSON"]
            .map(|format| Download { href: href(from, "/api/v1/x.csv"), format: format.into(), size: None })
            .to_vec(),
    }
}

const TEXT: &str = "<p>各部门、各单位：</p>\n<p>《蓉江新区招商引资项目全流程服务办法》已经管委会研究同意，现印发给你们，请认真贯彻执行。</p>\n\
<h2 id=\"第一章\">第一章　总则</h2>\n<p>第一条　为了规范招商引资项目服务，提高办事效率，根据有关规定，结合新区实际，制定本办法。</p>\n\
<p>第二条　本办法所称招商引资项目，是指新区以外的投资者在新区投资建设的产业项目。项目服务坚持<strong>一个项目、一名专员、一套方案、一跟到底</strong>，全过程公开办理事项、办理时限、办理结果，接受社会监督。</p>\n\
<h2 id=\"第二章\">第二章　服务内容</h2>\n<p>第三条　产业招商局自项目签约之日起<em>3个工作日</em>内明确服务专员，并公开以下内容：</p>\n<ol>\n<li>项目名称、投资主体、建设内容和建设地点；</li>\n<li>服务专员的职务和办公电话；</li>\n<li>办理事项清单。</li>\n</ol>\n\
<table>\n<thead><tr><th>环节</th><th>责任单位</th><th>时限</th></tr></thead>\n<tbody><tr><td>洽谈</td><td>产业招商局</td><td>5个工作日</td></tr><tr><td>签约</td><td>产业招商局</td><td>10个工作日</td></tr></tbody>\n</table>\n\
<blockquote><p>本办法由产业招商局负责解释。</p></blockquote>\n<p>（此件主动公开）</p>";
