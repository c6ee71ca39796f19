//! The workloads, for the runtimes that are handed their tasks one by one and run them in the background: tokio, smol
//! and async-std. The other two programs have workloads of their own, because a thread blocks where these functions
//! await, and joined futures do not run before they are awaited.

use crate::checkpoint::{finished, queued, ready};
use crate::count::{all_started, noop};
use crate::request::REQUEST;
use std::future::Future;
use std::time::Duration;

/// How a runtime creates, parks and joins tasks. To all three a task is an `impl Future<Output = ()> + Send + 'static`:
/// code that can be suspended, returns nothing, may move to another thread and borrows nothing. A call of an `async fn`
/// makes one.
pub trait Runtime {
    /// What a program keeps of a task, to await it.
    type Task;

    /// Creates a task.
    fn spawn(task: impl Future<Output = ()> + Send + 'static) -> Self::Task;

    /// Waits until a task is done.
    fn join(task: Self::Task) -> impl Future<Output = ()>;

    /// A task of `sleep`: sleeps once.
    fn sleeper() -> impl Future<Output = ()> + Send + 'static;

    /// A task of `footprint`: sleeps `laps` times.
    fn lapper(pause: Duration, laps: usize) -> impl Future<Output = ()> + Send + 'static;

    /// A task of a backlog: waits at a gate, without which it would be done too soon, then does nothing but count.
    fn waiter() -> impl Future<Output = ()> + Send + 'static;

    /// Lets all waiters through, those that come to the gate later too.
    fn open_gate();
}

/// Runs the workload that the harness asks for.
pub async fn run<R: Runtime>() {
    match REQUEST.workload.as_str() {
        "sleep" => hold::<R>(|| R::spawn(R::sleeper())).await,
        "footprint" => {
            let (pause, laps) = (REQUEST.duration("pause"), REQUEST.count("laps"));
            hold::<R>(|| R::spawn(R::lapper(pause, laps))).await;
        }
        "spawn" => spawn::<R>().await,
        "spawn-backlog" => spawn_backlog::<R>().await,
        "spawn-join" => spawn_join::<R>().await,
        other => panic!("unknown workload {other}"),
    }
}

/// N tasks, all asleep at once.
async fn hold<R: Runtime>(sleeper: impl Fn() -> R::Task) {
    let clock = ready();
    let tasks = create(REQUEST.tasks, sleeper);
    all_started().await;
    clock.parked();
    drain::<R>(tasks).await;
    finished();
}

/// The price of creating a task. Other threads, where the runtime has some, run tasks before the clock stops.
async fn spawn<R: Runtime>() {
    let clock = ready();
    let tasks = create(REQUEST.tasks, spawn_noop::<R>);
    clock.created();
    drain::<R>(tasks).await;
    finished();
}

/// The same, with tasks that already wait.
async fn spawn_backlog<R: Runtime>() {
    ready();
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, || R::spawn(R::waiter()));
    let clock = queued(backlog);
    let tasks = create(REQUEST.tasks, spawn_noop::<R>);
    clock.created();
    R::open_gate();
    drain::<R>(waiting).await;
    drain::<R>(tasks).await;
    finished();
}

/// The price of creating tasks and waiting for them all.
async fn spawn_join<R: Runtime>() {
    let clock = ready();
    drain::<R>(create(REQUEST.tasks, spawn_noop::<R>)).await;
    clock.finished();
}

fn spawn_noop<R: Runtime>() -> R::Task {
    R::spawn(async { noop() })
}

fn create<Task>(n: usize, spawn: impl Fn() -> Task) -> Vec<Task> {
    (0..n).map(|_| spawn()).collect()
}

/// Waits for tasks one after the other, which needs no memory of its own for each.
async fn drain<R: Runtime>(tasks: Vec<R::Task>) {
    for task in tasks {
        R::join(task).await;
    }
}
