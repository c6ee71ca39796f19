//! What a concurrent task costs in Rust with tokio: a future spawned on its runtime. The two programs in `bin/`
//! choose the multi-threaded or the single-threaded runtime.
//! `contract/src/workloads.rs` defines the workloads.

use contract::count::{enter, leave, noop};
use contract::lateness::{count_lateness, due, longer_pause};
use contract::request::pause;
use contract::workloads::{self, Runtime};
use std::future::Future;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::sleep;

struct Tokio;

impl Runtime for Tokio {
    type Task = JoinHandle<()>;

    fn spawn(task: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        tokio::spawn(task)
    }

    async fn join(task: JoinHandle<()>) {
        task.await.expect("no task panics");
    }

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

    async fn waiter() {
        let _closed = GATE.acquire().await;
        noop();
    }

    fn open_gate() {
        GATE.close();
    }
}

/// A semaphore without permits: tasks wait until it is closed.
static GATE: Semaphore = Semaphore::const_new(0);

/// Runs the requested workload on the runtime that the program started.
pub async fn run() {
    workloads::run::<Tokio>().await;
}
