//! Public enterprises and institutions: gathered on one page and in one file, with catalogue, entries and appraisals.

use super::support::{binary::run, project::Project};

const PAGE: &str = "public/institution/index.html";
const JSON: &str = "public/api/v1/institutions.json";

/// Two institutions, one with a catalogue, entries and appraisals, and one that the catalogue says nothing of.
const BODIES: &str = r#"==> catalogue/institutions.toml
[[organisation]]
id = "water"
name = "示例县供水公司"
short = "供水公司"
kind = "公共企事业单位"
supervisor = "bureau"
sector = "供水"
phone = "0000-1111"
disclosure = { leader = "副经理", office = "综合部", staff = 1 }

[[organisation]]
id = "school"
name = "示例县第一中学"
kind = "公共企事业单位"
supervisor = "bureau"

[[field]]
id = "livelihood"
title = "民生服务"

==> catalogue/more.toml
"#;

fn item(id: &str, title: &str, body: &str, keys: &str) -> String {
    format!(
        "[[item]]\nid = \"{id}\"\nfield = \"livelihood\"\ntitle = \"{title}\"\ndisclosure = [\"服务公开\"]\nelements = [\"标题\"]\n\
         basis = [\"《中华人民共和国政府信息公开条例》第三十七条\"]\ntime_limit = \"自信息形成或者变更之日起20个工作日内\"\n\
         organisation = \"{body}\"\nchannels = [\"政府网站\"]\naudience = \"全社会\"\nway = \"主动\"\nlevel = [\"县级\"]\n{keys}\n"
    )
}

fn entry(path: &str, title: &str, item: &str, keys: &str) -> String {
    format!(
        "==> content/2018/{path}.md\n+++\ntitle = \"{title}\"\nitem = \"livelihood/{item}\"\nmade = 2018-06-01\npublished = 2018-06-04\n\
         summary = \"概述。\"\n{keys}\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-06-03 }}\n+++\n正文。\n"
    )
}

/// The base project with the institutions, built: standing public or internal.
fn built(public: bool) -> Project {
    let files = [
        BODIES.to_owned(),
        item("price", "水价", "water", ""),
        item("stops", "停水通知", "water", ""),
        item("secret", "管网图纸", "water", "")
            .replace("\"主动\"", "\"不予公开\"\nground = \"第十四条\"\nreviewed = 2018-07-01"),
        item("appraisal", "公开考核评议", "bureau", "kind = [\"evaluation\"]"),
        entry("price", "现行水价", "price", ""),
        entry(
            "score",
            "供水公司上半年评议",
            "appraisal",
            "kind = \"evaluation\"\nof = \"供水公司\"\nperiod = \"2018H1\"\nscore = 81.5\n",
        ),
        entry("blame", "关于停水处置不当的问责情况", "appraisal", "kind = \"evaluation\"\nof = \"供水公司、water\"\n"),
        entry("own", "本局自评", "appraisal", "kind = \"evaluation\"\nof = \"bureau\"\nscore = 99\n"),
    ];
    let project = Project::with(&files.concat());
    if public {
        project.replace("catalogue/site.toml", "profile =", "standing = \"public\"\nprofile =");
    }
    run(project.root(), ["build"]).code(0);
    project
}

#[test]
fn institutions_stand_on_one_page_with_what_is_theirs() {
    let project = built(false);
    let (page, json) = (project.read(PAGE), project.read(JSON));
    for text in [
        "示例县供水公司",
        "供水",
        "综合部",
        "副经理",
        "水价",
        "供水公司上半年评议",
        "81.5",
        "关于停水处置不当的问责情况",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(page.contains("现行水价") && page.contains("2018年上半年") && page.contains("公开考核评议"), "{page}");
    assert!(!page.contains("本局自评"), "whose site it is has a page of its own");
    assert_eq!(page.matches("关于停水处置不当的问责情况").count(), 1, "named twice, told once");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let water = json["institutions"].as_array().unwrap().iter().find(|it| it["organisation"] == "water").unwrap();
    assert_eq!((water["sector"].as_str(), water["sector_label"].as_str()), (Some("water"), Some("供水")));
    assert_eq!((water["supervisor"].as_str(), water["entries"].as_u64()), (Some("bureau"), Some(1)));
    assert_eq!(water["disclosure"]["office"], "综合部");
    assert_eq!(water["items"].as_array().unwrap().len(), 1, "what is empty stays inside: {water}");
    assert_eq!(water["items"][0]["item"], "livelihood/price");
    let appraisals = water["appraisals"].as_array().unwrap();
    assert_eq!(appraisals.len(), 2);
    let scored = appraisals.iter().find(|it| it["period"] == "2018H1").unwrap();
    assert_eq!((scored["score"].as_str(), scored["published"].as_str()), (Some("81.5"), Some("2018-06-04")));
    assert_eq!(json["supervision"][0]["item"], "livelihood/appraisal");
    for page in ["index.html", "map/index.html", "sitemap.xml"] {
        assert!(project.read(&format!("public/{page}")).contains("institution/"), "{page} leads there");
    }
    assert!(project.read("public/api/v1/index.json").contains("institutions.json"));
}

#[test]
fn what_an_institution_lacks_is_told_only_where_the_standing_is_public() {
    let inside = built(false).read(PAGE);
    assert!(inside.contains("示例县第一中学") && !inside.contains("尚无") && !inside.contains("停水通知"), "{inside}");
    let public = built(true).read(PAGE);
    assert!(public.contains("目录中尚无本单位的公开事项") && public.contains("停水通知"), "{public}");
    assert!(!inside.contains("管网图纸") && !public.contains("管网图纸"), "what is withheld has no place");
}

#[test]
fn an_institution_without_an_item_that_may_be_public_is_told() {
    let withheld = item("secret", "管网图纸", "water", "")
        .replace("\"主动\"", "\"不予公开\"\nground = \"第十四条\"\nreviewed = 2018-07-01");
    let project = Project::with(&[BODIES, &*withheld].concat());
    let said = run(project.root(), ["check"]).out;
    assert!(said.contains("“示例县供水公司”由“") && said.contains("“示例县第一中学”由“"), "{said}");
    let project = Project::with(&[BODIES, &*item("price", "水价", "water", "")].concat());
    let said = run(project.root(), ["check"]).out;
    assert!(!said.contains("“示例县供水公司”由“") && said.contains("“示例县第一中学”由“"), "{said}");
}

#[test]
fn where_there_is_no_institution_there_is_no_page() {
    let project = Project::base();
    run(project.root(), ["build"]).code(0);
    assert!(!project.at("public/institution").exists() && !project.at(JSON).exists());
    assert!(!project.read("public/map/index.html").contains("institution"));
}

#[test]
fn the_sample_gathers_its_institutions() {
    let project = Project::copy_of(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    run(project.root(), ["build"]).code(0);
    let json: serde_json::Value = serde_json::from_str(&project.read(JSON)).unwrap();
    let all = json["institutions"].as_array().unwrap();
    assert_eq!(all.len(), 2);
    for it in all {
        assert!(it["items"].as_array().unwrap().len() >= 3 && !it["appraisals"].as_array().unwrap().is_empty(), "{it}");
    }
    // The menu, the home page and the page of a body agree on how many entries it has.
    let bodies: serde_json::Value = serde_json::from_str(&project.read("public/api/v1/organisations.json")).unwrap();
    for it in all {
        let body =
            bodies["organisations"].as_array().unwrap().iter().find(|of| of["id"] == it["organisation"]).unwrap();
        assert_eq!(body["entries"], it["entries"]);
    }
}
