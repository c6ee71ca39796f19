//! What a concurrent task costs in Rust without a task for each: many futures joined into one, which tokio runs as a
//! single task on the main thread. Each joined future is still woken and polled individually.

use contract::checkpoint::{checkpoint, finished, queued, ready};
use contract::count::{self, all_started, enter, leave};
use contract::lateness::{count_lateness, due, longer_pause};
use contract::request::{pause, REQUEST};
use futures::future::{join, join_all, JoinAll};
use std::future::Future;
use std::time::Duration;
use tokio::time::{sleep, Sleep};

async fn sleeper() {
    enter();
    sleep(pause()).await;
    leave();
}

async fn punctual() {
    enter();
    let due = due();
    sleep(longer_pause()).await;
    count_lateness(due);
    leave();
}

async fn lapper(pause: Duration, laps: usize) {
    enter();
    for _ in 0..laps {
        sleep(pause).await;
    }
    leave();
}

async fn noop() {
    count::noop();
}

/// The futures run on the main thread, because of tokio's cooperative budget: after 128 operations in one poll of a task,
/// its sleeps return `Pending` until the next poll. On the main thread, which is not a worker, they are woken
/// immediately; `join_all` notices and yields. On a worker, or on a single-threaded runtime, they are woken after the
/// poll, so every poll would poll all N futures and the time would grow with N squared.
#[tokio::main]
async fn main() {
    match REQUEST.workload.as_str() {
        "sleep" => hold(sleeper).await,
        "lateness" => hold(punctual).await,
        "footprint" => {
            let (pause, laps) = (REQUEST.duration("pause"), REQUEST.count("laps"));
            hold(|| lapper(pause, laps)).await;
        }
        "timer" => timer().await,
        "spawn" => spawn().await,
        "spawn-backlog" => spawn_backlog().await,
        "spawn-join" => spawn_join().await,
        other => panic!("unknown workload {other}"),
    }
}

/// N futures, all asleep at once.
async fn hold<Task: Future<Output = ()>>(task: impl Fn() -> Task) {
    let clock = ready();
    let parked = async {
        all_started().await;
        clock.parked();
    };
    join(create(REQUEST.tasks, task), parked).await;
    finished();
}

/// N bare timers: a `Sleep` is itself a future, so it needs no task.
async fn timer() {
    let clock = ready();
    let timers: JoinAll<Sleep> = create(REQUEST.tasks, || sleep(REQUEST.duration("seconds")));
    checkpoint("parked", [clock.seconds()]);
    let finished = timers.await.len();
    checkpoint(
        "finished",
        [
            ("started", REQUEST.tasks as f64),
            ("finished", finished as f64),
        ],
    );
}

/// The time to create and join futures. None of them runs before the clock stops, because they are not awaited yet.
async fn spawn() {
    let clock = ready();
    let tasks = create(REQUEST.tasks, noop);
    clock.created();
    tasks.await;
    finished();
}

/// The same, with a backlog of futures that are joined but not awaited yet.
async fn spawn_backlog() {
    ready();
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, noop);
    let clock = queued(backlog);
    let tasks = create(REQUEST.tasks, noop);
    clock.created();
    join(waiting, tasks).await;
    finished();
}

/// The time to create, join and await futures.
async fn spawn_join() {
    let clock = ready();
    create(REQUEST.tasks, noop).await;
    clock.finished();
}

fn create<Task: Future>(n: usize, task: impl Fn() -> Task) -> JoinAll<Task> {
    join_all((0..n).map(|_| task()))
}
