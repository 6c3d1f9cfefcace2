//! The preview as a whole: one thread knows the project, answers about it, and judges it anew after each save.

use std::{
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    },
    thread,
    time::Duration,
};

use anyhow::{Result, bail};

pub use super::listen::PORT;
use super::{
    browser,
    connection::{Answer, talk},
    hub::Hub,
    listed::{Changes, Listed},
    listen::listen,
    running::{PROJECT, name, running},
    warm_cache::WarmCache,
    watch::watch,
};
use crate::{
    compile::{Analysis, Options},
    diagnostic::Counts,
    driver::{
        Project, Session, Timings,
        disk_cache::DiskCache,
        failure::{told, why},
        scan_dir::now,
        today,
    },
    preview::{Failed, Kept, Request, Response, View},
    vocabulary::Lang,
    world::Progress as _,
};

/// Connections at one time: a browser opens six.
const CONNECTIONS: usize = 64;

/// How often is looked whether the day is another, or everybody has gone.
const TICK: Duration = Duration::from_secs(5);

/// How long a preview that nobody can end by hand waits for its next reader.
const DESERTED: Duration = Duration::from_secs(10 * 60);

/// How a preview is asked for.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    pub compile: Options,
    pub lang: Lang,
    /// The port; none for the first free one from [`PORT`] on.
    pub port: Option<u16>,
    /// Whether to look for changes instead of waiting for events.
    pub poll: bool,
    pub browser: Browser,
    /// Whether what the last command left is taken over.
    pub cached: bool,
}

/// What is done about a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// The user opens one.
    Left,
    /// One is opened.
    Opened,
    /// One is opened, and when none has been there for a while it ends: there is no terminal to end it from.
    Alone,
}

/// Is told what a preview does.
pub trait Served: Send + Sync + 'static {
    /// It can be seen at `address`. With `polls` it looks for changes instead of waiting for events; with `elsewhere` the port is
    /// another than the usual one, which is taken.
    fn began(&self, address: &str, polls: bool, elsewhere: bool);

    /// The project was judged.
    fn judged(&self, counts: &Counts, timings: &Timings<'_>);

    /// The project could not be judged.
    fn failed(&self, why: &str);
}

/// What the thread that knows the project is told.
enum Message {
    /// Something may have changed.
    Changed,
    /// A browser asks.
    Ask(Box<Request>, SyncSender<Response>),
}

/// Why answering ends.
enum Ended {
    Changed,
    /// Nobody is left to ask.
    Closed,
}

/// What all threads share.
struct Shared {
    hub: Hub,
    inbox: Sender<Message>,
    connections: AtomicUsize,
    /// Which project this is, for [`running`].
    name: String,
    /// What was told to have changed and is not looked at yet: saves that come faster than they can be judged are judged together.
    changes: Mutex<Option<Changes>>,
}

impl Shared {
    fn changed(&self, changes: Changes) {
        let mut told = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(told) = &mut *told {
            told.add(changes);
        } else {
            *told = Some(changes);
            let _ = self.inbox.send(Message::Changed);
        }
    }

    /// What has changed since this was asked last.
    fn take_changes(&self) -> Option<Changes> {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Answer for Shared {
    fn answer(&self, request: Request) -> Option<Response> {
        if request.target == PROJECT {
            let own = || Response::new(200, "text/plain; charset=utf-8", self.name.clone());
            return Some(request.admit().map_or_else(|refused| refused, |_| own()));
        }
        let (sender, receiver) = sync_channel(1);
        self.inbox.send(Message::Ask(Box::new(request), sender)).ok()?;
        receiver.recv().ok()
    }

    fn hub(&self) -> &Hub {
        &self.hub
    }
}

/// Shows `project` until the user ends it. Nothing is written, neither the site nor the lock nor the cache.
///
/// # Errors
///
/// The machine's: a port that is taken, a signal that cannot be heard.
pub fn serve(project: Project, options: ServeOptions, served: Arc<dyn Served>) -> Result<()> {
    // Who opens it on a desktop wants to see it, and not to have it twice.
    if options.browser == Browser::Alone
        && let Some(address) = running(&project.root)
    {
        served.began(&address, false, false);
        browser::open(&address);
        return Ok(());
    }
    let (stop, stopped) = channel();
    ctrlc::set_handler(move || _ = stop.send(()))?;
    let (listeners, port) = listen(options.port)?;
    let (inbox, messages) = channel();
    let shared = Arc::new(Shared {
        hub: Hub::new(),
        inbox,
        connections: AtomicUsize::new(0),
        name: name(&project.root),
        changes: Mutex::default(),
    });
    // Watched before it is read: no save falls in between.
    let told = Arc::clone(&shared);
    let polls = watch(&project, options.poll, move |it| told.changed(it));
    for listener in listeners {
        let shared = Arc::clone(&shared);
        thread::spawn(move || accept(&listener, &shared));
    }
    let address = format!("http://127.0.0.1:{port}/");
    served.began(&address, polls, options.port.is_none() && port != PORT);
    if options.browser != Browser::Left {
        browser::open(&address);
    }
    let ends_alone = options.browser == Browser::Alone;
    let worker = Worker { project, options, served, shared: Arc::clone(&shared) };
    let worker = thread::spawn(move || worker.work(&messages));
    loop {
        match stopped.recv_timeout(TICK) {
            Err(RecvTimeoutError::Timeout) if worker.is_finished() => bail!("the preview has broken down"),
            Err(RecvTimeoutError::Timeout) => {
                let deserted = shared.hub.deserted().is_some_and(|it| it.elapsed() > DESERTED);
                if ends_alone && deserted {
                    return Ok(());
                }
            }
            _ => return Ok(()),
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        match stream {
            Ok(stream) => connect(stream, shared),
            // Too many open files, most likely: others will be closed.
            Err(_) => thread::sleep(Duration::from_millis(50)),
        }
    }
}

fn connect(stream: TcpStream, shared: &Arc<Shared>) {
    if shared.connections.fetch_add(1, Ordering::SeqCst) >= CONNECTIONS {
        shared.connections.fetch_sub(1, Ordering::SeqCst);
        return;
    }
    let own = Arc::clone(shared);
    let spawned = thread::Builder::new().name("connection".into()).spawn(move || {
        talk(stream, &*own);
        own.connections.fetch_sub(1, Ordering::SeqCst);
    });
    if spawned.is_err() {
        shared.connections.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The thread that knows the project.
struct Worker {
    project: Project,
    options: ServeOptions,
    served: Arc<dyn Served>,
    shared: Arc<Shared>,
}

impl Worker {
    fn work(&self, messages: &Receiver<Message>) {
        let disk = self.options.cached.then(|| DiskCache::of(&self.project)).flatten();
        let cache = WarmCache::new(disk);
        let mut kept = Kept::default();
        let heap = heap();
        let mut listed = Listed::default();
        let begun = now();
        for number in 1u64.. {
            // What is told from here on may not be seen by the look that begins now. Where nothing was told the day is another.
            let changes = self.shared.take_changes().unwrap_or_else(Changes::all);
            let generation = format!("{begun:x}-{number}");
            self.shared.hub.tell(&generation, false);
            let timings = Timings::start(&());
            let judged = listed.world(&self.project, &changes).and_then(|world| {
                timings.phase("walk", words! { zh: "列出文件", en: "list files" });
                Session::new(&world, &timings, false).preview(&self.options.compile, &cache, |judged| {
                    let view = View::new(judged, self.options.lang, &generation);
                    self.shared.hub.tell(&generation, true);
                    self.served.judged(&judged.report.counts(), &timings);
                    answer(messages, |request| view.answer(request, &mut kept))
                })
            });
            let ended = match judged {
                Ok((ended, analysis)) => {
                    // Giving it back takes a tenth of a second where there are ten thousand entries.
                    let _ = heap.send(analysis);
                    ended
                }
                Err(error) => {
                    let why = self.words(&error);
                    self.served.failed(&why);
                    let failed = Failed { why, lang: self.options.lang, generation: generation.clone() };
                    self.shared.hub.tell(&generation, true);
                    answer(messages, |request| failed.answer(request))
                }
            };
            if matches!(ended, Ended::Closed) {
                return;
            }
        }
    }

    /// What failed, and what it came from.
    fn words(&self, error: &anyhow::Error) -> String {
        let lang = self.options.lang;
        let mut words = told(error, lang);
        for cause in error.chain().skip(1) {
            let plain = cause.downcast_ref().and_then(why).map(|it| it.get(lang).to_owned());
            words.push_str(&format!("\n{}", plain.unwrap_or_else(|| cause.to_string())));
        }
        words
    }
}

/// Answers what is asked until something changes, or the day does.
fn answer(messages: &Receiver<Message>, mut answer: impl FnMut(&Request) -> Response) -> Ended {
    let day = today();
    loop {
        match messages.recv_timeout(TICK) {
            Ok(Message::Ask(request, asker)) => _ = asker.send(answer(&request)),
            Err(RecvTimeoutError::Timeout) if today() == day => {}
            Ok(Message::Changed) | Err(RecvTimeoutError::Timeout) => return Ended::Changed,
            Err(RecvTimeoutError::Disconnected) => return Ended::Closed,
        }
    }
}

/// Where what is no longer needed is given back while the next state is shown; one at a time, so that memory does not grow.
fn heap() -> SyncSender<Analysis> {
    let (sender, receiver) = sync_channel::<Analysis>(0);
    thread::spawn(move || receiver.into_iter().for_each(drop));
    sender
}
