//! What day it is: the one look at the clock, in the time of Shanghai, whatever the machine's own zone.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::day::Day;

/// Shanghai is eight hours ahead of UTC all the year round.
const AHEAD: u64 = 8 * 60 * 60;

/// Today in Shanghai; a clock set before 1970 or beyond 2199 is cut to what a [`Day`] can hold.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
    let days = (seconds + AHEAD) / (24 * 60 * 60);
    i32::try_from(days).ok().and_then(Day::from_number).unwrap_or(Day::MAX)
}
