//! What a concurrent task costs in Rust with smol: a future spawned on its global executor, which runs on one thread,
//! with a second thread for timers.
//! `contract/src/workloads.rs` defines the workloads.

use contract::count::{enter, leave, noop};
use contract::lateness::{count_lateness, due, longer_pause};
use contract::request::pause;
use contract::workloads::{self, Runtime};
use smol::channel::{bounded, Receiver, Sender};
use smol::{Task, Timer};
use std::future::Future;
use std::sync::LazyLock;
use std::time::Duration;

struct Smol;

impl Runtime for Smol {
    type Task = Task<()>;

    fn spawn(task: impl Future<Output = ()> + Send + 'static) -> Task<()> {
        smol::spawn(task)
    }

    async fn join(task: Task<()>) {
        task.await;
    }

    async fn sleeper() {
        enter();
        Timer::after(pause()).await;
        leave();
    }

    async fn punctual() {
        enter();
        let due = due();
        Timer::after(longer_pause()).await;
        count_lateness(due);
        leave();
    }

    async fn lapper(pause: Duration, laps: usize) {
        enter();
        for _ in 0..laps {
            Timer::after(pause).await;
        }
        leave();
    }

    fn waiter() -> impl Future<Output = ()> + Send + 'static {
        let gate = GATE.1.clone();
        async move {
            let _closed = gate.recv().await;
            noop();
        }
    }

    fn open_gate() {
        GATE.0.close();
    }
}

/// A channel without messages: receivers wait until it is closed.
static GATE: LazyLock<(Sender<()>, Receiver<()>)> = LazyLock::new(|| bounded(1));

fn main() {
    smol::block_on(workloads::run::<Smol>());
}
