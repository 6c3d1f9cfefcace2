//! What lies beside the pages for machines: the table of entries, what data is open, feeds, days in the site map.

use std::{collections::BTreeSet, fs};

use serde_json::Value;
use sha2::Digest as _;

use super::support::{
    binary::run,
    committed::at,
    files::{ending, tree},
    project::Project,
};

fn sample() -> Project {
    let project = Project::copy_of(&at("."));
    run(project.root(), ["build", "-q"]).code(0);
    project
}

fn json(project: &Project, path: &str) -> Value {
    serde_json::from_str(&project.read(&format!("public/{path}"))).expect("JSON")
}

#[test]
fn the_table_of_entries_says_what_the_shards_say() {
    let project = Project::copy_of(&at("."));
    let title = "title = \"=1+1,\\\"甲\\\"\"\nitem = \"dynamics/news\"\nkind = \"news\"\nmade = 2018-12-20\npublished = 2018-12-20\n";
    let review = "summary = \"概述。\"\n[review]\nsecrecy = { by = \"保密员\", on = 2018-12-20 }\n";
    project.write("content/2018/evil.md", format!("+++\n{title}{review}+++\n正文。\n"));
    run(project.root(), ["build", "-q"]).code(0);
    let table = project.read("public/api/v1/entries.csv");
    assert!(
        table.starts_with(
            "\u{feff}索引号,标题,类型,公开事项,事项标识,五公开,发布机构,责任科室,文号,成文日期,发布日期,有效性,网址\r\n"
        ),
        "{table}"
    );
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect();
    let mut expected = Vec::new();
    for path in ending(&project.at("public/api/v1/entries"), "json") {
        let shard: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for entry in shard["entries"].as_array().unwrap() {
            let one = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
            let many = |key: &str| {
                entry[key].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect::<Vec<_>>().join("；")
            };
            let title = one("title");
            expected.push(vec![
                one("index_number"),
                if title.starts_with('=') { format!("'{title}") } else { title },
                one("kind_label"),
                many("items_label"),
                many("items"),
                many("disclosure_label"),
                one("organisation_label"),
                one("office"),
                one("document_number"),
                one("made"),
                one("published"),
                one("validity_label"),
                one("url"),
            ]);
        }
    }
    expected.sort();
    assert!(rows.len() > 100 && rows.iter().any(|it| it[1] == "'=1+1,\"甲\""));
    assert_eq!(rows, expected);
    let index = json(&project, "api/v1/index.json");
    let file = index["files"].as_array().unwrap().iter().find(|it| it["path"] == "entries.csv").expect("it is listed");
    assert_eq!((file["kind"].as_str(), file["records"].as_u64()), (Some("entries-table"), Some(rows.len() as u64)));
}

/// Every object of `value` that is of the class `class`.
fn of<'v>(value: &'v Value, class: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| of(it, class, found)),
        Value::Object(object) => {
            if value["@type"] == class {
                found.push(value);
            }
            object.values().for_each(|it| of(it, class, found));
        }
        _ => {}
    }
}

fn all<'v>(value: &'v Value, class: &str) -> Vec<&'v Value> {
    let mut found = Vec::new();
    of(value, class, &mut found);
    found
}

/// Whether each name of `value` has a prefix that the context knows.
fn known(value: &Value, prefixes: &BTreeSet<&str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| known(it, prefixes)),
        Value::Object(object) => {
            for (name, value) in object.iter().filter(|it| it.0 != "@context") {
                let is_own = ["@id", "@type", "@value", "@language"].contains(&name.as_str());
                assert!(is_own || prefixes.contains(name.split(':').next().unwrap()), "{name}");
                known(value, prefixes);
            }
        }
        _ => {}
    }
}

/// Its shape as a whole is held by a validator in `tests/browser`.
#[test]
fn what_data_is_open_stands_in_dcat() {
    let project = sample();
    let data = json(&project, "data.jsonld");
    let context = data["@context"].as_object().expect("a context");
    known(&data, &context.keys().map(String::as_str).collect());
    assert_eq!(data["@type"], "dcat:Catalog");
    for must in ["dct:title", "dct:description", "dct:publisher", "dcat:dataset", "foaf:homepage"] {
        assert!(!data[must].is_null(), "{must}");
    }
    let sets = all(&data, "dcat:Dataset");
    for set in &sets {
        for must in ["dct:title", "dct:description", "dct:publisher", "dcat:landingPage"] {
            assert!(!set[must].is_null(), "{must}: {set}");
        }
    }
    let houses = sets.iter().find(|it| it["dct:title"]["@value"] == "标准厂房可用房源数据集").expect("the data set");
    let quarterly = "http://publications.europa.eu/resource/authority/frequency/QUARTERLY";
    assert_eq!(houses["dct:accrualPeriodicity"]["@id"], quarterly);
    assert_eq!(
        (&houses["dct:issued"]["@value"], &houses["dct:modified"]["@value"]),
        (&"2018-12-20".into(), &"2018-12-18".into())
    );
    assert!(houses["dct:accessRights"]["@id"].as_str().unwrap().ends_with("/PUBLIC"));
    assert_eq!(houses["dcat:contactPoint"]["@type"][0], "vcard:Organization");
    assert!(houses["dcat:theme"]["@id"].as_str().expect("a page").contains("/theme/"));
    // Pages lead to it, and the index of the data lists it.
    assert!(
        project
            .read("public/index.html")
            .contains("type=\"application/ld+json\" title=\"开放数据目录（DCAT）\" href=\"data.jsonld\"")
    );
    assert!(project.read("public/map/index.html").contains("href=\"../data.jsonld\">开放数据目录（DCAT）</a>"));
    let index = json(&project, "api/v1/index.json");
    let listed = index["files"].as_array().expect("files").iter().find(|it| it["kind"] == "open-data").expect("it");
    assert_eq!(
        (listed["path"].as_str(), listed["media_type"].as_str()),
        (Some("../../data.jsonld"), Some("application/ld+json"))
    );
    let bytes = fs::read(project.at("public/data.jsonld")).expect("a file");
    let sum = sha2::Sha256::digest(&bytes).iter().fold(String::new(), |all, it| all + &format!("{it:02x}"));
    assert_eq!((listed["bytes"].as_u64(), listed["sha256"].as_str()), (Some(bytes.len() as u64), Some(&*sum)));
    // Each distribution is a file of the site, with its sum.
    let files = tree(&project.at("public"));
    let base = json(&project, "api/v1/index.json")["url"].as_str().unwrap().to_owned();
    let distributions = all(&data, "dcat:Distribution");
    assert!(distributions.len() >= 2);
    for it in distributions {
        let url = it["dcat:downloadURL"]["@id"].as_str().expect("an address");
        let bytes = &files[url.strip_prefix(&base).expect("below the site")];
        let sum = sha2::Sha256::digest(bytes).iter().fold(String::new(), |all, it| all + &format!("{it:02x}"));
        assert_eq!(it["dcat:byteSize"]["@value"], bytes.len().to_string());
        assert_eq!(it["spdx:checksum"]["spdx:checksumValue"]["@value"], sum);
        assert_eq!(it["dcat:mediaType"]["@id"], "https://www.iana.org/assignments/media-types/text/csv");
    }
    // What is not open is not told, nor what only the list does not open.
    let list = "content/2018/清单/开放责任清单.csv";
    let open = sets.len();
    project.replace(
        "content/2018/数据/标准厂房可用房源数据集.md",
        "opening = \"无条件开放\"",
        "opening = \"不予开放\"\nbasis = \"《中华人民共和国政府信息公开条例》\"",
    );
    let rows = project.read(list).replace("无条件开放", "有条件开放");
    project.write(list, rows);
    run(project.root(), ["build", "-q"]).code(0);
    let data = json(&project, "data.jsonld");
    let titles = |data: &Value| {
        all(data, "dcat:Dataset").iter().map(|it| it["dct:title"]["@value"].to_string()).collect::<Vec<_>>()
    };
    assert!(!titles(&data).iter().any(|it| it.contains("标准厂房可用房源数据集")), "{:?}", titles(&data));
    assert_eq!(all(&data, "dcat:Dataset").len(), open - 1);
    assert!(data.to_string().contains("access-right/RESTRICTED"), "a warm build tells the rows of today");
    // Where there is none there is no file.
    let base = Project::base();
    run(base.root(), ["build", "-q"]).code(0);
    assert!(!base.at("public/data.jsonld").exists());
    for page in ["index.html", "map/index.html", "api/v1/index.json"] {
        assert!(!base.read(&format!("public/{page}")).contains("data.jsonld"), "{page}");
    }
}

#[test]
fn every_feed_is_json_too_as_the_standard_has_it_and_pages_name_both() {
    let project = sample();
    let files = tree(&project.at("public"));
    let base = json(&project, "api/v1/index.json")["url"].as_str().unwrap().to_owned();
    let schema = fs::read_to_string(at("tests/schemas/json-feed-1.1.json")).expect("the schema");
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).expect("JSON")).expect("a schema");
    let atoms: Vec<&String> = files.keys().filter(|it| it.ends_with("feed.xml")).collect();
    assert!(
        ["disclosure/", "facet/", "document/"].iter().all(|part| atoms.iter().any(|it| it.starts_with(part))),
        "{atoms:?}"
    );
    assert_eq!(files.keys().filter(|it| it.ends_with("feed.json")).count(), atoms.len());
    for atom in atoms {
        let path = atom.replace("feed.xml", "feed.json");
        let feed = json(&project, &path);
        let faults: Vec<String> = schema.iter_errors(&feed).map(|it| format!("{}: {it}", it.instance_path())).collect();
        assert!(faults.is_empty(), "{path}: {faults:#?}");
        assert_eq!(feed["feed_url"], format!("{base}{path}"));
        let items = feed["items"].as_array().expect("items");
        let text = String::from_utf8_lossy(&files[atom]);
        assert_eq!(items.len(), text.matches("<entry>").count(), "{path}");
        let page = project.read(&format!("public/{}", atom.replace("feed.xml", "index.html")));
        let (head, body) = page.split_once("</head>").expect("a head");
        assert!(
            head.contains("<link rel=\"alternate\" type=\"application/feed+json\"") && head.contains("feed.json\""),
            "{path}"
        );
        assert_eq!(
            body.contains("<a href=\"feed.json\" type=\"application/feed+json\">"),
            path != "feed.json",
            "{path}"
        );
    }
    // The schema sees a fault.
    let mut spoilt = json(&project, "feed.json");
    spoilt["items"][0].as_object_mut().expect("an item").remove("content_text");
    assert!(!schema.is_valid(&spoilt));
}

#[test]
fn days_in_the_site_map_are_those_of_what_pages_list() {
    let project = sample();
    let map = project.read("public/sitemap.xml");
    let day = |path: &str| {
        let line =
            map.lines().find(|it| it.contains(&format!("/cyzsj/{path}</loc>"))).unwrap_or_else(|| panic!("{path}"));
        line.split_once("<lastmod>").map(|it| it.1[..10].to_owned())
    };
    let shard = json(&project, "api/v1/entries/cyzsj/2018-0.json");
    let entries = shard["entries"].as_array().expect("entries");
    let newest = |is: &dyn Fn(&Value) -> bool| {
        entries.iter().filter(|it| is(it)).map(|it| it["published"].as_str().unwrap().to_owned()).max()
    };
    assert_eq!(day(""), newest(&|_| true));
    let decides = |it: &Value| it["disclosure"].as_array().unwrap().contains(&"decision".into());
    assert_eq!(day("disclosure/decision/"), newest(&decides));
    assert_eq!(day("catalogue/full/").as_deref(), Some("2018-07-20"));
    let lines = map.matches("<loc>").count();
    let dated = map.matches("<lastmod>").count();
    assert!(dated * 100 >= lines * 85, "{dated} of {lines}");
}

#[test]
fn texts_of_entries_stand_beside_their_shards_where_the_site_asks() {
    let project = sample();
    let lines = |project: &Project| -> Vec<Value> {
        let files = ending(&project.at("public/api/v1/entries"), "ndjson");
        let texts = files.iter().map(|it| fs::read_to_string(it).expect("a file of lines"));
        texts.flat_map(|it| it.lines().map(|it| serde_json::from_str(it).expect("JSON")).collect::<Vec<_>>()).collect()
    };
    assert!(lines(&project).is_empty(), "nobody asked");
    project.replace("catalogue/site.toml", "[site]\n", "[site]\nndjson = true\n");
    let named = "content/2018/named.md";
    let head = "title = \"拟录用人员公示\"\nitem = \"livelihood/employment\"\nkind = \"notice\"\nmade = 2018-10-08\npublished = 2018-10-08\n";
    let review =
        "summary = \"概述。\"\nnames_until = 2018-10-20\n[review]\nsecrecy = { by = \"保密员\", on = 2018-10-08 }\n";
    project.write(
        named,
        format!("+++\n{head}{review}+++\n公示如下。\n\n| 姓名 | 岗位 |\n| --- | --- |\n| 欧阳锦程 | 职员 |\n"),
    );
    run(project.root(), ["build", "-q"]).code(0);
    let made = lines(&project);
    // A line is what the shard says, and a text.
    let schema = json(&project, "api/v1/schema/entries-text.schema.json");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    for line in &made {
        let wrong: Vec<String> = schema.iter_errors(line).map(|it| format!("{}: {it}", it.instance_path())).collect();
        assert_eq!(wrong, Vec::<String>::new());
        for must in ["index_number", "title", "text"] {
            let mut without = line.clone();
            without.as_object_mut().expect("an object").remove(must);
            assert!(!schema.is_valid(&without), "without {must}");
        }
    }
    let mut shards: Vec<Value> = Vec::new();
    for path in ending(&project.at("public/api/v1/entries"), "json") {
        let shard: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        shards.extend(shard["entries"].as_array().unwrap().iter().cloned());
    }
    assert_eq!(made.len(), shards.len());
    for line in &made {
        let mut entry = line.clone();
        let text = entry.as_object_mut().unwrap().remove("text").expect("a text");
        assert!(shards.contains(&entry), "{entry}");
        let text = text.as_str().expect("a text").to_owned();
        assert!(!text.contains("</") && !text.contains("&lt;") && !text.contains("\n\n"), "{text}");
    }
    let find = |made: &[Value], title: &str| {
        let line = made.iter().find(|it| it["title"] == title).expect("a line");
        line["text"].as_str().expect("a text").to_owned()
    };
    let houses = find(&made, "标准厂房可用房源数据集");
    assert!(houses.contains("字段\t类型\t含义\n楼栋\t文本\t楼栋编号"), "{houses}");
    let names = find(&made, "拟录用人员公示");
    assert!(!names.contains("欧阳锦程") && names.contains("公示如下"), "{names}");
    // An edit is told by a warm build as by a cold one.
    project.replace("content/2018/数据/标准厂房可用房源数据集.md", "来源为房源管理台账", "来源为园区台账");
    run(project.root(), ["build", "-q"]).code(0);
    let warm = tree(&project.at("public/api"));
    assert!(find(&lines(&project), "标准厂房可用房源数据集").contains("来源为园区台账"));
    run(project.root(), ["build", "-q", "--no-cache"]).code(0);
    super::support::files::assert_same(&warm, &tree(&project.at("public/api")));
}
