//! Any bytes are read: no panic, no hang, places within the file.

use std::time::Duration;

use proptest::prelude::*;

use super::{of_catalogue, of_entry};
use crate::{
    diagnostic::Findings,
    source::{FileId, tests::patience},
    syntax::{repair, text},
};

/// Within ten times the promise: tests run unoptimised.
fn soon<T>(what: &str, run: impl FnOnce() -> T) -> T {
    patience::within(Duration::from_secs(4), what, run)
}

#[test]
fn depth_is_told_and_costs_nothing() {
    for text in [
        "a = ".to_owned() + &"[".repeat(20_000),
        "a = ".to_owned() + &"{a=".repeat(20_000),
        "a.".repeat(100_000) + "b = 1",
        "[".to_owned() + &"a.".repeat(100_000) + "b]",
        "a = ".to_owned() + &"【".repeat(20_000),
        "a = ".to_owned() + &"[".repeat(20_000) + &"]".repeat(20_000),
    ] {
        let name: String = text.chars().take(8).collect();
        let told = soon(&name, || of_catalogue(&text));
        assert_eq!(told, [(1, "GK0012")], "{name}");
    }
}

/// Ten thousand keys.
fn numbered(key: &str) -> String {
    (0..10_000).flat_map(|at| [key.to_owned(), at.to_string(), " = 1\n".to_owned()]).collect()
}

#[test]
fn width_is_read_in_a_straight_line() {
    let long =
        |piece: &str, count: usize| format!("[[item]]\nid = \"x\"\nfield = \"a\"\nlevel = [{}]\n", piece.repeat(count));
    for text in [
        long("\"县级\", ", 20_000),
        long("\"a\"b", 20_000),
        long("县级、", 20_000),
        long("{ a = 1 }, ", 20_000),
        long("{ \"a ", 20_000),
        long("“a", 20_000),
        "= 1\n".repeat(20_000),
        "[[item]\n".repeat(5_000),
        "a = 1\n".repeat(5_000),
        "\"".repeat(100_000),
        "'''".repeat(50_000),
        "-".repeat(1_000_000),
        "　".repeat(100_000),
        "a：".repeat(50_000),
        "[publish]\n".repeat(5_000) + &"keep = 1\n".repeat(5_000),
        "a = 好\n".repeat(5_000),
        numbered("keey"),
        "[[item]]\n".to_owned() + &numbered("titel"),
        long("\"县极\", ", 10_000),
    ] {
        soon(&text, || of_catalogue(&text));
    }
}

#[test]
fn a_text_that_goes_too_deep_is_told() {
    let text = format!("+++\ntitle = \"x\"\n+++\n{}深\n", "> ".repeat(2_000));
    assert_eq!(soon("quotes", || of_entry(&text)), [(4, "GK0012")]);
    let text = format!("+++\ntitle = \"x\"\n+++\n{}", "字".repeat(2 << 20));
    assert_eq!(of_entry(&text), [(1, "GK0012")]);
}

#[test]
fn bytes_of_any_kind_are_decoded() {
    let told = |bytes: &[u8]| {
        let mut findings = Findings::new();
        text(FileId(7), bytes, &mut findings);
        findings.iter().map(|it| it.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(told("\u{feff}title = \"好\"\r\n".as_bytes()), Vec::<&str>::new());
    assert_eq!(told(&[0xcd, 0xa8, 0xd6, 0xaa]), ["GK0001"]);
    assert_eq!(told(b"\xff\xfea\0\n\0"), ["GK0001"]);
    assert_eq!(told("关于\u{200b}防汛\u{200b}\n".as_bytes()), ["GK0013"]);
    assert_eq!(told("关于\u{feff}防汛\u{202e}\n".as_bytes()), ["GK0013", "GK0013"]);
    assert_eq!(told("⼈民政府\n".as_bytes()), ["GK0013"]);
    let lesser = |source: &str| {
        let mut findings = Findings::new();
        text(FileId(7), source.as_bytes(), &mut findings);
        findings.iter().map(|it| it.lesser).collect::<Vec<_>>()
    };
    assert_eq!(
        lesser("+++\ntitle = \"防\u{200b}汛\"\n+++\n防\u{200b}汛\n\u{e000}\u{202e}\n"),
        [false, true, true, false]
    );
    assert_eq!(lesser("title = \"防\u{200b}汛\"\n"), [false]);
    assert_eq!(told("锟斤拷\n".as_bytes()), ["GK0001"]);
    assert_eq!(told(&vec![b'a'; 1 << 20]), ["GK0012"]);
}

/// Pieces that mean something, so that chance makes nearly well-formed files.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[[item]]\n"),
        Just("[site]\n"),
        Just("id = "),
        Just("title＝"),
        Just("elements = ["),
        Just("]"),
        Just("{ name = "),
        Just("}"),
        Just("\"好\""),
        Just("“好”"),
        Just("\""),
        Just("“"),
        Just("'"),
        Just("\"\"\""),
        Just("\n"),
        Just(", "),
        Just("，"),
        Just("、"),
        Just("#"),
        Just("2018-05-03"),
        Just("2018年5月3日"),
        Just("是"),
        Just("12"),
        Just("标题"),
        Just(":"),
        Just("="),
        Just("　"),
        Just("\\"),
        Just("."),
        Just("+++\n"),
        Just("---\n"),
        Just("[review]\n"),
        Just("\u{feff}"),
        Just("\t"),
        Just("-"),
        Just("é"),
        Just("\u{0}"),
        Just("𠮷"),
        Just("【"),
        Just("\u{2028}"),
        Just("\u{1680}"),
        Just("a"),
        Just("//"),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_catalogue_is_read(text in pieces()) {
        of_catalogue(&text);
    }

    #[test]
    fn any_entry_is_read(text in pieces()) {
        of_entry(&format!("+++\n{text}"));
        of_entry(&text);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        of_catalogue(&text);
        of_entry(&format!("+++\n{text}\n+++\n{text}"));
    }

    #[test]
    fn any_bytes_are_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut findings = Findings::new();
        let text = text(FileId(7), &bytes, &mut findings);
        super::told(&text, &findings);
        of_catalogue(&text);
        of_entry(&text);
    }

    /// What is well-formed needs no repair.
    #[test]
    fn good_toml_is_left_alone(text in pieces()) {
        if text.parse::<toml::Table>().is_ok() && !text.contains(['\u{feff}', ':']) {
            let repaired = repair::repair(&text, &|_| None);
            prop_assert!(repaired.deep.is_some() || (repaired.slips.is_empty() && repaired.loose.is_empty()), "{:?}", repaired.slips);
        }
    }
}
