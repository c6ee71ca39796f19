//! The workloads for the runtimes that run spawned tasks in the background: tokio, smol and async-std. The other two
//! programs define their own workloads, because threads block where these functions await, and joined futures do not
//! run before they are awaited.

use crate::checkpoint::{finished, queued, ready};
use crate::count::{all_started, noop};
use crate::request::REQUEST;
use std::future::Future;
use std::time::Duration;

/// How a runtime creates, parks and joins tasks. In all three, a task is an `impl Future<Output = ()> + Send + 'static`:
/// code that can be suspended, returns nothing, may move to another thread and borrows nothing. A call of an `async fn`
/// returns one.
pub trait Runtime {
    /// The handle with which a program awaits a task.
    type Task;

    /// Creates a task.
    fn spawn(task: impl Future<Output = ()> + Send + 'static) -> Self::Task;

    /// Waits until a task has finished.
    fn join(task: Self::Task) -> impl Future<Output = ()>;

    /// A task of `sleep`: sleeps once.
    fn sleeper() -> impl Future<Output = ()> + Send + 'static;

    /// A task of `lateness`: notes when it is due, and counts how late it wakes.
    fn punctual() -> impl Future<Output = ()> + Send + 'static;

    /// A task of `footprint`: sleeps `laps` times.
    fn lapper(pause: Duration, laps: usize) -> impl Future<Output = ()> + Send + 'static;

    /// A task of a backlog: waits at a gate, then counts itself. Without the gate it would finish too early.
    fn waiter() -> impl Future<Output = ()> + Send + 'static;

    /// Opens the gate for all waiters, including later ones.
    fn open_gate();
}

/// Runs the requested workload.
pub async fn run<R: Runtime>() {
    match REQUEST.workload.as_str() {
        "sleep" => hold::<R>(|| R::spawn(R::sleeper())).await,
        "lateness" => hold::<R>(|| R::spawn(R::punctual())).await,
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

/// The time to create tasks. If the runtime has several threads, some tasks run before the clock stops.
async fn spawn<R: Runtime>() {
    let clock = ready();
    let tasks = create(REQUEST.tasks, spawn_noop::<R>);
    clock.created();
    drain::<R>(tasks).await;
    finished();
}

/// The same, with a backlog of waiting tasks.
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

/// The time to create tasks and wait for all of them.
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

/// Waits for tasks one by one, which allocates no memory.
async fn drain<R: Runtime>(tasks: Vec<R::Task>) {
    for task in tasks {
        R::join(task).await;
    }
}
