//! Who waits for news, and the news.

use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    time::Instant,
};

/// News that a slow reader may lie behind with; who lies behind further is let go, and asks anew.
const BEHIND: usize = 16;

/// All that wait.
#[derive(Debug)]
pub struct Hub {
    inside: Mutex<Inside>,
}

#[derive(Debug)]
struct Inside {
    waiting: Vec<SyncSender<String>>,
    /// How many have not gone yet.
    count: usize,
    /// What was told last: who comes now is told at once.
    last: Option<String>,
    /// When somebody last went.
    since: Instant,
}

impl Hub {
    /// Nobody waits yet.
    pub fn new() -> Self {
        Self { inside: Mutex::new(Inside { waiting: Vec::new(), count: 0, last: None, since: Instant::now() }) }
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for news, beginning with the last.
    pub fn wait(&self) -> Receiver<String> {
        let (sender, receiver) = sync_channel(BEHIND);
        let mut inside = self.lock();
        if let Some(last) = &inside.last {
            let _ = sender.try_send(last.clone());
        }
        inside.waiting.push(sender);
        inside.count += 1;
        receiver
    }

    /// Tells all that wait that the state `generation` is there, or is being made.
    pub fn tell(&self, generation: &str, is_ready: bool) {
        let state = if is_ready { "ready" } else { "working" };
        let news = format!("{{\"generation\":\"{generation}\",\"state\":\"{state}\"}}");
        let mut inside = self.lock();
        inside.waiting.retain(|it| it.try_send(news.clone()).is_ok());
        inside.last = Some(news);
    }

    /// Someone who waited has gone.
    pub fn left(&self) {
        let mut inside = self.lock();
        inside.count = inside.count.saturating_sub(1);
        inside.since = Instant::now();
    }

    /// Since when nobody waits; none while somebody does.
    pub fn deserted(&self) -> Option<Instant> {
        let inside = self.lock();
        (inside.count == 0).then_some(inside.since)
    }
}
