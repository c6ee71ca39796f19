//! What a concurrent task costs in Rust with tokio: a future that was handed to the runtime with `spawn`.
//! Which runtime, that of several threads or that of one, is the business of the two programs in `bin/`.

use contract::checkpoint::{finished, queued, ready};
use contract::count::{self, all_started, enter, leave};
use contract::request::{pause, REQUEST};
use std::future::Future;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::sleep;

async fn sleeper() {
    enter();
    sleep(pause()).await;
    leave();
}

async fn lapper(pause: Duration, laps: usize) {
    enter();
    for _ in 0..laps {
        sleep(pause).await;
    }
    leave();
}

/// A task that does nothing but be counted.
async fn noop() {
    count::noop();
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
    let clock = ready();
    let tasks = create(REQUEST.tasks, task);
    all_started().await;
    clock.parked();
    drain(tasks).await;
    finished();
}

/// The price of creating a task. With several threads, others start them before the clock stops.
async fn spawn() {
    let clock = ready();
    let tasks = create(REQUEST.tasks, noop);
    clock.created();
    drain(tasks).await;
    finished();
}

/// The same, with tasks that already wait; at a gate, since they would not stay queued.
async fn spawn_backlog() {
    static GATE: Semaphore = Semaphore::const_new(0);
    ready();
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, || async {
        let _closed = GATE.acquire().await;
        noop().await;
    });
    let clock = queued(backlog);
    let tasks = create(REQUEST.tasks, noop);
    clock.created();
    GATE.close(); // lets all through, those that come later too
    drain(waiting).await;
    drain(tasks).await;
    finished();
}

/// The price of creating tasks and waiting for them all.
async fn spawn_join() {
    let clock = ready();
    drain(create(REQUEST.tasks, noop)).await;
    clock.finished();
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
