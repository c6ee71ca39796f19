//! Tasks count themselves: each calls `enter` first and `leave` last. Atomic, because they may run on several threads.

use crate::checkpoint::Fact;
use crate::request::REQUEST;
use std::future::poll_fn;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard};
use std::task::{Poll, Waker};

static STARTED: AtomicUsize = AtomicUsize::new(0);
static FINISHED: AtomicUsize = AtomicUsize::new(0);
static LIVE_PEAK: AtomicUsize = AtomicUsize::new(0);

/// Counts a task as started. The last one wakes the waiter of `all_started`, and gets true.
pub fn enter() -> bool {
    let started = STARTED.fetch_add(1, Relaxed) + 1;
    // Other tasks may start and finish between the two loads, so FINISHED may exceed `started`.
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

/// Counts a task as finished.
pub fn leave() {
    FINISHED.fetch_add(1, Relaxed);
}

/// The body of a no-op task.
pub fn noop() {
    enter();
    leave();
}

/// Waits until all requested tasks have started, on any async runtime.
pub async fn all_started() {
    poll_fn(|context| {
        let mut waiting = waiting(); // locked before the load, so that the last task finds this waker
        if STARTED.load(Relaxed) >= REQUEST.tasks {
            return Poll::Ready(());
        }
        *waiting = Some(context.waker().clone());
        Poll::Pending
    })
    .await
}

/// The waker of `all_started`.
fn waiting() -> MutexGuard<'static, Option<Waker>> {
    static WAITING: Mutex<Option<Waker>> = Mutex::new(None);
    WAITING.lock().expect("nobody panics with the lock held")
}

/// The number of tasks that have started but not finished.
pub(crate) fn live() -> Fact {
    let live = STARTED.load(Relaxed) - FINISHED.load(Relaxed);
    ("live", live as f64)
}

pub(crate) fn finished() -> Fact {
    ("finished", FINISHED.load(Relaxed) as f64)
}

/// The task counts, reported at `finished` as proof of the work.
pub(crate) fn proof() -> [Fact; 3] {
    [
        ("started", STARTED.load(Relaxed) as f64),
        finished(),
        ("live_peak", LIVE_PEAK.load(Relaxed) as f64),
    ]
}
