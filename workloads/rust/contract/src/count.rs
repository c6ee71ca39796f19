//! Tasks count themselves: first thing `enter`, last thing `leave`. They may run on several threads, hence atomics.

use crate::checkpoint::Fact;
use crate::request::REQUEST;
use std::future::poll_fn;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard};
use std::task::{Poll, Waker};

static STARTED: AtomicUsize = AtomicUsize::new(0);
static FINISHED: AtomicUsize = AtomicUsize::new(0);
static LIVE_PEAK: AtomicUsize = AtomicUsize::new(0);

/// Counts a task in. When as many have started as were asked for, wakes whoever awaits `all_started`, and returns true.
pub fn enter() -> bool {
    let started = STARTED.fetch_add(1, Relaxed) + 1;
    // Between the two readings others may start and finish, so that more have finished than had started.
    let live = started.saturating_sub(FINISHED.load(Relaxed));
    LIVE_PEAK.fetch_max(live, Relaxed);
    let is_last = started == REQUEST.tasks;
    if is_last {
        if let Some(waker) = waiting().take() {
            waker.wake();
        }
    }
    is_last
}

/// Counts a task out.
pub fn leave() {
    FINISHED.fetch_add(1, Relaxed);
}

/// All that a no-op task does.
pub fn noop() {
    enter();
    leave();
}

/// Waits until every task that was asked for has started, on any async runtime.
pub async fn all_started() {
    poll_fn(|context| {
        let mut waiting = waiting(); // locked before the count is read, so that the last task finds this waker
        if STARTED.load(Relaxed) >= REQUEST.tasks {
            return Poll::Ready(());
        }
        *waiting = Some(context.waker().clone());
        Poll::Pending
    })
    .await
}

/// What wakes the one that awaits `all_started`.
fn waiting() -> MutexGuard<'static, Option<Waker>> {
    static WAITING: Mutex<Option<Waker>> = Mutex::new(None);
    WAITING.lock().expect("nobody panics with the lock held")
}

/// How many have started and not finished.
pub(crate) fn live() -> Fact {
    let live = STARTED.load(Relaxed) - FINISHED.load(Relaxed);
    ("live", live as f64)
}

pub(crate) fn finished() -> Fact {
    ("finished", FINISHED.load(Relaxed) as f64)
}

/// The proof of what was done.
pub(crate) fn proof() -> [Fact; 3] {
    [
        ("started", STARTED.load(Relaxed) as f64),
        finished(),
        ("live_peak", LIVE_PEAK.load(Relaxed) as f64),
    ]
}
