//! What a concurrent task costs in Rust with tokio: a future that was handed to the runtime with `spawn`.
//! Which runtime, that of several threads or that of one, is the business of the two programs in `bin/`.

use contract::{checkpoint, seconds_since, COUNT, REQUEST};
use std::future::Future;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use tokio::sync::{Notify, Semaphore};
use tokio::task::JoinHandle;
use tokio::time::sleep;

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

pub async fn run() {
    match REQUEST.workload.as_str() {
        "sleep" => hold(sleeper).await,
        "footprint" => {
            let (pause, laps) = (REQUEST.duration("pause"), REQUEST.count("laps"));
            hold(|| lapper(pause, laps)).await;
        }
        "spawn" => spawn().await,
        "spawn-backlog" => spawn_backlog().await,
        "spawn-join" => spawn_join().await,
        other => panic!("unknown workload {other}"),
    }
}

/// N tasks, all asleep at once.
async fn hold<Task>(task: impl Fn() -> Task)
where
    Task: Future<Output = ()> + Send + 'static,
{
    checkpoint("ready", REQUEST.heap());
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, task);
    ALL_STARTED.notified().await;
    let created = seconds_since(start);
    checkpoint(
        "parked",
        [COUNT.live(), created].into_iter().chain(REQUEST.heap()),
    );
    drain(tasks).await;
    checkpoint("finished", COUNT.proof());
}

/// The price of creating a task. With several threads, others start them before the clock stops.
async fn spawn() {
    checkpoint("ready", []);
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    drain(tasks).await;
    checkpoint("finished", COUNT.proof());
}

/// The same, with tasks that already wait; at a gate, since they would not stay queued.
async fn spawn_backlog() {
    static GATE: Semaphore = Semaphore::const_new(0);
    checkpoint("ready", []);
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, || async {
        let _closed = GATE.acquire().await;
        noop().await;
    });
    checkpoint("queued", COUNT.queued(backlog));
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    GATE.close(); // lets all through, those that come later too
    drain(waiting).await;
    drain(tasks).await;
    checkpoint("finished", COUNT.proof());
}

/// The price of creating tasks and waiting for them all.
async fn spawn_join() {
    checkpoint("ready", []);
    let start = Instant::now();
    drain(create(REQUEST.tasks, noop)).await;
    let elapsed = seconds_since(start);
    checkpoint("finished", COUNT.proof().into_iter().chain([elapsed]));
}

fn create<Task>(n: usize, task: impl Fn() -> Task) -> Vec<JoinHandle<()>>
where
    Task: Future<Output = ()> + Send + 'static,
{
    (0..n).map(|_| tokio::spawn(task())).collect()
}

async fn drain(tasks: Vec<JoinHandle<()>>) {
    for task in tasks {
        task.await.expect("no task panics");
    }
}
