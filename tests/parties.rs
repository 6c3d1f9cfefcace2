//! A private person on whom a body decided: once the edits that are offered are made, no byte of the site has the name, the day of
//! birth or the door.

use super::support::{
    binary::{check, run},
    files::tree,
    project::Project,
    readable::readable,
};

/// Keys and texts of decisions on one person, as bodies print them.
const DECISIONS: [(&str, &str); 6] = [
    (
        "title = \"行政处罚决定\"\nparty = \"李建军\"\nsummary = \"对李建军擅自从事烟花经营的处罚。\"\nkeywords = [\"李建军\", \"烟花\"]\n",
        "当事人：李建军，男，1985年6月12日出生，住江西省赣州市章贡区幸福路3栋502室，汉族。\n\n\
         当事人李建军在未取得许可的情况下经营烟花。李建军不服的，可以申请复议。",
    ),
    (
        "title = \"关于对李建军作出行政处罚的决定\"\nsummary = \"烟花经营。\"\n",
        "李建军，男，汉族，1985年6月12日生，住示例县示例镇3栋502室。",
    ),
    (
        "title = \"李建军未经许可经营烟花案\"\nsummary = \"烟花经营。\"\n",
        "**李建军**：\n\n你经营烟花，李 建 军、李&#24314;军。",
    ),
    (
        "title = \"行政处罚信息\"\nsummary = \"六月的处罚。\"\n",
        "| 序号 | 行政相对人名称 | 出生日期 | 事由 |\n| --- | --- | --- | --- |\n| 1 | 李建军 | 1985-06-12 | 李建军占地 |\n\
         | 2 | 示例建材有限公司 |  | 无 |\n\n## 李建军占地案",
    ),
    (
        "title = \"行政处罚信息\"\nsummary = \"六月的处罚。\"\n",
        "| 被处罚人 | 李建军 | 住址 | 示例县示例镇3栋502室 |\n| --- | --- | --- | --- |\n| 决定 | 罚款 | 出生日期 | 1985年6月12日 |",
    ),
    (
        "title = \"行政处罚信息\"\nsummary = \"对李建军、王小明的处罚。\"\nparty = \"李建军、王小明\"\n",
        "对李建军处以罚款。王小明与李建军是同村人。[李建军](https://www.gov.cn/)",
    ),
];

/// An entry with these keys and this text.
fn entry(keys: &str, body: &str) -> String {
    format!(
        "+++\n{keys}item = \"policy/notices\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
         [review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n{body}\n"
    )
}

fn told(project: &Project, code: &str) -> Vec<String> {
    check(project.root()).into_iter().filter(|it| it.code == code).map(|it| format!("{it:?}")).collect()
}

#[test]
fn whoever_was_decided_on_leaves_the_site_with_the_edits() {
    for (keys, body) in DECISIONS {
        let project = Project::base();
        project.write("content/2018/处罚.md", entry(&format!("{keys}kind = \"penalty\"\n"), body));
        let told = |project: &Project| told(project, "GK0807").len();
        assert!(told(&project) > 0, "{keys}{body}");
        run(project.root(), ["fix", "--unsafe"]).code(0);
        let mended = project.read("content/2018/处罚.md");
        assert_eq!(told(&project), 0, "{mended}");
        run(project.root(), ["build"]).code(0);
        let site = tree(&project.at("public"));
        assert!(site.keys().any(|it| it.ends_with("00002.html")), "{mended}");
        for (path, bytes) in &site {
            let all = readable(path, bytes);
            for word in ["建军", "小明", "6月12日", "06-12", "栋502"] {
                assert!(!all.contains(word), "{path} has {word}: {mended}");
            }
        }
    }
}

/// A list of people in a sensitive matter, in a text and in a file.
#[test]
fn the_mends_of_a_sensitive_list_silence_it() {
    let keys = "title = \"农村最低生活保障对象名单公示\"\nkind = \"notice\"\nsummary = \"公示保障对象。\"\nopens = 2018-12-12\ncloses = 2018-12-20\n";
    let until = "names_until = 2018-12-20\n";
    let private = "| 姓名 | 家庭住址 | 致贫原因 | 年龄 |\n| --- | --- | --- | --- |\n| 张三 | 第一村 | 因病 | 60 |\n";
    let plain = "| 姓名 | 金额 |\n| --- | --- |\n| 张三 | 100 |\n";
    for (keys, body, words) in [
        (keys.to_owned(), private, Some("删去这些栏以后再写 names_until")),
        (format!("{keys}{until}"), private, Some("“家庭住址”“致贫原因”“年龄”")),
        (keys.to_owned(), plain, Some("names_until 或者 withdraw_on")),
        (format!("{keys}{until}"), plain, None),
        (format!("{keys}withdraw_on = 2019-01-20\n"), plain, None),
        (keys.to_owned(), "[名单](低保名单.csv)", Some("names_until 或者 withdraw_on")),
        (format!("{keys}{until}"), "[名单](低保名单.csv)", None),
    ] {
        let project = Project::base();
        if body.contains("csv") {
            project.write("content/2018/低保名单.csv", "姓名,金额\n张三,100\n");
        }
        project.write("content/2018/公示.md", entry(&keys, body));
        let told = told(&project, "GK0804");
        match words {
            None => assert!(told.is_empty(), "{keys}{body}: {told:?}"),
            Some(words) => {
                let out = run(project.root(), ["check"]).out;
                assert!(told.len() == 1 && out.contains(words), "{keys}{body}: {out}");
            }
        }
    }
}

/// One mistyped digit does not let the rest of a number through, and it is called by one name and masked in one form.
#[test]
fn a_number_with_a_slip_is_told_once_and_masked_alike() {
    for (body, shown) in [
        ("身份证号：362101198008150025。", "362101********0025"),
        ("| 姓名 | 身份证号 |\n| --- | --- |\n| 张* | 362101198008150025 |", "362101********0025"),
        ("| 姓名 | 证件号码 |\n| --- | --- |\n| 张* | 362101198008150025 |", "362101********0025"),
        ("| 姓名 | 银行账号 |\n| --- | --- |\n| 张* | 6222000000000000005 |", "6222***********0005"),
        ("| 户主 | 卡号 |\n| --- | --- |\n| 张* | 9222000000000000 |", "9222********0000"),
    ] {
        let project = Project::base();
        project.write(
            "content/2018/通知.md",
            entry("title = \"关于补助的通知\"\nsummary = \"补助。\"\nkind = \"document\"\n", body),
        );
        let done = run(project.root(), ["check"]);
        let all: Vec<_> = check(project.root()).into_iter().filter(|it| it.code.starts_with("GK08")).collect();
        assert_eq!(all.len(), 1, "{body}: {all:?}");
        // The message, the line, and the mend.
        assert!(done.out.matches(shown).count() >= 3, "{body}: {}", done.out);
        run(project.root(), ["fix", "--unsafe"]).code(0);
        let mended = project.read("content/2018/通知.md");
        assert!(mended.contains(shown), "{mended}");
        assert!(check(project.root()).iter().all(|it| !it.code.starts_with("GK08")), "{mended}");
    }
}
