//! Fault at every single step of the writer: a failure, a kill, a full disk; and again while the next run mends it.

use std::{
    collections::BTreeMap,
    fs,
    sync::{Arc, Mutex, atomic::Ordering},
};

use gongkai::internals::driver::{Disk, Op, complete};

use super::made::{Doing, NEW, OLD, Place, after, expected, harmful};

/// What was there before the harmed run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// No folder.
    Nothing,
    /// An empty folder.
    Empty,
    /// The old site.
    Site,
}

impl Before {
    const ALL: [Self; 3] = [Self::Nothing, Self::Empty, Self::Site];

    fn place(self) -> Place {
        match self {
            Self::Nothing => Place::new(),
            Self::Empty => {
                let place = Place::new();
                fs::create_dir_all(place.out()).expect("a folder");
                place
            }
            Self::Site => Place::with(OLD),
        }
    }

    fn site(self) -> BTreeMap<String, Vec<u8>> {
        if self == Self::Site { expected(OLD) } else { BTreeMap::new() }
    }

    fn goal(self) -> BTreeMap<String, Vec<u8>> {
        if self == Self::Site { after() } else { expected(NEW) }
    }
}

/// Runs `test` for every step that a build takes, until one that does not come to the harm.
fn every_step(before: Before, doing: Doing, mut test: impl FnMut(usize, &Place, anyhow::Result<()>)) -> usize {
    for at in 0..1000 {
        let place = before.place();
        let (disk, harmed) = harmful(at, doing);
        let done = place.build(NEW, &disk).map(drop);
        if !harmed.load(Ordering::Relaxed) {
            done.expect("an unharmed run succeeds");
            assert_eq!(place.served(), before.goal());
            return at;
        }
        test(at, &place, done);
    }
    panic!("a build of eleven files takes more than 1000 steps");
}

/// Fails unless readers of `place` see whole files, each old or new, and no new page with a link that leads nowhere.
#[track_caller]
fn assert_readable(place: &Place, before: Before, at: usize) {
    let (old, new, served) = (before.site(), before.goal(), place.served());
    for (path, bytes) in &served {
        let known = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
        assert!(known, "step {at}: {path} is neither old nor new: {:?}", String::from_utf8_lossy(bytes));
        let text = String::from_utf8_lossy(bytes);
        for link in text.strip_prefix("new ").unwrap_or_default().split(' ').filter(|it| it.contains('.')) {
            assert!(served.contains_key(link), "step {at}: {path} is new and links to {link}, which is not there");
        }
    }
    // While an empty folder is filled there are pages to come; a site that was one is one at every moment.
    // A style stays for one build after its last; here there may have been several.
    let stays = old.keys().filter(|path| new.contains_key(*path) && !path.starts_with("static/"));
    for path in stays {
        assert!(served.contains_key(path), "step {at}: {path} is gone");
    }
}

/// Whether a commit has begun that the next run completes.
fn has_begun(place: &Place) -> bool {
    place.out().join(".gongkai/journal").exists()
}

#[test]
fn killed_at_any_step_it_leaves_one_site_or_one_that_is_completed_first() {
    for before in Before::ALL {
        let mut begun = 0;
        let steps = every_step(before, Doing::Kills, |at, place, done| {
            done.expect_err("a dead process does not succeed");
            assert_readable(place, before, at);
            let served = place.served();
            if has_begun(place) {
                begun += 1;
                complete(&place.project, &Disk::default()).expect("completed");
                assert_eq!(place.served(), before.goal(), "step {at}: not completed");
                place.assert_clean();
            } else {
                assert!(served == before.site() || served == before.goal(), "step {at} of {before:?}: {served:?}");
            }
            place.build(NEW, &Disk::default()).unwrap_or_else(|error| panic!("step {at} of {before:?}: {error:#}"));
            let now = place.served();
            assert!(now == before.goal() || now == expected(NEW), "step {at} of {before:?}: {now:?}");
            place.assert_clean();
        });
        assert!(steps > 20, "{steps} steps are too few to show anything");
        assert!(begun > 10 || before == Before::Nothing, "{begun} commits were cut off");
    }
}

#[test]
fn a_failure_at_any_step_leaves_the_old_site_or_one_that_is_completed_first() {
    // EIO, ENOSPC, EROFS, EACCES, EDQUOT.
    for (before, code) in Before::ALL.into_iter().flat_map(|before| [5, 28, 30, 13, 122].map(|code| (before, code))) {
        every_step(before, Doing::Fails(code), |at, place, done| {
            assert_readable(place, before, at);
            let served = place.served();
            match done {
                // What is read to be compared is written anew where it cannot be read.
                Ok(()) => assert_eq!(served, before.goal(), "step {at} of {before:?}: done, but not new"),
                Err(_) if has_begun(place) => {}
                Err(_) => {
                    assert!(served == before.site() || served == before.goal(), "step {at} of {before:?}: {served:?}");
                }
            }
            place.build(NEW, &Disk::default()).unwrap_or_else(|error| panic!("step {at} of {before:?}: {error:#}"));
            let now = place.served();
            assert!(now == before.goal() || now == expected(NEW), "step {at} of {before:?}: {now:?}");
            place.assert_clean();
        });
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_and_nothing_else() {
    for before in Before::ALL {
        let mut begun = 0;
        every_step(before, Doing::Fills, |at, place, done| {
            let served = place.served();
            match done {
                Ok(()) => assert_eq!(served, before.goal(), "step {at}"),
                // The one folder that can only be made when the page in its place is gone.
                Err(_) if has_begun(place) => {
                    begun += 1;
                    complete(&place.project, &Disk::default()).expect("completed");
                    assert_eq!(place.served(), before.goal(), "step {at}");
                }
                Err(error) => {
                    let said = format!("{error:#}");
                    assert!(said.contains("不能写入") && said.contains("os error 28"), "step {at} says {said}");
                    assert_eq!(served, before.site(), "step {at} of {before:?}");
                }
            }
            place.assert_clean();
        });
        assert_eq!(begun > 0, before == Before::Site, "{before:?}: {begun} changes began with no room for them");
    }
}

#[test]
fn killed_again_while_the_last_kill_is_mended_it_still_gets_there() {
    for before in [Before::Empty, Before::Site] {
        every_step(before, Doing::Kills, |at, place, _| {
            // Every third is enough: the kills that follow go through all steps anyway.
            if at % 3 != 0 {
                return;
            }
            // The next runs are killed too, each a step later than the one before, until one gets through.
            for next in 0..1000 {
                let (disk, harmed) = harmful(next, Doing::Kills);
                let done = place.build(NEW, &disk);
                assert_readable(place, before, at);
                if !harmed.load(Ordering::Relaxed) {
                    done.unwrap_or_else(|error| panic!("step {at}, then {next}: {error:#}"));
                    break;
                }
            }
            let now = place.served();
            assert!(now == before.goal() || now == expected(NEW), "step {at} of {before:?}: {now:?}");
            place.assert_clean();
        });
    }
}

#[test]
fn what_is_needed_later_is_made_lasting_before() {
    for before in Before::ALL {
        let place = before.place();
        let log = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&log);
        let disk = Disk::watched(move |act, path| {
            told.lock().expect("no panic").push((act, path.to_owned()));
            None
        });
        place.build(NEW, &disk).expect("unharmed");
        let log = log.lock().expect("no panic");
        let at = |act: Op, path: &str| {
            log.iter()
                .position(|it| *it == (act, path.to_owned()))
                .unwrap_or_else(|| panic!("no {act:?} {path}: {log:?}"))
        };
        let last = |acts: &[Op], before: usize| log[..before].iter().rposition(|it| acts.contains(&it.0));
        let making = [Op::Create, Op::Write, Op::Folder];
        if before == Before::Nothing {
            let moved = at(Op::Rename, "");
            assert!(last(&[Op::Sync], moved) > last(&making, moved), "moved before it was lasting: {log:?}");
            assert_eq!(log[moved + 1].0, Op::SyncFolder, "{log:?}");
            continue;
        }
        let journal = at(Op::Rename, ".gongkai/journal");
        assert!(last(&[Op::Sync], journal) > last(&making, journal), "begun before it was lasting: {log:?}");
        assert_eq!(log[journal + 1], (Op::SyncFolder, ".gongkai".to_owned()), "{log:?}");
        let manifest = log.iter().rposition(|it| *it == (Op::Rename, ".gongkai/manifest".to_owned())).expect("renamed");
        let ended = at(Op::Remove, ".gongkai/journal");
        assert!(manifest > journal && ended > manifest, "{log:?}");
        let changing = [Op::Rename, Op::Remove, Op::RemoveFolder, Op::Folder];
        assert!(last(&[Op::Sync], ended) > last(&changing, ended), "ended before it was lasting: {log:?}");
    }
}
