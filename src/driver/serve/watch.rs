//! Tells that something in the project may have changed: by the system's events, or by looking again and again where there are none.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use notify::{
    Event, EventKind, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode, MetadataKind, ModifyKind},
};

use super::listed::Changes;
use crate::driver::{
    DiskWorld, Project,
    disk_world::is_debris,
    scan_dir::{number, scan_dir, stamp},
};

/// A save is several events – written, closed, renamed. It is over when there was none for so long.
const QUIET: Duration = Duration::from_millis(15);

/// The same where a file was closed, or a whole one was put in its place: most likely that was it.
const CLOSED: Duration = Duration::from_millis(4);

/// While somebody saves without a pause, the project is looked at so often.
const AT_MOST: Duration = Duration::from_millis(150);

/// How long is waited between two looks at a project without events, at least and at most. A look takes a tenth of the time, whatever
/// the drive is like.
const LOOKS: (Duration, Duration) = (Duration::from_millis(300), Duration::from_secs(5));

/// Watches `project` for ever and calls `changed` when something may have changed. `poll` asks for looking instead of waiting for
/// events; it is done, too, where the system has none to give. Answers whether it is.
pub fn watch(project: &Project, poll: bool, changed: impl Fn(Changes) + Send + 'static) -> bool {
    let project = project.clone();
    let armed = if poll || is_remote(&project.root) { None } else { Armed::new(&project) };
    let polls = armed.is_none();
    std::thread::spawn(move || match armed {
        Some(armed) => armed.wait(&project, &changed),
        None => look(&project, &changed),
    });
    polls
}

/// Events of the system.
struct Armed {
    /// Events end with it.
    _watcher: notify::RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Armed {
    /// Asks the system for the events of `project`; none where it has none to give, or no more of them.
    fn new(project: &Project) -> Option<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |it| drop(sender.send(it))).ok()?;
        watcher.watch(&project.root, RecursiveMode::NonRecursive).ok()?;
        for folder in folders(project).iter().filter(|it| it.is_dir()) {
            watcher.watch(folder, RecursiveMode::Recursive).ok()?;
        }
        Some(Self { _watcher: watcher, events })
    }

    /// Calls `changed` after each save.
    fn wait(mut self, project: &Project, changed: &impl Fn(Changes)) {
        while let Ok(event) = self.events.recv() {
            let Some(Concern { mut changes, mut anew, mut quiet }) = Concern::of(project, event) else { continue };
            let begun = Instant::now();
            while let Ok(event) = self.events.recv_timeout(quiet) {
                if let Some(concern) = Concern::of(project, event) {
                    changes.add(concern.changes);
                    anew |= concern.anew;
                    quiet = concern.quiet;
                }
                if begun.elapsed() > AT_MOST {
                    break;
                }
            }
            // A folder that was moved away, or came, has to be watched from here on; what happened in between is looked at now.
            if anew {
                let Some(armed) = Self::new(project) else {
                    changed(Changes::all());
                    return look(project, changed);
                };
                self = armed;
            }
            changed(changes);
        }
        // The system has no more to tell.
        look(project, changed);
    }
}

/// The folders that the project is made from, besides what lies at its root.
fn folders(project: &Project) -> [PathBuf; 3] {
    let themes = project.theme.clone().unwrap_or_else(|| project.root.join("themes"));
    [project.catalogue.clone(), project.content.clone(), themes]
}

/// What an event tells of something that a preview shows.
struct Concern {
    changes: Changes,
    /// Whether one of the folders came or went.
    anew: bool,
    /// How long is waited for more.
    quiet: Duration,
}

impl Concern {
    /// What `event` tells; none where it is none of ours. Reading is no change, or every look would be followed by another.
    fn of(project: &Project, event: notify::Result<Event>) -> Option<Self> {
        let rescan = || Self { changes: Changes::all(), anew: true, quiet: QUIET };
        let Ok(event) = event else { return Some(rescan()) };
        if event.need_rescan() {
            return Some(rescan());
        }
        let quiet = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(_)) => CLOSED,
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => return None,
            _ => QUIET,
        };
        let folders = folders(project);
        let mut concern = Self { changes: Changes::default(), anew: false, quiet };
        for path in event.paths {
            if folders.contains(&path) {
                return Some(rescan());
            }
            let below = folders.iter().find_map(|it| path.strip_prefix(it).ok());
            // At the root, entries that lie beside their folder are told of.
            let stray = || path.strip_prefix(&project.root).ok().filter(|it| it.iter().count() == 1 && is_markdown(it));
            if below.or_else(stray).is_some_and(|it| !it.iter().any(is_debris)) {
                concern.changes.files.insert(path);
            }
        }
        (!concern.changes.files.is_empty()).then_some(concern)
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("md"))
}

/// What a look sees; another number after each change.
#[derive(PartialEq)]
struct Seen {
    inputs: Option<u128>,
    others: u128,
    /// Whether a change from now on might not be seen.
    is_racy: bool,
}

impl Seen {
    fn of(project: &Project) -> Self {
        let inputs = DiskWorld::new(project.clone()).scan().ok();
        let [.., themes] = folders(project);
        let themes = scan_dir(&themes, "themes", &|_, name| is_debris(name)).map_or(0, |it| it.digest);
        let mut lock = blake3::Hasher::new();
        if let Ok(about) = fs::metadata(project.lock()) {
            stamp(&about).hash(&mut lock);
        }
        Self {
            others: themes.wrapping_add(number(&lock)),
            is_racy: inputs.is_some_and(|it| it.is_racy),
            inputs: inputs.map(|it| it.digest),
        }
    }
}

/// Looks again and again, and calls `changed` where anything is other than it was.
fn look(project: &Project, changed: &impl Fn(Changes)) {
    let mut last = Seen::of(project);
    loop {
        let begun = Instant::now();
        let seen = Seen::of(project);
        // A file that was changed just now may have been changed again within the same tick of its clock.
        if seen != last {
            changed(Changes::all());
        }
        last = seen;
        std::thread::sleep((begun.elapsed() * 9).clamp(LOOKS.0, LOOKS.1));
    }
}

/// Whether the folder lies on a drive that other machines change as well: the system tells nothing of what they do.
#[cfg(target_os = "linux")]
fn is_remote(folder: &Path) -> bool {
    // NFS, SMB, CIFS, FUSE (sshfs and cloud drives), 9P (the drives of Windows in WSL), shared folders of VirtualBox, AFS.
    const KINDS: [u32; 8] =
        [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x6573_5546, 0x0102_1997, 0x786f_4256, 0x5346_414f];
    let kind = rustix::fs::statfs(folder).ok().map(|it| it.f_type & 0xffff_ffff);
    kind.and_then(|it| u32::try_from(it).ok()).is_some_and(|it| KINDS.contains(&it))
}

#[cfg(not(target_os = "linux"))]
fn is_remote(_: &Path) -> bool {
    false
}
