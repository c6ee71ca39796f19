//! What a concurrent task costs in Rust with smol: a future that was handed to its global executor, which runs on one
//! thread of its own, with another for timers.

use contract::{checkpoint, seconds_since, COUNT, REQUEST};
use smol::channel::{bounded, Receiver, Sender};
use smol::{Task, Timer};
use std::future::Future;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static ALL_STARTED: LazyLock<(Sender<()>, Receiver<()>)> = LazyLock::new(|| bounded(1));

/// Looked up by each task: the tasks of published programs hold no pause of their own either, and what a task is given
/// stays in its memory for as long as it sleeps (378 instead of 367 bytes a task of async-std, measured at 1,000,000).
static PAUSE: LazyLock<Duration> = LazyLock::new(|| REQUEST.duration("seconds"));

async fn sleeper() {
    enter();
    Timer::after(*PAUSE).await;
    COUNT.leave();
}

async fn lapper(pause: Duration, laps: usize) {
    enter();
    for _ in 0..laps {
        Timer::after(pause).await;
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
        ALL_STARTED.0.try_send(()).expect("there is room for one");
    }
}

fn main() {
    smol::block_on(async {
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
    });
}

/// N tasks, all asleep at once.
async fn hold<F>(task: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    checkpoint("ready", REQUEST.heap());
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, task);
    ALL_STARTED.1.recv().await.expect("the last task tells");
    let created = seconds_since(start);
    checkpoint(
        "parked",
        [COUNT.live(), created].into_iter().chain(REQUEST.heap()),
    );
    drain(tasks).await;
    checkpoint("finished", COUNT.proof());
}

/// The price of creating a task. The executor's thread starts them before the clock stops.
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
    checkpoint("ready", []);
    let backlog = REQUEST.count("backlog");
    let (gate, closed) = bounded::<()>(1);
    let waiting = create(backlog, || {
        let closed = closed.clone();
        async move {
            let _closed = closed.recv().await;
            noop().await;
        }
    });
    checkpoint("queued", COUNT.queued(backlog));
    let start = Instant::now();
    let tasks = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    drop(gate); // closes the channel: lets all through, those that come later too
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

fn create<F>(n: usize, task: impl Fn() -> F) -> Vec<Task<()>>
where
    F: Future<Output = ()> + Send + 'static,
{
    (0..n).map(|_| smol::spawn(task())).collect()
}

async fn drain(tasks: Vec<Task<()>>) {
    for task in tasks {
        task.await;
    }
}
