//! Made-up home, catalogue, field, item and list pages.

use gongkai::internals::site::page::{
    Archive, Body, Catalogue, CatalogueField, CatalogueItem, Channel, Contact, Counted, CoverageNote, Download,
    Element, EntryRow, Fact, Field, FieldItem, Group, Home, Item, Link, Listing, MapPart, Missing, Nil, NotFound,
    Office, OpenNotice, Organisation, Page, Pager, Search, Section, SiteMap, Tab, Volume, VolumePage,
};

use super::{Made, href, link, page, row, section, word};

pub(super) fn pages() -> Vec<Made> {
    vec![
        Made { address: "/index.html", labels: 3, section: Section::default(), page: home("/index.html") },
        made("/catalogue/", "政府信息主动公开目录", &[], catalogue),
        made("/catalogue/full/", "国家统一格式目录表", &CATALOGUE, national_form),
        made("/catalogue/major-projects/", "重大建设项目批准和实施", &CATALOGUE, field),
        made("/catalogue/major-projects/approval-results/", "批准结果信息", &CATALOGUE, item),
        made("/disclosure/decision/", "决策公开", &[], disclosure),
        made("/facet/interpretation/", "政策解读", &[], facet),
        made("/organisation/cyzsj/", "赣州蓉江新区产业招商局", &[], organisation),
        made("/year/2018/page/2/", "2018年", &[], year),
        made("/year/2018/archive/", "2018年：各月目录", &[], archive),
        made("/document/", "政策文件", &[], documents),
        made("/theme/8/", "商贸、海关、旅游", &[], theme),
        made("/search/", "站内检索", &[], search),
        made("/map/", "站点地图", &[], map),
        made("/404.html", "没有找到这个页面", &[], lost),
    ]
}

const CATALOGUE: [(&str, &str); 1] = [("政府信息主动公开目录", "/catalogue/")];

fn made(
    address: &'static str,
    title: &'static str,
    trail: &[(&'static str, &str)],
    body: fn(&str) -> Body<'static>,
) -> Made {
    let file = if address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
    let section = section(&file, title, trail);
    Made { address, labels: 7, section, page: page(&file, title, body(&file)) }
}

fn counted(from: &str, key: &'static str, title: &'static str, to: &str, count: u64) -> Counted<'static> {
    Counted { key: key.into(), title: title.into(), href: href(from, to), count, about: None }
}

pub(super) fn five(from: &str) -> Vec<Counted<'static>> {
    [
        ("decision", "决策公开", 46),
        ("execution", "执行公开", 38),
        ("management", "管理公开", 112),
        ("service", "服务公开", 67),
        ("result", "结果公开", 29),
    ]
    .into_iter()
    .map(|(key, title, count)| counted(from, key, title, &format!("/disclosure/{key}/"), count))
    .collect()
}

pub(super) fn rows(from: &str) -> Vec<EntryRow<'static>> {
    vec![
        row(from, "关于公开征求《蓉江新区招商引资项目服务办法（征求意见稿）》意见的公告", 31, "2018-11-20"),
        EntryRow {
            document_number: Some("赣蓉管办发〔2018〕9号".into()),
            summary: Some("明确新区招商引资项目从洽谈到投产的全流程服务要求，规定责任单位和办理时限。".into()),
            ..row(
                from,
                "赣州蓉江新区管理委员会办公室关于印发《蓉江新区招商引资项目全流程服务办法》的通知",
                28,
                "2018-10-12",
            )
        },
        EntryRow {
            mark: Some(word("repealed", "废止")),
            ..row(from, "蓉江新区重点产业项目用地管理暂行办法", 12, "2018-06-05")
        },
        row(from, "滨江公园连接道路工程可行性研究报告批复", 7, "2018-05-10"),
    ]
}

/// All stands on this page.
fn alone() -> Pager<'static> {
    Pager {
        total: None,
        number: None,
        newest: None,
        newer: None,
        older: None,
        oldest: None,
        from: Some("2018-05-10".into()),
        to: Some("2018-11-20".into()),
        archive: None,
    }
}

fn pager(from: &str, front: bool) -> Pager<'static> {
    if front {
        let to = |n: u32| Some(href(from, &format!("/year/2018/page/{n}/")));
        Pager { total: Some(292), older: to(13), oldest: to(1), archive: to(0), ..alone() }
    } else {
        let to = |n: u32| Some(href(from, &format!("/year/2018/page/{n}/")));
        let newest = Some(href(from, "/year/2018/"));
        Pager { number: Some(2), newest, newer: to(3), older: to(1), oldest: to(1), archive: to(0), ..alone() }
    }
}

fn home(from: &str) -> Page<'static> {
    let body = Home {
        lead: Some("赣州蓉江新区产业招商局依法主动公开的政府信息。坚持以公开为常态、不公开为例外。".into()),
        search: Some(href(from, "/search/")),
        errands: vec![link(from, "找政策", "/catalogue/policies/"), link(from, "申请公开", "/catalogue/open/request/")],
        disclosures: five(from),
        facets: vec![
            counted(from, "interpretation", "政策解读", "/facet/interpretation/", 21),
            counted(from, "response", "舆情回应", "/facet/response/", 4),
            counted(from, "participation", "公众参与", "/facet/participation/", 15),
        ],
        open: vec![OpenNotice {
            kind: word("consultation", "征求意见"),
            title: "《蓉江新区招商引资项目服务办法（征求意见稿）》".into(),
            href: href(from, "/cyzsj/2018/00031.html"),
            closes: "2018-12-20".into(),
            contact: Some("办公室，0797-8000000".into()),
        }],
        policies: rows(from).into_iter().map(|row| EntryRow { summary: None, ..row }).collect(),
        documents: Some(href(from, "/document/")),
        newest: rows(from),
        all: Some(link(from, "查看全部 292 条", "/year/")),
        coverage: Some(CoverageNote { href: href(from, "/coverage/"), items: 36, filled: 31 }),
        fields: vec![
            counted(from, "", "重大建设项目批准和实施", "/catalogue/major-projects/", 21),
            counted(from, "", "工作动态", "/catalogue/news/", 40),
        ],
        bodies: vec![
            counted(from, "", "赣州蓉江新区产业招商局", "/organisation/cyzsj/", 80),
            counted(from, "", "公共交通服务站", "/organisation/bus/", 4),
        ],
        contact: None,
        ways: vec![
            counted(from, "", "政府信息主动公开目录", "/catalogue/", 36),
            counted(from, "", "2018年政务公开工作任务", "/plan/2018/", 9),
            counted(from, "", "公开覆盖情况", "/coverage/", 36),
            counted(from, "", "权责清单", "/register/power-list/", 48),
        ],
    };
    let mut page = page(from, "", Body::Home(Box::new(body)));
    page.head.title = None;
    page.head.description = Some("赣州蓉江新区产业招商局依法主动公开的政府信息".into());
    page
}

fn table_row(from: &str, code: &'static str, title: &'static str) -> CatalogueItem<'static> {
    let element = |name: &'static str, optional| Element { name: name.into(), each: false, optional };
    CatalogueItem {
        code: code.into(),
        title: title.into(),
        href: href(from, "/catalogue/major-projects/approval-results/"),
        elements: vec![
            element("项目名称", false),
            element("批复文号", false),
            element("批复单位", false),
            element("批复时间", true),
        ],
        basis: vec![
            "《中华人民共和国政府信息公开条例》第二十条第十项".into(),
            "《国务院办公厅关于推进重大建设项目批准和实施领域政府信息公开的意见》（国办发〔2017〕94号）".into(),
        ],
        time_limit: "自信息形成或者变更之日起20个工作日内".into(),
        organisation: "赣州蓉江新区产业招商局".into(),
        elsewhere: false,
        office: Some("项目科".into()),
        channels: vec![
            Channel { name: "政府网站".into(), optional: false },
            Channel { name: "两微一端".into(), optional: true },
        ],
        all: true,
        group: None,
        way: word("active", "主动"),
        levels: vec![true, false],
        disclosures: vec![word("execution", "执行公开"), word("result", "结果公开")],
        facets: vec![],
        count: Some(12),
    }
}

fn catalogue(from: &str) -> Body<'static> {
    Body::Catalogue(table(from, link(from, "国家统一格式目录表", "/catalogue/full/")))
}

fn national_form(from: &str) -> Body<'static> {
    Body::NationalForm(table(from, link(from, "政府信息主动公开目录", "/catalogue/")))
}

fn table(from: &str, other: Link<'static>) -> Catalogue<'static> {
    let field = |id: &'static str, title: &'static str, items: Vec<CatalogueItem<'static>>| CatalogueField {
        id: id.into(),
        title: title.into(),
        href: href(from, &format!("/catalogue/{id}/")),
        items,
    };
    let download = |format: &'static str, size: &'static str| Download {
        href: href(from, "/api/v1/catalogue.json"),
        format: format.into(),
        size: Some(size.into()),
    };
    Catalogue {
        coded: true,
        other,
        title: "政府信息主动公开目录".into(),
        lead: Some("按照全国统一的基层政务公开标准目录格式编制，与本局职责任务同步调整。".into()),
        revised: Some("2018-07-20".into()),
        items: 5,
        exceptions: None,
        changes: None,
        levels: vec!["县级".into(), "乡级".into()],
        fields: vec![
            field(
                "major-projects",
                "重大建设项目批准和实施",
                vec![
                    table_row(from, "1", "批准服务信息"),
                    table_row(from, "2", "批准结果信息"),
                    CatalogueItem {
                        all: false,
                        group: Some("被征收人".into()),
                        ..table_row(from, "3", "征收土地信息")
                    },
                ],
            ),
            field(
                "policy",
                "政策文件",
                vec![
                    CatalogueItem {
                        way: word("on-request", "依申请"),
                        count: Some(0),
                        ..table_row(from, "4", "规范性文件")
                    },
                    CatalogueItem {
                        facets: vec![word("interpretation", "政策解读")],
                        ..table_row(from, "5", "政策解读")
                    },
                ],
            ),
        ],
        downloads: vec![download("XLSX", "18 KB"), download("CSV", "9 KB"), download("JSON", "31 KB")],
    }
}

fn field(from: &str) -> Body<'static> {
    let item = |code: &'static str, title: &'static str, count, latest: Option<&'static str>| FieldItem {
        code: code.into(),
        title: title.into(),
        href: href(from, "/catalogue/major-projects/approval-results/"),
        time_limit: "自信息形成或者变更之日起20个工作日内".into(),
        office: "项目科".into(),
        disclosures: vec![word("execution", "执行公开"), word("result", "结果公开")],
        count: Some(count),
        latest: latest.map(Into::into),
    };
    Body::Field(Field {
        title: "重大建设项目批准和实施".into(),
        lead: Some("公开审批、核准的重大建设项目的批准服务、批准结果、招标投标、征收土地、重大设计变更、施工、质量安全监督和竣工信息。".into()),
        fields: vec![],
        items: vec![item("1", "批准服务信息", 3, Some("2018-04-02")), item("2", "批准结果信息", 12, Some("2018-05-10")), item("3", "竣工有关信息", 0, None)],
        rows: rows(from),
    })
}

fn item(from: &str) -> Body<'static> {
    Body::Item(Box::new(Item {
        field: link(from, "重大建设项目批准和实施", "/catalogue/major-projects/"),
        row: table_row(from, "2", "批准结果信息"),
        levels: "县级".into(),
        occurs: Some("事项发生时公开".into()),
        facts: vec![Fact::plain("网站所属栏目", "重点领域信息公开")],
        register: None,
        missing: vec![Missing {
            what: "要素“批复时间”".into(), note: Some("尚无一条公开内容写明".into())
        }],
        nil: vec![Nil {
            period: "2018年第三季度".into(),
            reason: "本期无项目获批".into(),
            by: Some("办公室".into()),
            on: Some("2018-10-10".into()),
        }],
        rows: rows(from),
        pager: Pager { total: Some(4), ..alone() },
    }))
}

fn listing(from: &str, title: &'static str) -> Listing<'static> {
    Listing {
        title: title.into(),
        lead: None,
        tabs: vec![],
        facts: vec![],
        organisation: None,
        chart: None,
        contact: None,
        groups: vec![],
        rows: rows(from),
        pager: Some(pager(from, true)),
        periods: vec![
            link(from, "2018年", "/year/2018/archive/#y2018"),
            link(from, "2017年", "/year/2018/archive/#y2017"),
        ],
        ended: None,
        feed: Some(href(from, "/disclosure/decision/feed.xml")),
        feed_json: Some(href(from, "/disclosure/decision/feed.json")),
    }
}

fn disclosure(from: &str) -> Body<'static> {
    let tabs =
        five(from).into_iter().map(|one| Tab { current: one.key == "decision", title: one.title, href: one.href });
    Body::Listing(Box::new(Listing {
        lead: Some("公开重大决策的事项、依据、过程和结果，重大决策作出前公开征求意见，作出后公开意见采纳情况。".into()),
        tabs: tabs.collect(),
        groups: vec![Group {
            title: "公开事项".into(),
            links: vec![
                counted(from, "", "规范性文件", "/catalogue/policy/documents/", 18),
                counted(from, "", "重大决策预公开", "/catalogue/policy/drafts/", 15),
                counted(from, "", "会议议定事项", "/catalogue/policy/meetings/", 13),
            ],
        }],
        ..listing(from, "决策公开")
    }))
}

fn facet(from: &str) -> Body<'static> {
    Body::Listing(Box::new(Listing {
        rows: vec![],
        pager: Some(Pager { total: Some(0), from: None, to: None, ..alone() }),
        ..listing(from, "政策解读")
    }))
}

fn organisation(from: &str) -> Body<'static> {
    let office = |name: &'static str, phone: Option<&'static str>, items| Office {
        name: name.into(),
        phone: phone.map(Into::into),
        duties: phone.map(|_| "重大项目的审批协调".into()),
        items,
    };
    let said = Organisation {
        facts: vec![Fact::plain("统一社会信用代码", "11360700MB00000002"), Fact::plain("性质", "行政机关")],
        contact: Some(contact()),
        leaders: vec![Fact::plain("局长", "主持全面工作"), Fact::plain("副局长", "分管政务公开")],
        offices: vec![office("办公室", None, 0), office("项目科", Some("0797-8000001"), 12)],
        officers: vec![Fact::plain("管理员", "办公室主任")],
        below: vec![link(from, "供水服务中心", "/organisation/gssw/")],
        items: five(from),
    };
    Body::Listing(Box::new(Listing {
        organisation: Some(said),
        chart: Some(super::chart()),
        ..listing(from, "赣州蓉江新区产业招商局")
    }))
}

pub(super) fn contact() -> Contact<'static> {
    Contact {
        organisation: "赣州蓉江新区产业招商局".into(),
        office: Some("办公室".into()),
        phone: Some("0797-8000000".into()),
        fax: None,
        email: Some("bgs@example.gov.cn".into()),
        address: Some("赣州蓉江新区某某路1号，341000".into()),
        hours: Some("工作日 9:00—12:00，14:00—17:00".into()),
    }
}

fn year(from: &str) -> Body<'static> {
    Body::Listing(Box::new(Listing { pager: Some(pager(from, false)), ..listing(from, "2018年") }))
}

fn archive(from: &str) -> Body<'static> {
    let page = |number: Option<u64>, first: &'static str, last: Option<&'static str>| VolumePage {
        href: href(from, "/year/2018/"),
        number,
        from: first.into(),
        to: last.map(Into::into),
    };
    let volume = |id: &'static str, title: &'static str, pages| Volume {
        id: id.into(),
        title: title.into(),
        href: None,
        count: 1,
        pages,
    };
    Body::Archive(Archive {
        title: "2018年：各月目录".into(),
        volumes: vec![
            volume("m11", "11月", vec![page(None, "2018-10-12", None)]),
            volume(
                "m6",
                "6月",
                vec![page(Some(2), "2018-06-05", Some("2018-06-29")), page(Some(1), "2018-05-10", None)],
            ),
        ],
    })
}

fn documents(from: &str) -> Body<'static> {
    let document = EntryRow {
        kind: Some(word("normative", "行政规范性文件")),
        genre: Some("通知".into()),
        ended: Some("自2018-06-05起废止".into()),
        interpretations: vec![link(from, "《办法》政策解读", "/cyzsj/2018/00032.html")],
        ..row(from, "蓉江新区招商引资项目服务办法", 31, "2018-11-20")
    };
    Body::Listing(Box::new(Listing {
        rows: vec![document],
        ended: Some(counted(from, "", "已废止、失效", "/document/ended/", 3)),
        ..listing(from, "政策文件")
    }))
}

fn theme(from: &str) -> Body<'static> {
    Body::Listing(Box::new(listing(from, "商贸、海关、旅游")))
}

fn map(from: &str) -> Body<'static> {
    let part = |title: &'static str, links: &[(&'static str, &str)]| MapPart {
        title: title.into(),
        href: Some(href(from, "/catalogue/")),
        links: links.iter().map(|(title, to)| link(from, title, to)).collect(),
    };
    Body::Map(SiteMap {
        parts: vec![
            part(
                "政府信息公开目录",
                &[("重大建设项目批准和实施", "/catalogue/major-projects/"), ("政策文件", "/catalogue/policy/")],
            ),
            part(
                "五公开",
                &[
                    ("决策公开", "/disclosure/decision/"),
                    ("执行公开", "/disclosure/execution/"),
                    ("管理公开", "/disclosure/management/"),
                    ("服务公开", "/disclosure/service/"),
                    ("结果公开", "/disclosure/result/"),
                ],
            ),
        ],
    })
}

fn search(from: &str) -> Body<'static> {
    let links = vec![link(from, "主动公开目录", "/catalogue/"), link(from, "站点地图", "/map/")];
    let ways = vec![MapPart { title: "目录和文件".into(), href: None, links }];
    Body::Search(Search { action: href(from, "/search/"), ways, request: Some(href(from, "/catalogue/open/request/")) })
}

fn lost(from: &str) -> Body<'static> {
    Body::NotFound(NotFound {
        map: href(from, "/map/"),
        links: vec![
            link(from, "首页", "/index.html"),
            link(from, "政府信息主动公开目录", "/catalogue/"),
            link(from, "站点地图", "/map/"),
        ],
    })
}
