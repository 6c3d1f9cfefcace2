//! How long tests wait for hostile texts, in processor time: a machine that does other work besides is no fault of the program's.

use std::time::Duration;

/// What `run` answers.
///
/// # Panics
/// Where this thread works longer than `most` for it.
pub fn within<T>(most: Duration, what: &str, run: impl FnOnce() -> T) -> T {
    let before = worked();
    let answer = run();
    let took = worked().saturating_sub(before);
    assert!(took < most, "{} took {took:?}", what.chars().take(60).collect::<String>());
    answer
}

/// How long this thread has worked.
#[cfg(unix)]
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or(0), time.tv_nsec.try_into().unwrap_or(0))
}

/// How long the machine has run: there is nothing better.
#[cfg(not(unix))]
fn worked() -> Duration {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default()
}
