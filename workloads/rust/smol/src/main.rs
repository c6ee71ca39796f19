//! What a concurrent task costs in Rust with smol: a future that was handed to its global executor, which runs on one
//! thread of its own, with another for timers.

use contract::checkpoint::{finished, queued, ready};
use contract::count::{self, all_started, enter, leave};
use contract::request::{pause, REQUEST};
use smol::channel::bounded;
use smol::{Task, Timer};
use std::future::Future;
use std::time::Duration;

async fn sleeper() {
    enter();
    Timer::after(pause()).await;
    leave();
}

async fn lapper(pause: Duration, laps: usize) {
    enter();
    for _ in 0..laps {
        Timer::after(pause).await;
    }
    leave();
}

/// A task that does nothing but be counted.
async fn noop() {
    count::noop();
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
    let clock = ready();
    let tasks = create(REQUEST.tasks, task);
    all_started().await;
    clock.parked();
    drain(tasks).await;
    finished();
}

/// The price of creating a task. The executor's thread starts them before the clock stops.
async fn spawn() {
    let clock = ready();
    let tasks = create(REQUEST.tasks, noop);
    clock.created();
    drain(tasks).await;
    finished();
}

/// The same, with tasks that already wait; at a gate, since they would not stay queued.
async fn spawn_backlog() {
    ready();
    let backlog = REQUEST.count("backlog");
    let (gate, closed) = bounded::<()>(1);
    let waiting = create(backlog, || {
        let closed = closed.clone();
        async move {
            let _closed = closed.recv().await;
            noop().await;
        }
    });
    let clock = queued(backlog);
    let tasks = create(REQUEST.tasks, noop);
    clock.created();
    drop(gate); // closes the channel: lets all through, those that come later too
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
