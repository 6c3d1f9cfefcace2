//! A link to what was taken down: its day comes by itself, so the site stands, the link leads to the tombstone, and a warning says so.

use super::support::{
    binary::{Done, run},
    committed::at,
    project::Project,
};

/// An entry called `name` with more keys and a text.
fn entry(name: &str, keys: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"{name}\"\nitem = \"policy/notices\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
         summary = \"概述。\"\n{keys}[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n{text}\n"
    )
}

/// The base project with a notice, and an entry of `keys` and `text` that links it.
fn with_link(keys: &str, text: &str) -> Project {
    let project = Project::base();
    project.write("content/2018/公示.md", entry("公示一则", "kind = \"notice\"\n", "## 名单\n\n见附件。"));
    project.write("content/2018/结果.md", entry("结果一则", keys, text));
    run(project.root(), ["build"]).code(0);
    project
}

/// What the entry that links it says after the build on 2019-02-01, and what that build says.
fn after(project: &Project) -> (String, String) {
    let done = run(project.root(), ["build", "--as-of", "2019-02-01"]).code(0);
    let lock = project.read("catalogue/index.lock");
    let line = lock.lines().find(|it| it.contains("\t2018/结果\t")).expect("its line");
    (project.read(&format!("public{}", line.split('\t').nth(1).expect("an address"))), done.out)
}

fn withdraw(project: &Project) {
    project.replace("content/2018/公示.md", "kind = \"notice\"", "withdraw_on = 2019-01-15\nkind = \"notice\"");
}

#[test]
fn a_link_to_what_was_withdrawn_leads_to_its_tombstone() {
    let project =
        with_link("kind = \"notice\"\n", "见[公示](公示.md)和[名单](公示.md#名单)，<a href=\"公示.md\">又</a>。");
    withdraw(&project);
    let (page, out) = after(&project);
    assert_eq!(out.matches("警告[GK1401").count(), 3, "{out}");
    assert_eq!(page.matches("href=\"00001.html\"").count(), 3, "{page}");
    assert!(project.read("public/bureau/2018/00001.html").contains("撤下"));
    // What is already so is no news: nothing is made again, and another machine says the same.
    let cold = Project::copy_of(project.root());
    assert_eq!(after(&cold).0, page);
}

#[test]
fn nothing_else_that_names_it_stops_the_build() {
    for keys in [
        "kind = \"interpretation\"\ninterprets = \"2018/公示\"\n",
        "kind = \"document\"\nvalidity = \"废止\"\nreplaced_by = \"2018/公示\"\n",
        "kind = \"consultation-result\"\nof = \"2018/公示\"\n",
        "kind = \"consultation\"\nopens = 2018-06-22\ncloses = 2018-07-30\nabout = \"2018/公示\"\n",
    ] {
        let project = with_link(keys, "正文。");
        project.write("catalogue/old.toml", "[[redirect]]\nfrom = \"/old.html\"\nto = \"2018/公示\"\n");
        withdraw(&project);
        let (page, out) = after(&project);
        assert!(!out.contains("不改正就不能发布") && !page.contains("公示一则"), "{keys}: {out}");
    }
}

#[test]
fn what_is_deleted_or_a_draft_again_leaves_a_tombstone_to_lead_to() {
    let draft = with_link("kind = \"notice\"\n", "见[公示](公示.md)。");
    draft.replace("content/2018/公示.md", "kind = \"notice\"", "draft = true\nkind = \"notice\"");
    let gone = with_link("kind = \"notice\"\n", "见[公示](公示.md#名单)。");
    gone.remove("content/2018/公示.md");
    gone.write("catalogue/gone.toml", "[[gone]]\naddress = \"/bureau/2018/00001.html\"\non = 2019-01-20\n");
    for project in [draft, gone] {
        let (page, out) = after(&project);
        assert!(out.contains("警告[GK1401") && page.contains("href=\"00001.html\""), "{out}\n{page}");
    }
}

#[test]
fn what_never_stood_anywhere_is_no_link_and_a_draft_is_a_stop() {
    let project = Project::base();
    let notice = |keys: &str| entry("公示一则", &format!("{keys}kind = \"notice\"\n"), "正文。");
    project.write("content/2018/结果.md", entry("结果一则", "kind = \"notice\"\n", "见[公示](公示.md)。"));
    project.write("content/2018/公示.md", notice("withdraw_on = 2018-12-01\n"));
    let done = run(project.root(), ["build"]).code(0);
    assert!(done.out.contains("警告[GK1401"), "{}", done.out);
    assert!(!project.read("public/bureau/2018/00001.html").contains("公示.md"));
    for keys in ["draft = true\n", "publish_on = 2019-03-01\n"] {
        project.write("content/2018/公示.md", notice(keys));
        assert!(run(project.root(), ["check"]).code(1).out.contains("错误[GK1401"));
    }
}

#[test]
fn the_sample_stands_when_its_notices_have_passed() {
    let sample = Project::copy_of(&at("."));
    let done = run(sample.root(), ["build", "--as-of", "2026-11-01", "--format", "concise"]).code(0);
    assert!(done.out.contains("警告[GK1401"), "{}", done.out);
}

/// Runs `withdraw` on the notice.
fn take_down(project: &Project, which: &str, more: &[&str]) -> Done {
    let args = [&["withdraw", which, "--reason", "公示期满"], more].concat();
    run(project.root(), args)
}

#[test]
fn withdraw_writes_the_day_and_the_reason_and_nothing_else() {
    let project = with_link("kind = \"notice\"\n", "见[公示](公示.md)。");
    let path = "content/2018/公示.md";
    let text = project.read(path);
    let number = project.read("catalogue/index.lock");
    let number = number.lines().find(|it| it.contains("2018/公示")).expect("its line").split('\t').next().expect("it");
    let done = take_down(&project, number, &["--as-of", "2019-01-15"]).code(0);
    assert!(done.err.contains("/bureau/2018/00001.html") && done.err.contains("公示期满"), "{}", done.err);
    let line = "published = 2018-06-22\n";
    let after = text.replace(line, &format!("{line}withdraw_on = 2019-01-15\n"));
    assert_eq!(project.read(path), after);
    let gone = "[[gone]]\naddress = \"/bureau/2018/00001.html\"\nreason = \"公示期满\"\non = 2019-01-15\n";
    assert_eq!(project.read("catalogue/gone.toml"), gone);
    // Once more changes nothing, by whatever name.
    for which in [number, "2018/公示", path, "公示一则", "/bureau/2018/00001.html"] {
        let again = take_down(&project, which, &["--as-of", "2019-02-01"]).code(0);
        assert!(again.err.contains("没有改动"), "{which}: {}", again.err);
    }
    assert_eq!((project.read(path), project.read("catalogue/gone.toml")), (after, gone.to_owned()));
    self::after(&project);
    let stone = project.read("public/bureau/2018/00001.html");
    assert!(stone.contains("公示期满") && stone.contains("2019-01-15") && !stone.contains("公示一则"), "{stone}");
}

#[test]
fn withdraw_keeps_what_a_file_is_like() {
    for (from, to) in
        [("\n", "\r\n"), ("\n[review]", "\n# 备注\n[review]"), ("2018-06-22", "\"2018-06-22 09:30\"  # 上午")]
    {
        let project = with_link("kind = \"notice\"\n", "无链接。");
        let path = "content/2018/公示.md";
        let text = project.read(path).replace(from, to);
        project.write(path, &text);
        take_down(&project, "2018/公示", &["--on", "2019-01-15"]).code(0);
        let end = if to == "\r\n" { to } else { "\n" };
        assert_eq!(project.read(path).replace(&format!("withdraw_on = 2019-01-15{end}"), ""), text);
        assert_eq!(project.read(&format!(".gongkai/backup/{path}")), text);
        after(&project);
    }
}

#[test]
fn a_file_at_fault_is_not_touched() {
    for (from, to) in [("+++\n正文", "正文"), ("withdraw", "withdraw"), ("+++\ntitle", "---\ntitle")] {
        let project = with_link("kind = \"notice\"\n", "无链接。");
        let path = "content/2018/公示.md";
        let text = project.read(path).replace("## 名单\n\n见附件。", "正文").replace(from, to);
        project.write(path, &text);
        let done = take_down(&project, "2018/公示", &[]);
        let day = text.replace("published = 2018-06-22\n", "published = 2018-06-22\nwithdraw_on = 2018-12-31\n");
        assert!(matches!(done.code, Some(0 | 2)), "{}", done.err);
        assert_eq!(project.read(path), if done.code == Some(0) { day } else { text });
        assert_eq!(project.at("catalogue/gone.toml").exists(), done.code == Some(0));
    }
    let project = with_link("kind = \"notice\"\n", "无链接。");
    let gbk = encoding_rs::GBK.encode(&project.read("content/2018/公示.md")).0.into_owned();
    project.write("content/2018/公示.md", &gbk);
    assert!(take_down(&project, "2018/公示", &[]).code(2).err.contains("gongkai fix"));
    assert_eq!(std::fs::read(project.at("content/2018/公示.md")).expect("a file"), gbk);
    run(project.root(), ["fix"]).code(0);
    take_down(&project, "2018/公示", &[]).code(0);
}

#[test]
fn a_day_to_come_is_brought_forward_and_never_put_off() {
    let project = with_link("kind = \"notice\"\n", "无链接。");
    withdraw(&project);
    let path = "content/2018/公示.md";
    take_down(&project, "2018/公示", &["--on", "2019-03-01"]).code(0);
    assert!(project.read(path).contains("withdraw_on = 2019-01-15\n"));
    take_down(&project, "2018/公示", &["--on", "2019-01-10"]).code(0);
    assert!(project.read(path).contains("withdraw_on = 2019-01-10\n"));
}

#[test]
fn what_is_not_there_or_not_public_is_not_withdrawn() {
    let project = with_link("kind = \"notice\"\n", "无链接。");
    let text = project.read("content/2018/公示.md");
    let refused = |which: &str, word: &str| {
        let done = take_down(&project, which, &[]).code(2);
        assert!(done.err.contains(word), "{which}: {}", done.err);
    };
    refused("没有这一条", "没有索引号");
    refused("", "没有索引号");
    project.write("content/2018/同名.md", &text);
    refused("公示一则", "2018/同名");
    project.write("content/2018/稿.md", text.replace("kind =", "draft = true\nkind =").replace("公示一则", "草稿一则"));
    refused("草稿一则", "是草稿");
    run(project.root(), ["withdraw", "2018/公示", "--reason", " "]).code(2);
    // Readers will see the reason.
    let private = run(project.root(), ["withdraw", "2018/公示", "--reason", "应11010519491231002X本人要求"]).code(2);
    assert!(private.err.contains("没有改动") && !private.err.contains("19491231"), "{}", private.err);
    project.write("catalogue/gone.toml", "[[gone\n");
    assert_eq!(take_down(&project, "2018/公示", &[]).code, Some(2));
    assert_eq!(project.read("content/2018/公示.md"), text);
}

#[test]
fn what_was_deleted_gets_its_reason() {
    let project = with_link("kind = \"notice\"\n", "无链接。");
    project.remove("content/2018/公示.md");
    take_down(&project, "2018/公示", &["--as-of", "2019-01-20"]).code(0);
    after(&project);
    assert!(project.read("public/bureau/2018/00001.html").contains("公示期满"));
}

#[test]
fn what_never_stood_on_the_site_leaves_no_page() {
    let project = with_link("kind = \"notice\"\n", "无链接。");
    project.write("content/2018/新.md", entry("新的一则", "kind = \"notice\"\n", "正文。"));
    let done = take_down(&project, "2018/新", &[]).code(0);
    assert!(done.err.contains("还没有在网站上公开过"), "{}", done.err);
    assert!(!project.at("catalogue/gone.toml").exists());
}

/// Readers see the reason: a number in it is refused, whose it was and what leaked is warned of, and a plain reason is not.
#[test]
fn a_reason_that_says_too_much_is_told() {
    for (reason, code, word) in [
        ("公示了陈晓东的银行账号6222000000000000004，现撤下", 2, "没有改动"),
        ("误登身份证号11010519491231002X", 2, "没有改动"),
        ("公示了陈晓东的银行账号，现撤下", 0, "请再看一眼原因：撤下的原因写着“陈晓东”"),
        ("误登家庭住址", 0, "“住址”"),
        ("对陈晓东处罚有误", 0, "“陈晓东”"),
        ("内容有误，更正后重新公开", 0, ""),
        ("公示期满", 0, ""),
        ("涉及有关单位的个人信息", 0, ""),
    ] {
        let project = with_link("kind = \"notice\"\n", "无链接。");
        let done =
            run(project.root(), ["withdraw", "2018/公示", "--reason", reason, "--as-of", "2019-01-15"]).code(code);
        assert!(done.err.contains(word), "{reason}: {}", done.err);
        assert_eq!(done.err.contains("请再看"), code == 0 && !word.is_empty(), "{reason}: {}", done.err);
        assert!(code != 0 || done.err.contains(&format!("原因“{reason}”")), "{reason}: {}", done.err);
    }
}
