//! What a concurrent task costs in Rust with tokio: a future that was handed to the runtime with `spawn`.
//! Which runtime, that of several threads or that of one, is the business of the two programs in `bin/`.
//! What each workload does with its tasks is in `contract/src/workloads.rs`.

use contract::count::{enter, leave, noop};
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

/// It has no permits to give: whoever asks for one waits until it is closed.
static GATE: Semaphore = Semaphore::const_new(0);

/// Runs the workload that the harness asks for, on the runtime that the program has started.
pub async fn run() {
    workloads::run::<Tokio>().await;
}
