//! Words that would be commands elsewhere – tags, scripts, templates, formulas – stay words in every output.

use super::support::{
    binary::run,
    files::{ending, has_ending, tree},
    project::Project,
};

/// An entry with `body` and a title of `title`.
fn entry(title: &str, body: &str) -> Project {
    let project = Project::base();
    let quoted = serde_json::to_string(title).expect("a text");
    project.write(
        "content/2018/通报.md",
        format!(
            "+++\ntitle = {quoted}\nitem = \"policy/notices\"\nkind = \"document\"\nmade = 2018-07-02\npublished = 2018-07-03\n\
             summary = {quoted}\nkeywords = [{quoted}]\n[review]\nsecrecy = {{ by = \"保密员\", on = 2018-07-02 }}\n[extra]\n\"备注\" = {quoted}\n+++\n{body}\n"
        ),
    );
    project
}

const SCRIPTS: [&str; 14] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVa\tScript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "<iframe src=\"//evil.example\"></iframe>",
    "<meta http-equiv=\"refresh\" content=\"0;url=//evil.example\">",
    "<base href=\"//evil.example\">",
    "<form action=\"//evil.example\"><input></form>",
    "<style>*{display:none}</style>",
    "</main></body><object data=x>",
];

#[test]
fn scripts_in_a_text_never_reach_a_page() {
    let project = entry("关于值守情况的通报", &SCRIPTS.join("\n\n"));
    let done = run(project.root(), ["build", "--format", "concise"]);
    // Told or mended, never published.
    if done.code == Some(0) {
        harmless(&project);
    } else {
        assert_eq!(done.code, Some(1), "{}", done.err);
        assert!(!project.at("public").exists());
        // One by one, so that one that stops does not hide the others.
        for script in SCRIPTS {
            let project = entry("关于值守情况的通报", script);
            if run(project.root(), ["build", "-q"]).code == Some(0) {
                harmless(&project);
            }
        }
    }
}

#[test]
fn tags_in_titles_and_keys_are_shown_as_they_are_written() {
    for title in [
        "值守<script>alert(1)</script>通报",
        "\"><img src=x onerror=alert(1)>",
        "'onmouseover='alert(1)",
        "</title><svg onload=alert(1)>",
        "]]><b>x</b>",
        "{{ 7*7 }}{% include \"x\" %}${7*7}",
    ] {
        let project = entry(title, "各科室值守到位。");
        for (path, of) in [
            ("catalogue/site.toml", "示例局政府信息公开"),
            ("catalogue/items.toml", "部门文件"),
            ("catalogue/organisation.toml", "示例区示例局"),
        ] {
            let quoted = serde_json::to_string(title).expect("a text");
            project.replace(path, &format!("\"{of}\""), &format!("\"{of}{}", &quoted[1..]));
        }
        let done = run(project.root(), ["build", "--format", "concise"]);
        assert_eq!(done.code, Some(0), "{title}: {}{}", done.out, done.err);
        harmless(&project);
        let page = project.read("public/bureau/2018/00002.html");
        assert!(!page.contains("49</") && !page.contains("4949"), "a template was run: {title}");
    }
}

/// No page runs or loads anything that the theme did not write.
fn harmless(project: &Project) {
    let root = project.at("public");
    for page in ending(&root, "html") {
        let text = std::fs::read_to_string(&page).expect("readable").to_lowercase();
        let shown = page.strip_prefix(&root).expect("below").display().to_string();
        for bad in [
            "<script",
            "<iframe",
            "<object",
            "<embed",
            "<base",
            "<style",
            "http-equiv=\"refresh",
            "<input",
            "<svg onload",
            "<img src=x",
        ] {
            let allowed = bad == "<script"
                && text.matches("<script").count()
                    == ["<script src=\"", "<script defer src=\"", "<script type=\"application/"]
                        .iter()
                        .map(|it| text.matches(it).count())
                        .sum::<usize>();
            let searching = bad == "<input" && text.contains("type=\"search\"");
            assert!(!text.contains(bad) || allowed || searching, "{shown} has {bad}");
        }
        for tag in tags(&text) {
            // Attributes' names stand at even places between quotation marks.
            let names = tag.split('"').step_by(2).flat_map(str::split_whitespace);
            let handler = names.filter(|it| it.starts_with("on") && it.contains('=')).count();
            assert_eq!(handler, 0, "{shown}: {tag}");
            for address in ["javascript:", "vbscript:", "data:text", "//evil.example"] {
                assert!(!tag.contains(&format!("=\"{address}")), "{shown}: {tag}");
            }
        }
    }
    for (path, bytes) in tree(&root) {
        if has_ending(&path, &["json", "jsonld"]) {
            serde_json::from_slice::<serde_json::Value>(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        if has_ending(&path, &["xml"]) {
            let mut reader = quick_xml::Reader::from_reader(bytes.as_slice());
            let mut buffer = Vec::new();
            loop {
                match reader.read_event_into(&mut buffer) {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => buffer.clear(),
                    Err(error) => panic!("{path}: {error}"),
                }
            }
        }
    }
}

/// The tags of a page, with their attributes' values in quotes kept.
fn tags(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let mut quote = None;
        let end = rest[start..].char_indices().find(|&(_, it)| match quote {
            Some(open) => {
                if it == open {
                    quote = None;
                }
                false
            }
            None if it == '"' || it == '\'' => {
                quote = Some(it);
                false
            }
            None => it == '>',
        });
        let Some((end, _)) = end else { break };
        found.push(&rest[start..=start + end]);
        rest = &rest[start + end + 1..];
    }
    found
}

#[test]
fn comments_and_hidden_words_of_editors_are_not_published() {
    let project = entry(
        "关于值守情况的通报",
        "值守到位。\n\n<!-- 领导说先不要写：暗号甲 -->\n\n<span hidden>暗号乙</span>\n\n<p style=\"display:none\">暗号丙</p>\n\n[//]: # (暗号丁)",
    );
    let done = run(project.root(), ["build", "-q", "--format", "concise"]);
    if done.code == Some(0) {
        for (path, bytes) in tree(&project.at("public")) {
            let text = String::from_utf8_lossy(&bytes);
            for word in ["暗号甲", "暗号丁"] {
                assert!(!text.contains(word), "{word} is in {path}");
            }
        }
    }
}

#[test]
fn a_formula_in_a_table_is_a_text_when_downloaded() {
    let project = entry("关于值守情况的通报", "见[名单](名单.csv)。");
    project.write("content/2018/名单.csv", "科室,说明\n办公室,=1+1\n业务科,\"@SUM(A1)\"\n");
    run(project.root(), ["build", "-q"]).code(0);
    // What the author attached is published as it is; what we make of it is harmless.
    for (path, bytes) in tree(&project.at("public/api")) {
        let text = String::from_utf8_lossy(&bytes);
        let csv = path.to_lowercase().ends_with(".csv");
        assert!(
            !csv || !text.lines().any(|line| line.split(',').any(|cell| cell.trim_matches('"').starts_with('='))),
            "{path}"
        );
    }
}
