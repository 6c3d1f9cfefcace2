//! What the page of an entry says before and after its text: facts by kind, what it is tied to, what became of it, whom to ask.

use super::support::{binary::run, project::Project};

/// The page of the entry at `content/2018/{file}` in a project of the base and `fragments`, made on the day `as_of`.
fn pages(fragments: &str, as_of: &str) -> Vec<(String, String)> {
    let project = Project::with(fragments);
    run(project.root(), ["build", "--as-of", as_of]).code(0);
    let mut pages = Vec::new();
    for number in 1..20 {
        let path = format!("public/bureau/2018/{number:05}.html");
        if project.at(&path).is_file() {
            let html = project.read(&path);
            let title = html.split("<h1>").nth(1).and_then(|it| it.split("</h1>").next()).unwrap_or_default();
            pages.push((title.to_owned(), html));
        }
    }
    pages
}

/// The page of the entry called `title`.
fn page(fragments: &str, as_of: &str, title: &str) -> String {
    let pages = pages(fragments, as_of);
    let titles: Vec<_> = pages.iter().map(|it| it.0.clone()).collect();
    pages.into_iter().find(|it| it.0 == title).unwrap_or_else(|| panic!("{title} is none of {titles:?}")).1
}

/// An entry of `kind` with `keys` and `body`, published on 22 June 2018.
fn entry(kind: &str, keys: &str, body: &str) -> String {
    format!(
        "==> content/2018/甲.md\n+++\ntitle = \"甲件\"\nitem = \"policy/notices\"\nkind = \"{kind}\"\nmade = 2018-06-20\npublished = 2018-06-22\nsummary = \"说明\"\nreview.secrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n{keys}\n+++\n{body}\n"
    )
}

fn made(kind: &str, keys: &str, body: &str) -> String {
    page(&entry(kind, keys, body), "2018-12-31", "甲件")
}

/// The names and values of the strip, as text.
fn strip(html: &str) -> Vec<(String, String)> {
    let Some(strip) = html.split("<div class=\"strip\">").nth(1).and_then(|it| it.split("</dl>").next()) else {
        return Vec::new();
    };
    let words = |it: &str| {
        let mut out = String::new();
        let mut inside = false;
        for char in it.chars() {
            match char {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => out.push(char),
                _ => {}
            }
        }
        out.trim().to_owned()
    };
    strip
        .split("<dt>")
        .skip(1)
        .filter_map(|it| it.split_once("</dt>"))
        .map(|(name, value)| (name.to_owned(), words(value)))
        .collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// How offices name the facts of a guide, whichever way they write them.
#[test]
fn a_guide_begins_with_what_people_ask_first() {
    let expected = [
        pair("承诺办结时限", "3个工作日"),
        pair("收费标准", "不收费"),
        pair("办理地点", "示例大道1号一层窗口"),
        pair("咨询电话", "0797-8000001"),
    ];
    for body in [
        "## 一、承诺办结时限\n\n3个工作日。\n\n## 二、收费标准\n\n不收费。\n\n## 三、办理地点\n\n示例大道1号一层窗口\n\n## 四、咨询电话\n\n0797-8000001",
        "**咨询电话：** 0797-8000001\n\n**办理地点：** 示例大道1号一层窗口\n\n**收费标准：** 不收费\n\n**承诺办结时限：** 3个工作日",
        "1. 承诺办结时限：3个工作日；\n2. 收费标准：不收费；\n3. 办理地点：示例大道1号一层窗口；\n4. 咨询电话：0797-8000001。",
        "承诺办结时限：3个工作日；收费标准：不收费；办理地点：示例大道1号一层窗口；咨询电话：0797-8000001。",
        "| 要素 | 内容 |\n| --- | --- |\n| 承诺办结时限 | 3个工作日 |\n| 收费标准 | 不收费 |\n| 办理地点 | 示例大道1号一层窗口 |\n| 咨询电话 | 0797-8000001 |",
        "| 承诺办结时限 | 3个工作日 | 收费标准 | 不收费 |\n| --- | --- | --- | --- |\n| 办理地点 | 示例大道1号一层窗口 | 咨询电话 | 0797-8000001 |",
        "| 承诺办结时限 | 收费标准 | 办理地点 | 咨询电话 |\n| --- | --- | --- | --- |\n| 3个工作日 | 不收费 | 示例大道1号一层窗口 | 0797-8000001 |",
        "六、承诺办结时限\n\n3个工作日\n\n七、收费标准\n\n不收费\n\n八、办理地点\n\n示例大道1号一层窗口\n\n九、咨询电话\n\n0797-8000001",
        "| 序号 | 要素 | 内容 |\n| --- | --- | --- |\n| 1 | 承诺办结时限 | 3个工作日 |\n| 2 | 收费标准 | 不收费 |\n| 3 | 办理地点 | 示例大道1号一层窗口 |\n| 4 | 咨询电话 | 0797-8000001 |",
        "## 基本信息\n\n- 承诺办结时限：3个工作日\n- 收费标准：不收费\n\n## 联系\n\n| 名称 | 内容 |\n| --- | --- |\n| 办理地点 | 示例大道1号一层窗口 |\n| 咨询电话 | 0797-8000001 |",
    ] {
        assert_eq!(strip(&made("guide", "", body)), expected, "{body}");
    }
    let elements = "[elements]\n\"咨询电话\" = \"0797-8000001\"\n\"承诺办结时限\" = \"3个工作日\"\n\"收费标准\" = \"不收费\"\n\"办理地点\" = \"示例大道1号一层窗口\"\n\"受理条件\" = \"无\"";
    let html = made("guide", elements, "说明如下。");
    assert_eq!(strip(&html), expected);
    assert!(html.contains("<dt>受理条件</dt>"), "what is no fact of the strip stays among the elements");
    let many = (1..=14).map(|it| format!("\"时限{it}\" = \"{it}天\"")).collect::<Vec<_>>().join("\n");
    assert_eq!(strip(&made("guide", &format!("[elements]\n{many}"), "电话：1")).len(), 14, "no key is lost");
    let two = "[elements]\n\"在线办理\" = \"https://a.gov.cn/\"\n\"网上办理地址\" = \"https://b.gov.cn/\"\n\"是否网办\" = \"是\"";
    let html = made("guide", two, "说明。");
    assert!(html.contains("href=\"https://a.gov.cn/\">在线办理") && html.contains("<dd>https://b.gov.cn/</dd>"));
    assert!(html.contains("<dt>是否网办</dt>"));
}

#[test]
fn what_else_a_guide_calls_its_facts() {
    for (name, value) in [
        ("法定时限", "20个工作日"),
        ("法定办结时限", "20个工作日"),
        ("承诺时限", "即时办结"),
        ("办理时限", "1天"),
        ("审批时限", "10个工作日"),
        ("办结时间", "当场办结"),
        ("是否收费", "否"),
        ("窗口电话", "0797-8000002"),
        ("承诺期限", "3天"),
        ("时限要求", "3天"),
        ("收费依据及标准", "不收费"),
        ("办公地址", "示例路2号"),
        ("受理地点", "政务大厅"),
        ("办理窗口", "3号窗口"),
        ("办公时间", "工作日"),
        ("受理时间", "工作日"),
        ("联系电话", "0797-8000002"),
        ("咨询方式", "0797-8000002"),
        ("监督投诉方式", "0797-8000004"),
        ("投诉电话", "0797-8000004"),
        ("到办事现场次数", "0次"),
        ("服务对象", "企业法人"),
        ("实施主体", "示例局"),
        ("受理机构", "示例局"),
        ("办件类型", "即办件"),
        ("结果名称", "备案证明"),
    ] {
        for body in [format!("## （一）{name}\n\n{value}"), format!("- **{name}：**{value}")] {
            assert_eq!(strip(&made("guide", "", &body)), [pair(name, value)], "{body}");
        }
    }
    for other in [
        "公开时限：20个工作日",
        "设定依据：《条例》",
        "有效期限：二年",
        "申请材料：申请表",
        "办理流程：申请、受理",
        "说明：3天",
    ] {
        assert_eq!(strip(&made("guide", "", other)), [], "{other}");
    }
}

#[test]
fn a_long_fact_of_a_guide_leads_to_its_heading() {
    let long = "办理地点分布在各镇街，具体如下所列的各处便民服务中心窗口".repeat(4);
    let html = made("guide", "", &format!("## 办理地点\n\n{long}\n\n## 收费标准\n\n不收费。{long}"));
    assert_eq!(strip(&html), [pair("收费标准", "不收费"), pair("办理地点", "见正文")]);
    assert!(html.contains("<a href=\"#h-办理地点\">见正文</a>"));
}

#[test]
fn a_guide_has_one_button_where_the_matter_is_handled_online() {
    let button = "<a class=\"go\" href=\"https://zwfw.example.gov.cn/x?a=1&amp;b=2\">在线办理</a>";
    for body in [
        "在线办理地址：https://zwfw.example.gov.cn/x?a=1&b=2",
        "## 网上办理\n\n登录[政务服务网](https://zwfw.example.gov.cn/x?a=1&b=2)办理。",
        "| 项目 | 内容 |\n| --- | --- |\n| 网上办理地址 | <https://zwfw.example.gov.cn/x?a=1&b=2> |",
    ] {
        let html = made("guide", "", body);
        assert_eq!(html.matches("class=\"go\"").count(), 1, "{body}");
        assert!(html.contains(button), "{body}");
    }
    let html = made("guide", "[elements]\n\"在线办理\" = \"https://zwfw.example.gov.cn/x?a=1&b=2\"", "说明。");
    assert!(html.contains(button) && !html.contains("<dt>在线办理</dt>"));
    for none in ["在线办理地址：javascript:alert(1)", "网上办理：支持", "办理流程见 https://zwfw.example.gov.cn/"]
    {
        assert!(!made("guide", "", none).contains("class=\"go\""), "{none}");
    }
}

#[test]
fn materials_are_printed_as_a_checklist() {
    let list = made("guide", "", "## 二、申请材料\n\n- 申请书；\n- 承诺书。\n\n## 办理流程\n\n- 申请；\n- 受理。");
    assert_eq!(list.matches("<ul class=\"check\">").count(), 1);
    let table = made("guide", "", "## 材料清单\n\n| 材料 | 份数 |\n| --- | --- |\n| 申请书 | 1 |\n\n### 说明\n\n无");
    assert!(table.contains("<table class=\"check\">"));
    assert!(!made("guide", "", "## 受理条件\n\n- 一\n- 二").contains("class=\"check\""));
    assert!(!made("document", "", "## 申请材料\n\n- 一\n- 二").contains("class=\"check\""));
}

#[test]
fn a_consultation_says_whether_it_is_open_today() {
    let fragments = entry(
        "consultation",
        "opens = 2018-07-02\ncloses = 2018-07-31\ncontact = \"办公室 0797-8000000\"",
        "## 反馈方式\n\n- 信函\n- 电话",
    );
    for (day, state) in [
        ("2018-06-22", "尚未开始征求意见"),
        ("2018-07-02", "正在征求意见"),
        ("2018-07-31", "正在征求意见"),
        ("2018-08-01", "征求意见已经结束"),
    ] {
        let html = page(&fragments, day, "甲件");
        assert!(html.contains(&format!(">{state}</strong>")), "{day}");
        assert_eq!(
            strip(&html),
            [
                pair("征求意见时间", "2018年7月2日（星期一）至2018年7月31日（星期二）"),
                pair("反馈方式", "办公室 0797-8000000\n见“反馈方式”"),
            ],
            "{day}"
        );
    }
    let notice = entry("notice", "closes = 2018-07-01", "公示如下。").replace("甲件", "甲件公示");
    let html = page(&notice, "2018-07-01", "甲件公示");
    assert_eq!(strip(&html), [pair("截止日期", "2018年7月1日（星期日）")]);
    assert!(html.contains(">正在公示</strong>"));
    assert_eq!(strip(&made("notice", "", "停水通知。")), []);
}

#[test]
fn a_day_that_closes_a_consultation_makes_its_page_again() {
    let project = Project::with(&entry("consultation", "opens = 2018-07-02\ncloses = 2018-07-31", "征求意见。"));
    for (day, state) in [("2018-07-31", "正在征求意见"), ("2018-08-01", "征求意见已经结束")] {
        run(project.root(), ["build", "--as-of", day]).code(0);
        let html = ["00001", "00002"].map(|it| project.read(&format!("public/bureau/2018/{it}.html"))).concat();
        assert!(html.contains(state), "{day}");
    }
}

#[test]
fn a_consultation_and_its_result_name_each_other() {
    let fragments = [
        entry("consultation", "opens = 2018-06-22\ncloses = 2018-07-31", "征求意见。"),
        entry("consultation-result", "of = \"2018/甲\"", "采纳情况。")
            .replace("甲.md", "乙.md")
            .replace("甲件", "乙件")
            .replace("2018-06", "2018-08"),
    ]
    .concat();
    let first = page(&fragments, "2018-12-31", "甲件");
    assert!(strip(&first).contains(&pair("采纳情况", "乙件")));
    assert!(first.contains("id=\"_relation-result\"") && first.contains("<span>2018-08-22</span>"));
    let second = page(&fragments, "2018-12-31", "乙件");
    assert!(second.contains("id=\"_relation-consultation\"") && second.contains("<span>2018-06-22</span>"));
}

#[test]
fn a_policy_and_its_interpretation_are_cards_on_both_sides() {
    let fragments = [
        entry("document", "number = \"示局发〔2018〕2号\"\nvalidity = \"有效\"", "办法。"),
        entry(
            "interpretation",
            "interprets = \"2018/甲\"\nform = [\"图表\", \"访谈\"]\nfirst_interpreter = \"示例局局长\"",
            "解读。",
        )
        .replace("甲.md", "乙.md")
        .replace("甲件", "乙件"),
    ]
    .concat();
    let policy = page(&fragments, "2018-12-31", "甲件");
    for detail in ["图表解读、访谈解读", "解读人：示例局局长", "2018-06-22"] {
        assert!(policy.contains(&format!("<span>{detail}</span>")), "{detail}");
    }
    let interpretation = page(&fragments, "2018-12-31", "乙件");
    for detail in
        ["<span>示局发〔2018〕2号</span>", "<span>2018-06-22</span>", "<span class=\"validity valid\">有效</span>"]
    {
        assert!(interpretation.contains(detail), "{detail}");
    }
}

#[test]
fn a_decision_begins_with_a_card_of_facts() {
    let keys = "decided = 2018-06-19\nparty = \"某公司\"\n[elements]\n\"处罚类别\" = \"罚款\"";
    let body = "## 违法事实\n\n未按规定备案。\n\n## 处罚依据\n\n《某条例》第十九条：逾期不改正的，处二万元以上五万元以下的罚款，情节严重的从重处罚，并责令限期改正。\n\n## 处罚结果\n\n处二万元罚款。当事人应当在收到决定书之日起十五日内履行；逾期不缴纳罚款的，依法加处罚款。\n\n| 内容 | 说明 |\n| --- | --- |\n| 处罚决定书文号 | 示罚〔2018〕1号 |\n| 当事人 | 另一种写法 |";
    assert_eq!(
        strip(&made("penalty", keys, body)),
        [
            pair("行政相对人", "某公司"),
            pair("处罚类别", "罚款"),
            pair("决定日期", "2018-06-19"),
            pair("违法事实", "未按规定备案"),
            pair("处罚依据", "《某条例》第十九条"),
            pair("处罚决定书文号", "示罚〔2018〕1号"),
        ]
        .into_iter()
        .filter(|it| it.0 != "处罚结果")
        .collect::<Vec<_>>()
    );
}

#[test]
fn a_question_stands_apart_from_its_answer() {
    let keys = "topic = \"咨询\"\naccepted = 2018-06-15\nanswered = 2018-06-20";
    for body in [
        "## 留言内容\n\n怎么办？\n\n## 答复内容\n\n这样办。\n\n### 咨询方式\n\n电话。",
        "**问：** 怎么办？\n\n**答：** 这样办。\n\n电话。",
        "网民留言：怎么办？\n\n我局答复：这样办。",
        "【留言】怎么办？\n\n【回复】这样办。",
        "## 来信内容\n\n怎么办？\n\n## 回复\n\n这样办。\n\n## 咨询方式\n\n电话。",
        "来信人：王**\n\n来信内容：怎么办？\n\n回复单位：示例局\n\n回复内容：这样办。",
    ] {
        let html = made("message", keys, body);
        let ask = html.split("<div class=\"ask\">").nth(1).and_then(|it| it.split("</div>").next()).expect(body);
        assert!(ask.contains("怎么办") && !ask.contains("这样办"), "{body}");
        assert_eq!(html.matches("<div class=\"answer\">").count(), 1, "{body}");
        // The Dragon Boat Festival was on Monday, 18 June.
        assert!(strip(&html).contains(&pair("办理用时", "2个工作日")), "{:?}", strip(&html));
    }
    let plain = made("message", "topic = \"咨询\"\naccepted = 2018-06-15", "没有分开写。");
    assert!(!plain.contains("class=\"ask\"") && !plain.contains("办理用时"));
}

#[test]
fn an_entry_of_a_project_names_it() {
    let fragments = [
        "==> catalogue/projects.toml\n[[project]]\nid = \"road\"\ntitle = \"示例路\"\nstage = \"竣工\"\n".to_owned(),
        entry("project", "project = \"road\"\nclass = \"招标投标信息\"\nstage = \"招标\"", "中标公告。"),
    ]
    .concat();
    let html = page(&fragments, "2018-12-31", "甲件");
    for words in [
        "所属项目：<a href=\"../../project/road/index.html\">示例路</a>",
        "信息类别：招标投标信息",
        "项目阶段：招标",
        "当前阶段：竣工",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn what_became_of_an_entry_stands_in_one_list() {
    let fragments = [
        entry(
            "document",
            "effective = 2018-07-01\nvalidity = \"废止\"\nsince = 2018-10-01\nreplaced_by = \"2018/乙\"\nrevised = [{ on = 2018-08-01, what = \"改正附件\" }]",
            "办法。",
        )
        .replace("on = 2018-06-21", "on = 2018-08-01"),
        entry("document", "", "新办法。").replace("甲.md", "乙.md").replace("甲件", "乙件").replace("2018-06", "2018-09"),
    ]
    .concat();
    let list = |html: &str| -> Vec<String> {
        let list = html.split("id=\"_history\">").nth(1).and_then(|it| it.split("</ul>").next()).unwrap_or_default();
        let day = |it: &str| it.split("datetime=\"").nth(1).and_then(|it| it.get(..10)).unwrap_or_default().to_owned();
        let words = |it: &str| {
            it.rsplit("</time>").next().and_then(|it| it.split('<').next()).unwrap_or_default().trim().to_owned()
        };
        list.split("<li>").skip(1).map(|it| format!("{} {}", day(it), words(it))).collect()
    };
    assert_eq!(
        list(&page(&fragments, "2018-12-31", "甲件")),
        ["2018-06-22 发布", "2018-07-01 施行", "2018-08-01 改正附件", "2018-10-01 废止，由此件替代："]
    );
    assert_eq!(list(&page(&fragments, "2018-12-31", "乙件")), ["2018-09-22 发布", "2018-10-01 替代："]);
    // What is to come has not happened, and what nothing happened to has no list.
    let coming = list(&page(&fragments, "2018-09-30", "甲件"));
    assert_eq!((coming.len(), &*coming[3]), (4, " 自 2018-10-01 起由此件替代："));
    assert!(!made("document", "effective = 2018-07-01", "办法。").contains("_history"));
}

#[test]
fn whom_to_ask_is_the_office_with_its_own_telephone() {
    let organisation = |offices: &str| {
        let base = Project::base().read("catalogue/organisation.toml");
        format!("==> catalogue/organisation.toml\n{base}phone = \"0797-8000000\"\noffices = {offices}\n")
    };
    let phone = |offices: &str, office: &str| {
        let fragments = [organisation(offices), entry("notice", &format!("office = \"{office}\""), "通知。")].concat();
        let html = page(&fragments, "2018-12-31", "甲件");
        html.split("<dt>电话</dt><dd>").nth(1).and_then(|it| it.split("</dd>").next()).expect("a telephone").to_owned()
    };
    let offices = "[\"办公室\", { name = \"工程科\", phone = \"0797-8000001\", duties = \"工程\" }, { name = \"业务科\", phone = \"0797-8000002\" }]";
    assert_eq!(phone(offices, "工程科"), "0797-8000001");
    assert_eq!(phone(offices, "办公室"), "0797-8000000", "an office without one is reached by that of the body");
    assert_eq!(phone(offices, "工程科、业务科"), "工程科 0797-8000001；业务科 0797-8000002");
    assert_eq!(phone(offices, "办公室、业务科"), "业务科 0797-8000002");
    let project = Project::with(&[organisation(offices), entry("notice", "", "通知。")].concat());
    run(project.root(), ["build", "--as-of", "2018-12-31"]).code(0);
    let body = project.read("public/organisation/bureau/index.html");
    for shown in ["工程科", "办公室", "0797-8000001", ">工程</td>"] {
        assert!(body.contains(shown), "{shown}");
    }
    let json = project.read("public/api/v1/organisations.json").replace([' ', '\n'], "");
    assert!(
        json.contains("\"offices\":[\"办公室\",\"工程科\",\"业务科\"]") && json.contains("\"phone\":\"0797-8000002\"")
    );
}

#[test]
fn an_error_is_reported_with_the_address_of_its_page() {
    let link = |address: &str| {
        let site = Project::base().read("catalogue/site.toml");
        let site = format!("==> catalogue/site.toml\n{site}[site.identity]\nreport_errors = \"{address}\"\n");
        let html = page(&[site, entry("notice", "", "通知。")].concat(), "2018-12-31", "甲件");
        let found = html.split("\">网页纠错</a>").next().and_then(|it| it.rsplit("href=\"").next()).map(str::to_owned);
        found.filter(|_| html.contains("网页纠错"))
    };
    assert_eq!(
        link("mailto:gk@example.gov.cn").expect("a link"),
        "mailto:gk@example.gov.cn?subject=%E7%BD%91%E9%A1%B5%E7%BA%A0%E9%94%99&amp;body=https://www.example.gov.cn/bureau/bureau/2018/00001.html"
    );
    assert_eq!(
        link("MAILTO:gk@example.gov.cn?subject=x").expect("a link"),
        "MAILTO:gk@example.gov.cn?subject=x&amp;body=https://www.example.gov.cn/bureau/bureau/2018/00001.html"
    );
    assert_eq!(link("https://a.gov.cn/e?x=1").expect("a link"), "https://a.gov.cn/e?x=1");
    assert_eq!(link("javascript:alert(1)"), None);
}

#[test]
fn what_is_posted_up_has_a_code_of_its_address() {
    let has = |setting: &str, kind: &str| {
        let site = Project::base().read("catalogue/site.toml");
        let site = format!("==> catalogue/site.toml\n{site}{setting}\n");
        page(&[site, entry(kind, "", "通知。")].concat(), "2018-12-31", "甲件").contains("class=\"qr\"")
    };
    for (setting, kind, wanted) in [
        ("", "notice", true),
        ("", "guide", true),
        ("", "document", false),
        ("qr = \"张贴\"", "licence", true),
        ("qr = \"全部\"", "document", true),
        ("qr = \"none\"", "notice", false),
    ] {
        assert_eq!(has(setting, kind), wanted, "{setting} {kind}");
    }
}

#[test]
fn only_a_page_with_a_document_number_loads_the_script_that_copies_it() {
    let numbered = made("document", "number = \"示局发〔2018〕2号\"", "办法。");
    assert_eq!(numbered.matches("<script defer").count(), 1);
    assert!(numbered.contains("<script defer src=\"../../static/page.") && numbered.contains("data-copy=\"复制文号\""));
    let plain = made("news", "", "动态。");
    assert!(!plain.contains("page.js") && !plain.contains("static/page") && !plain.contains("data-copy"));
}

/// What nothing may show is not shown in short either.
#[test]
fn a_hidden_name_is_in_no_card() {
    let keys = "names_until = 2018-07-31\nopens = 2018-06-22\ncloses = 2018-07-31";
    let html =
        made("personnel", keys, "| 序号 | 姓名 |\n| --- | --- |\n| 1 | 张三丰 |\n| 2 | 李四光 |\n\n联系人：张三丰");
    assert!(!html.contains("张三丰") && !html.contains("李四光"));
}

#[test]
fn a_table_of_heads_alone_is_shown() {
    for heads in ["列一,列二,列三", "甲", "甲,乙,丙,丁,戊,己,庚,辛,壬,癸,子,丑"] {
        let fragments = format!(
            "{}==> content/2018/表.csv\n{heads}\n",
            entry("document", "attachments = [\"表.csv\"]", "见附件。")
        );
        let html = page(&fragments, "2018-12-31", "甲件");
        assert!(html.contains("表.csv") || html.contains("<caption"), "{heads}");
    }
}
