//! Numbers and addresses through many runs: given once, kept for ever.

use super::{Assigned, Candidate, Line, Lock, Numbers, Slot, State, assign};
use crate::day::Day;

/// Numbers like `code/2018-00001`; the code of every organisation is the same word.
struct Plain(&'static str);

impl Numbers for Plain {
    fn make(&self, candidate: &Candidate<'_>, year: i32, serial: u32) -> (String, String) {
        (format!("{}-{}/{year}-{serial:05}", self.0, candidate.organisation), format!("{serial:05}"))
    }

    fn slot(&self, number: &str) -> Option<Slot> {
        let (organisation, rest) = number.strip_prefix(self.0)?.strip_prefix('-')?.split_once('/')?;
        let (year, serial) = rest.split_once('-')?;
        Some(Slot { organisation: organisation.to_owned(), year: year.parse().ok()?, serial: serial.parse().ok()? })
    }
}

const OLD: Plain = Plain("old");

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A public entry called as its path, made and published on `on`.
fn entry<'a>(path: &'a str, on: &str) -> Candidate<'a> {
    Candidate {
        path,
        title: path,
        made: Some(day(on)),
        published: Some(day(on)),
        public: true,
        numbered: true,
        by_hand: None,
        organisation: "bureau",
        page: None,
    }
}

fn run(lock: &mut Lock, candidates: &[Candidate<'_>], numbers: &Plain) -> Vec<Option<Assigned>> {
    let place = |path: &str| candidates.iter().position(|it| it.path == path);
    let given = assign(lock, candidates, &place, numbers, (day("2018-12-31"), true));
    // What is written can be read again, and says the same.
    let (again, problems) = Lock::parse(&lock.clone().into_text());
    assert_eq!(problems, [], "{}", lock.clone().into_text());
    assert_eq!(again.into_text(), lock.clone().into_text());
    given
}

fn numbers(given: &[Option<Assigned>]) -> Vec<&str> {
    given.iter().map(|it| it.as_ref().map_or("-", |it| &it.index_number)).collect()
}

fn addresses(given: &[Option<Assigned>]) -> Vec<&str> {
    given.iter().map(|it| it.as_ref().map_or("-", |it| &it.address)).collect()
}

#[test]
fn the_order_of_files_is_no_matter() {
    let mut one = Lock::default();
    run(&mut one, &[entry("c", "2018-02-01"), entry("a", "2018-03-01"), entry("b", "2018-02-01")], &OLD);
    let mut other = Lock::default();
    let given = run(&mut other, &[entry("a", "2018-03-01"), entry("b", "2018-02-01"), entry("c", "2018-02-01")], &OLD);
    assert_eq!(one.into_text(), other.into_text());
    assert_eq!(numbers(&given), ["old-bureau/2018-00003", "old-bureau/2018-00001", "old-bureau/2018-00002"]);
}

#[test]
fn a_renamed_file_keeps_its_number_where_there_is_no_doubt() {
    let named = |path, title| Candidate { title, ..entry(path, "2018-02-01") };
    let mut lock = Lock::default();
    run(&mut lock, &[named("a", "甲"), named("b", "乙"), named("c", "乙")], &OLD);
    let given = run(&mut lock, &[named("x", "甲"), named("y", "乙"), named("z", "乙")], &OLD);
    let kept: Vec<_> = given.iter().flatten().map(|it| it.locked.is_some()).collect();
    assert_eq!(kept, [true, false, false]);
    assert!(given[0].as_ref().is_some_and(|it| it.changed), "--locked refuses another path");
    assert_eq!(lock.lines.len(), 5, "lines are never deleted");
    // The number reserved for a draft goes with it.
    let mut lock = Lock::default();
    lock.lines.push(Line {
        index_number: "old-bureau/2018-00009".into(),
        address: "/bureau/2018/00009.html".into(),
        path: "draft".into(),
        state: State::Reserved,
        released: None,
        first_published: None,
        made: Some(day("2018-02-01")),
        title: "丙".into(),
        at: 0,
    });
    let draft = Candidate { public: false, numbered: false, published: None, ..named("renamed", "丙") };
    assert_eq!(numbers(&run(&mut lock, &[draft], &OLD)), ["old-bureau/2018-00009"]);
    let public = run(&mut lock, &[named("renamed", "丙")], &OLD);
    assert!(public[0].as_ref().is_some_and(|it| !it.changed), "reserved to released is no change");
    assert_eq!(lock.lines[0].released, Some(day("2018-12-31")));
}

#[test]
fn series_go_on_after_what_is_gone() {
    let mut lock = Lock::default();
    let page = Candidate { page: Some("policy/about"), ..entry("contact", "2018-02-01") };
    let first = run(&mut lock, &[page, entry("b", "2018-02-02"), entry("c", "2018-02-03")], &OLD);
    assert_eq!(addresses(&first), ["/policy/about/contact.html", "/bureau/2018/00002.html", "/bureau/2018/00003.html"]);
    lock.lines[2].state = State::Withdrawn;
    // The page's file is deleted, the last was withdrawn and comes again: neither number is given twice.
    let again = run(&mut lock, &[entry("b", "2018-02-02"), entry("c", "2018-02-03")], &OLD);
    assert_eq!(numbers(&again), ["old-bureau/2018-00002", "old-bureau/2018-00004"]);
    let other = Candidate { organisation: "school", ..entry("d", "2018-05-01") };
    let more = run(&mut lock, &[other, entry("e", "2019-01-01"), entry("f", "2018-06-01")], &OLD);
    assert_eq!(numbers(&more), ["old-school/2018-00001", "old-bureau/2019-00001", "old-bureau/2018-00005"]);
}

#[test]
fn another_pattern_does_not_begin_a_series_again() {
    let mut lock = Lock::default();
    run(&mut lock, &[entry("a", "2018-02-01"), entry("b", "2018-02-02")], &OLD);
    let given = run(&mut lock, &[entry("a", "2018-02-01"), entry("c", "2018-02-03")], &Plain("new"));
    assert_eq!(addresses(&given), ["/bureau/2018/00001.html", "/bureau/2018/00003.html"]);
    assert_eq!(numbers(&given), ["old-bureau/2018-00001", "new-bureau/2018-00003"]);
}

#[test]
fn numbers_set_by_hand_are_theirs_alone() {
    let hand = |path, on, number| Candidate { by_hand: Some(number), ..entry(path, on) };
    let mut lock = Lock::default();
    let late = hand("z", "2018-09-01", "old-bureau/2018-00001");
    let given = run(&mut lock, &[entry("a", "2018-02-01"), late], &OLD);
    assert_eq!(numbers(&given), ["old-bureau/2018-00002", "old-bureau/2018-00001"]);
    // Twice the same: told by its rule, and the lock stays one that can be read.
    let mut lock = Lock::default();
    let given = run(&mut lock, &[hand("a", "2018-02-01", "K/1"), hand("b", "2018-02-02", "K/1")], &OLD);
    assert_eq!(numbers(&given), ["K/1", "K/1"]);
    assert_ne!(addresses(&given)[0], addresses(&given)[1]);
    assert_eq!(lock.lines.len(), 1);
}

/// Counted through from 2 for each, this would take minutes.
#[test]
fn many_numbers_that_fold_to_one_take_no_time() {
    let names: Vec<String> = (0..20_000).map(|n| format!("{n:05}")).collect();
    let words: Vec<String> = (0..20_000u32).map(|n| char::from_u32(0x4e00 + n).unwrap_or('一').to_string()).collect();
    let hand = |(path, word)| Candidate { by_hand: Some(word), ..entry(path, "2018-02-01") };
    let all: Vec<_> = names.iter().map(String::as_str).zip(words.iter().map(String::as_str)).map(hand).collect();
    let given = run(&mut Lock::default(), &all, &OLD);
    assert_eq!(addresses(&given)[19_999], "/bureau/--20000.html");
}
