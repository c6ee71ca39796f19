//! What a concurrent task costs in Rust without a task for each: many futures joined into one, which tokio drives as a
//! single task, here on the main thread. Each joined future is still woken and polled on its own.

use contract::{checkpoint, seconds_since, COUNT, REQUEST};
use futures::future::{join, join_all, JoinAll};
use std::future::Future;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use tokio::sync::Notify;
use tokio::time::{sleep, Sleep};

static ALL_STARTED: Notify = Notify::const_new();

/// Looked up by each task: the tasks of published programs hold no pause of their own either, and what a task is given
/// stays in its memory for as long as it sleeps (378 instead of 367 bytes a task of async-std, measured at 1,000,000).
static PAUSE: LazyLock<Duration> = LazyLock::new(|| REQUEST.duration("seconds"));

async fn sleeper() {
    enter();
    sleep(*PAUSE).await;
    COUNT.leave();
}

async fn lapper(pause: Duration, laps: usize) {
    enter();
    for _ in 0..laps {
        sleep(pause).await;
    }
    COUNT.leave();
}

/// A task that does nothing but be counted.
async fn noop() {
    COUNT.enter();
    COUNT.leave();
}

fn enter() {
    let is_last = COUNT.enter();
    if is_last {
        ALL_STARTED.notify_one();
    }
}

#[tokio::main]
async fn main() {
    match REQUEST.workload.as_str() {
        "sleep" => hold(sleeper).await,
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
    checkpoint("ready", REQUEST.heap());
    let start = Instant::now();
    let parked = async {
        ALL_STARTED.notified().await;
        let created = seconds_since(start);
        checkpoint(
            "parked",
            [COUNT.live(), created].into_iter().chain(REQUEST.heap()),
        );
    };
    join(create(REQUEST.tasks, task), parked).await;
    checkpoint("finished", COUNT.proof());
}

/// N bare timers: a `Sleep` is itself a future, so nothing of ours is around it.
async fn timer() {
    checkpoint("ready", []);
    let start = Instant::now();
    let timers: JoinAll<Sleep> = create(REQUEST.tasks, || sleep(REQUEST.duration("seconds")));
    checkpoint("parked", [seconds_since(start)]);
    let finished = timers.await.len();
    checkpoint(
        "finished",
        [
            ("started", REQUEST.tasks as f64),
            ("finished", finished as f64),
        ],
    );
}

/// The price of making and joining futures: the clock stops before any of them is polled.
async fn spawn() {
    checkpoint("ready", []);
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    tasks.await;
    checkpoint("finished", COUNT.proof());
}

/// The same, with futures that were joined before and wait.
async fn spawn_backlog() {
    checkpoint("ready", []);
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, noop);
    checkpoint("queued", COUNT.queued(backlog));
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    join(waiting, tasks).await;
    checkpoint("finished", COUNT.proof());
}

/// The price of making and joining futures and awaiting them all.
async fn spawn_join() {
    checkpoint("ready", []);
    let start = Instant::now();
    create(REQUEST.tasks, noop).await;
    let elapsed = seconds_since(start);
    checkpoint("finished", COUNT.proof().into_iter().chain([elapsed]));
}

fn create<Task: Future>(n: usize, task: impl Fn() -> Task) -> JoinAll<Task> {
    join_all((0..n).map(|_| task()))
}
