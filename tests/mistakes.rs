//! Forty different mistakes in twelve files, all told in one run, each at its line, none twice. The files: `tests/mistakes/`.

use std::collections::BTreeSet;

use super::support::{
    binary::{check, run},
    committed::at,
    files::lasting,
};

/// File, line (0: the file as a whole), rule, and what was done wrong.
const MISTAKES: [(&str, u64, &str, &str); 40] = [
    ("catalogue/allow.toml", 1, "unused-allow", "an exception for an entry that is on time"),
    ("catalogue/allow.toml", 7, "expired-allow", "an exception whose day has passed"),
    ("catalogue/fields.toml", 7, "toml-syntax", "no closing quote"),
    ("catalogue/fields.toml", 8, "cycle", "two fields are each other's parents"),
    ("catalogue/fields.toml", 15, "missing-key", "a field without a title"),
    ("catalogue/items.toml", 36, "incomplete-item", "an item without a basis"),
    ("catalogue/items.toml", 40, "unreadable-time-limit", "words that are no time limit"),
    ("catalogue/items.toml", 54, "weak-basis", "ditto for a basis"),
    ("catalogue/items.toml", 55, "limit-longer-than-law", "sixty days where the law gives twenty"),
    ("catalogue/items.toml", 58, "no-website-channel", "a notice board only"),
    ("catalogue/items.toml", 66, "unclassed-item", "none of the five disclosures"),
    ("catalogue/items.toml", 73, "audience-without-group", "a certain group, but which?"),
    ("catalogue/items.toml", 74, "ungrounded-exception", "withheld without a ground"),
    ("catalogue/items.toml", 80, "empty-item", "nothing published though it was due"),
    ("catalogue/items.toml", 85, "wrong-type", "words for a day"),
    ("catalogue/items.toml", 87, "full-width-punctuation", "a full-width equals sign"),
    ("catalogue/organisations.toml", 5, "missing-officer", "no leader answers for disclosure"),
    ("catalogue/organisations.toml", 14, "duplicate-id", "two bodies with one id"),
    ("catalogue/plan.toml", 12, "dangling-reference", "a task for an item that does not exist"),
    ("catalogue/site.toml", 4, "unknown-value", "a slip in a word of a closed list"),
    ("catalogue/site.toml", 8, "stale-catalogue", "not revised for two years"),
    ("catalogue/site.toml", 9, "unknown-key", "a slip in a key"),
    ("content/2018/会议送审稿.md", 2, "draft-mark", "a draft's mark in a final title"),
    ("content/2018/会议送审稿.md", 9, "late-review", "reviewed after publication"),
    ("content/2018/会议送审稿.md", 11, "secrecy-mark", "a secrecy mark"),
    ("content/2018/好通知.md", 19, "broken-link", "a link to no file"),
    ("content/2018/矛盾的通知.md", 0, "unreviewed", "no review for secrecy"),
    ("content/2018/矛盾的通知.md", 5, "repeated-document-number", "the number of another document"),
    ("content/2018/矛盾的通知.md", 7, "impossible-dates", "published before it was made"),
    ("content/2018/矛盾的通知.md", 10, "lapsed-still-valid", "past its last day, still called valid"),
    ("content/2018/补助公示.md", 2, "invisible-character", "a zero-width space in the title"),
    ("content/2018/补助公示.md", 5, "duplicate-index-number", "the index number of another entry"),
    ("content/2018/补助公示.md", 12, "identity-number", "a person's identity number"),
    ("content/2018/补助公示.md", 14, "mobile-number", "a person's telephone"),
    ("content/2018/补助公示.md", 16, "bank-card", "a person's bank account"),
    ("content/2018/解读.md", 2, "no-first-interpreter", "nobody is named as first interpreter"),
    ("content/2018/解读.md", 8, "late-interpretation", "interpreted a month late"),
    ("content/2018/迟到的通知.md", 5, "malformed-document-number", "square brackets in a number"),
    ("content/2018/迟到的通知.md", 7, "late-publication", "published months late"),
    ("content/2018/迟到的通知.md", 9, "unknown-genre", "a genre that does not exist"),
];

#[test]
fn forty_mistakes_are_told_in_one_run_each_at_its_line_and_none_twice() {
    let project = at("tests/mistakes");
    assert_eq!(lasting(&project).len(), 12, "twelve files");
    let rules: BTreeSet<&str> = MISTAKES.iter().map(|it| it.2).collect();
    assert_eq!(rules.len(), 40, "forty different ones");
    // Notes are no mistakes: a new project has no lock, and items of events may be empty.
    let told: Vec<_> = check(&project).into_iter().filter(|it| it.level != "note").collect();
    let mut told: Vec<_> = told.iter().map(|it| (it.path.as_str(), it.line, it.name.as_str())).collect();
    told.sort_unstable();
    let made: Vec<_> = MISTAKES.iter().map(|it| (it.0, it.1, it.2)).collect();
    let missed: Vec<_> = MISTAKES.iter().filter(|it| !told.contains(&(it.0, it.1, it.2))).collect();
    let added: Vec<_> = told.iter().filter(|it| !made.contains(it)).collect();
    assert!(missed.is_empty() && added.is_empty(), "not told: {missed:#?}\ntold besides: {added:#?}");
    assert_eq!(told, made, "something is told twice");
}

#[test]
fn people_read_all_forty_and_nothing_is_written() {
    let project = at("tests/mistakes");
    let human = run(&project, ["check", "--lang", "zh"]).code(1).out;
    assert_eq!(human.matches("错误[GK").count() + human.matches("警告[GK").count(), 40, "{human}");
    assert_eq!(human.matches("建议：").count(), human.matches("[GK").count(), "each says what to do");
    for private in ["11010519491231002X", "13800138000", "6222021234567890128"] {
        assert!(!human.contains(private), "{private} is printed");
    }
    let built = run(&project, ["build"]).code(1);
    assert!(
        built.out.contains("GK0801")
            && !project.join("public").exists()
            && !project.join("catalogue/index.lock").exists()
    );
}
