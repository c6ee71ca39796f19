//! How late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 µs on. A counter is within 2.2 %.

use crate::checkpoint::Fact;
use crate::request::{pause, REQUEST};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

const STEPS: f64 = 16.0;
const OCTAVES: usize = 32; // up to 71 minutes

static COUNTERS: [AtomicUsize; STEPS as usize * OCTAVES] =
    [const { AtomicUsize::new(0) }; STEPS as usize * OCTAVES];

/// The moment at which a task of `lateness` is due that goes to sleep now.
pub fn due() -> Instant {
    Instant::now() + pause()
}

/// How long it sleeps: until it is due, and `extra`.
pub fn longer_pause() -> Duration {
    pause() + REQUEST.duration("extra")
}

/// Counts a task that wakes now. Earlier than due counts as on time.
pub fn count_lateness(due: Instant) {
    let late = Instant::now().saturating_duration_since(due);
    let microseconds = (late.as_secs_f64() * 1e6).max(1.0);
    COUNTERS[(STEPS * microseconds.log2()) as usize].fetch_add(1, Relaxed);
}

/// The median, the 99th percentile and the maximum, reported at `finished`; nothing if no task was counted.
pub(crate) fn lateness() -> impl Iterator<Item = Fact> {
    let total: usize = COUNTERS.iter().map(|count| count.load(Relaxed)).sum();
    [
        ("lateness_p50", 0.5),
        ("lateness_p99", 0.99),
        ("lateness_max", 1.0),
    ]
    .into_iter()
    .filter(move |_| total > 0)
    .map(move |(name, share)| (name, quantile(share * total as f64)))
}

/// The middle of the range that holds the task of this rank, in seconds.
fn quantile(rank: f64) -> f64 {
    let mut counted = 0;
    let step = COUNTERS.iter().position(|count| {
        counted += count.load(Relaxed);
        counted as f64 >= rank
    });
    let step = step.expect("a rank is at most the number of tasks");
    ((step as f64 + 0.5) / STEPS).exp2() / 1e6
}
