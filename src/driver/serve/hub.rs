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
    /// What was told last: who comes now is told at once.
    last: Option<String>,
    /// When somebody last came or went.
    since: Instant,
}

impl Hub {
    /// Nobody waits yet.
    pub fn new() -> Self {
        Self { inside: Mutex::new(Inside { waiting: Vec::new(), last: None, since: Instant::now() }) }
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
        inside.since = Instant::now();
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
        self.lock().since = Instant::now();
    }

    /// Since when nobody waits; none while somebody does.
    pub fn deserted(&self) -> Option<Instant> {
        let mut inside = self.lock();
        // Whoever has gone no longer takes anything: an empty line tells, and readers pass over it.
        inside
            .waiting
            .retain(|it| !matches!(it.try_send(String::new()), Err(std::sync::mpsc::TrySendError::Disconnected(_))));
        inside.waiting.is_empty().then_some(inside.since)
    }
}
