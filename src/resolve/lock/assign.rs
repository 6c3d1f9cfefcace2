//! Who has which line: known paths keep theirs, a renamed file is known by title and day, new entries get the next serial.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{
    Line, Lock, Slot, State,
    address::{Shape, Taken},
};
use crate::day::Day;

/// What the lock must know of an entry.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// Its path below `content/` without `.md`.
    pub path: &'a str,
    pub title: &'a str,
    /// 成文日期.
    pub made: Option<Day>,
    /// 发布日期.
    pub published: Option<Day>,
    /// Whether it is public today.
    pub public: bool,
    /// Whether it may get a line: drafts and withdrawn entries may not.
    pub numbered: bool,
    /// The number set by hand.
    pub by_hand: Option<&'a str>,
    /// The organisation's id.
    pub organisation: &'a str,
    /// For `kind = "page"`: the full id of its first item.
    pub page: Option<&'a str>,
}

/// What an entry got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    pub index_number: String,
    pub address: String,
    /// The number the lock had before this run; another than `index_number` when the author changed it by hand.
    pub locked: Option<String>,
    /// From the lock.
    pub released: Option<Day>,
    /// From the lock.
    pub first_published: Option<Day>,
    /// Whether the lock had no such line, or another path: `--locked` refuses it.
    pub changed: bool,
}

/// How numbers are made and read.
pub trait Numbers {
    /// The number of `candidate` with `serial`, and the serial as printed.
    fn make(&self, candidate: &Candidate<'_>, year: i32, serial: u32) -> (String, String);
    /// The slot of a number that was made here; none for others.
    fn slot(&self, number: &str) -> Option<Slot>;
}

/// Gives every candidate its line. `lock` is brought up to date; the answers are in the order of the candidates. `place` knows
/// which of them has a path.
pub fn assign(
    lock: &mut Lock,
    candidates: &[Candidate<'_>],
    place: &(dyn Fn(&str) -> Option<usize> + Sync),
    numbers: &(dyn Numbers + Sync),
    (today, release): (Day, bool),
) -> Vec<Option<Assigned>> {
    let presumed = lock.is_unreleased();
    let mut given: Vec<Option<usize>> = known(lock, candidates, place);
    set_anew(lock, candidates, &mut given, &|line| presumed && line.is_overdue(today));
    let before: Vec<Option<usize>> = given.clone();
    let mut fresh: Vec<usize> =
        (0..candidates.len()).filter(|&at| given[at].is_none() && candidates[at].numbered).collect();
    fresh.sort_by_key(|&at| (candidates[at].published, candidates[at].path));
    // Most runs have nothing new, and need not know which numbers are taken.
    let mut refused = match fresh[..] {
        [] => BTreeMap::new(),
        _ => give(lock, candidates, fresh, &mut given, numbers, today),
    };
    candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| {
            if let Some((index_number, address)) = refused.remove(&at) {
                return Some(Assigned {
                    index_number,
                    address,
                    locked: None,
                    released: None,
                    first_published: None,
                    changed: true,
                });
            }
            let line = given[at]?;
            let locked = before[at].map(|line| lock.lines[line].index_number.clone());
            let line = &mut lock.lines[line];
            let moved = line.path != candidate.path;
            let seen = line.state == State::Released || presumed && line.is_overdue(today);
            bring_up_to_date(line, candidate, today, release);
            Some(Assigned {
                index_number: candidate.by_hand.map_or_else(|| line.index_number.clone(), str::to_owned),
                address: line.address.clone(),
                changed: locked.is_none() || moved,
                locked,
                released: line.released,
                first_published: line.first_published.filter(|_| seen || line.state == State::Released),
            })
        })
        .collect()
}

/// The last serial of each series, by organisation and year.
type Series = BTreeMap<(String, i32), u32>;

/// Gives those that have none a line each, in the order of `fresh`; answers which get a number that another has, and no line.
fn give(
    lock: &mut Lock,
    candidates: &[Candidate<'_>],
    fresh: Vec<usize>,
    given: &mut [Option<usize>],
    numbers: &(dyn Numbers + Sync),
    today: Day,
) -> BTreeMap<usize, (String, String)> {
    let lines = &lock.lines;
    let ((mut taken, mut numbers_taken), mut last): ((Taken, BTreeSet<String>), Series) = rayon::join(
        || {
            let taken = Taken::new(lines.iter().map(|line| line.address.clone()));
            (taken, lines.iter().map(|line| line.index_number.clone()).collect())
        },
        || last_of_series(lines, numbers),
    );
    // What an author sets by hand is never given to another, whoever comes first.
    let by_hand: BTreeSet<&str> = fresh.iter().filter_map(|&at| candidates[at].by_hand).collect();
    let mut refused: BTreeMap<usize, (String, String)> = BTreeMap::new();
    for at in fresh {
        let candidate = &candidates[at];
        let year = candidate.published.or(candidate.made).unwrap_or(today).ymd().0;
        let (index_number, serial) = match candidate.by_hand {
            Some(number) => (number.to_owned(), String::new()),
            None => next(candidate, year, numbers, &mut last, &|it| numbers_taken.contains(it) || by_hand.contains(it)),
        };
        let shape = match (candidate.page, candidate.by_hand) {
            (Some(item), _) => {
                let file = candidate.path.rsplit('/').next().unwrap_or(candidate.path);
                let folded = crate::number::fold(&index_number);
                let serial = if serial.is_empty() { folded.as_str() } else { serial.as_str() };
                Shape::Page { item, file, serial }.address(&mut taken)
            }
            (None, Some(number)) => Shape::Hand { organisation: candidate.organisation, number }.address(&mut taken),
            (None, None) => {
                Shape::Series { organisation: candidate.organisation, year, serial: &serial }.address(&mut taken)
            }
        };
        taken.insert(shape.clone());
        if !numbers_taken.insert(index_number.clone()) {
            // A number set by hand that another has already: told by its rule, and never written, for a lock with a number
            // twice could not be read again.
            refused.insert(at, (index_number, shape));
            continue;
        }
        given[at] = Some(lock.lines.len());
        lock.lines.push(Line {
            index_number,
            address: shape,
            path: candidate.path.to_owned(),
            state: State::Reserved,
            released: None,
            first_published: None,
            made: candidate.made,
            title: candidate.title.to_owned(),
            at: 0,
        });
    }
    refused
}

/// The last serial of each series.
fn last_of_series(lines: &[Line], numbers: &(dyn Numbers + Sync)) -> Series {
    // A pattern or a code that changed makes old numbers unreadable; their addresses still tell how far a series is.
    let slots = |line: &Line| [numbers.slot(&line.index_number), Slot::of_address(&line.address)].into_iter().flatten();
    let put = |mut last: Series, (key, serial): ((String, i32), u32)| {
        let known = last.entry(key).or_default();
        *known = serial.max(*known);
        last
    };
    let slots = lines.par_iter().flat_map_iter(slots).map(|slot| ((slot.organisation, slot.year), slot.serial));
    slots.fold(Series::new, put).reduce(Series::new, |last, other| other.into_iter().fold(last, put))
}

/// The lines that candidates had: by path, and lost paths by title and day where no other line and no other new file has them.
fn known(
    lock: &Lock,
    candidates: &[Candidate<'_>],
    place: &(dyn Fn(&str) -> Option<usize> + Sync),
) -> Vec<Option<usize>> {
    let owners: Vec<Option<usize>> = lock.lines.par_iter().map(|line| place(&line.path)).collect();
    let mut given: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut lost: BTreeMap<(&str, Option<Day>), Vec<usize>> = BTreeMap::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    // Of several lines of one path the released one is the one, then that with the number set by hand, then the first.
    let rank = |at: usize, owner: usize| {
        let line = &lock.lines[at];
        (line.state != State::Released, candidates[owner].by_hand.is_some_and(|it| it != line.index_number))
    };
    for (at, line) in lock.lines.iter().enumerate().filter(|it| it.1.state != State::Withdrawn) {
        match owners[at] {
            Some(owner) if given[owner].is_none_or(|other| rank(at, owner) < rank(other, owner)) => {
                given[owner] = Some(at);
            }
            None if seen.insert(&line.path) => lost.entry((&line.title, line.made)).or_default().push(at),
            Some(_) | None => {}
        }
    }
    let mut found: BTreeMap<(&str, Option<Day>), Vec<usize>> = BTreeMap::new();
    // A draft too: the number that was reserved for it goes with it.
    for (at, candidate) in candidates.iter().enumerate().filter(|&(at, it)| given[at].is_none() && !it.title.is_empty())
    {
        found.entry((candidate.title, candidate.made)).or_default().push(at);
    }
    // Where files that stayed have the same title and day, it tells nothing: permits of one day are all called alike.
    let kept: BTreeSet<(&str, Option<Day>)> = if found.is_empty() {
        BTreeSet::new()
    } else {
        let stays = |it: &(&Line, &Option<usize>)| it.1.is_some() || it.0.state == State::Withdrawn;
        let lines = lock.lines.iter().zip(&owners).filter(stays);
        lines.map(|(line, _)| (&*line.title, line.made)).collect()
    };
    for (key, here) in found {
        if let ([candidate], Some([line])) = (&here[..], lost.get(&key).map(Vec::as_slice))
            && !kept.contains(&key)
        {
            given[*candidate] = Some(*line);
        }
    }
    given
}

fn next(
    candidate: &Candidate<'_>,
    year: i32,
    numbers: &(dyn Numbers + Sync),
    last: &mut Series,
    is_taken: &dyn Fn(&str) -> bool,
) -> (String, String) {
    let serial = last.entry((candidate.organisation.to_owned(), year)).or_default();
    loop {
        *serial += 1;
        let made = numbers.make(candidate, year, *serial);
        if !is_taken(&made.0) {
            return made;
        }
    }
}

/// A number that nobody has seen may be set by hand after all: its entry gets a line anew, and the old number is spent.
fn set_anew(
    lock: &mut Lock,
    candidates: &[Candidate<'_>],
    given: &mut [Option<usize>],
    presumed: &dyn Fn(&Line) -> bool,
) {
    for (candidate, given) in candidates.iter().zip(given).filter(|it| it.0.by_hand.is_some()) {
        let Some(line) = given.and_then(|at| lock.lines.get_mut(at)) else { continue };
        if line.state == State::Reserved && candidate.by_hand != Some(&line.index_number) && !presumed(line) {
            line.first_published = None;
            *given = None;
        }
    }
}

fn bring_up_to_date(line: &mut Line, candidate: &Candidate<'_>, today: Day, release: bool) {
    candidate.path.clone_into(&mut line.path);
    candidate.title.clone_into(&mut line.title);
    line.made = candidate.made;
    if line.state != State::Reserved {
        return;
    }
    if candidate.public && release {
        line.state = State::Released;
        line.released = Some(today);
        line.first_published = candidate.published;
    } else if !line.is_overdue(today) {
        // Who builds with `--locked` never tells the lock: from the day after this one readers are presumed to have seen it.
        let held_back = !candidate.public && candidate.published.is_some_and(|day| day <= today);
        line.first_published = candidate.published.filter(|_| !held_back && candidate.numbered);
    }
}
