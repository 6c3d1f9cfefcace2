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

#[test]
fn whoever_was_decided_on_leaves_the_site_with_the_edits() {
    for (keys, body) in DECISIONS {
        let project = Project::base();
        project.write(
            "content/2018/处罚.md",
            format!(
                "+++\n{keys}item = \"policy/notices\"\nkind = \"penalty\"\nmade = 2018-06-20\npublished = 2018-06-22\n\
                 [review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-21 }}\n+++\n{body}\n"
            ),
        );
        let told = |project: &Project| check(project.root()).iter().filter(|it| it.code == "GK0807").count();
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
