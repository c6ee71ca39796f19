//! What a concurrent task costs in Rust with async-std: a future spawned on its executor, which has one thread for each
//! CPU. async-std was discontinued in 2025 in favour of smol; published programs use it.
//! `contract/src/workloads.rs` defines the workloads.

use async_std::channel::{bounded, Receiver, Sender};
use async_std::task::{self, sleep, JoinHandle};
use contract::count::{enter, leave, noop};
use contract::lateness::{count_lateness, due, longer_pause};
use contract::request::pause;
use contract::workloads::{self, Runtime};
use std::future::Future;
use std::sync::LazyLock;
use std::time::Duration;

struct AsyncStd;

impl Runtime for AsyncStd {
    type Task = JoinHandle<()>;

    fn spawn(task: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        task::spawn(task)
    }

    async fn join(task: JoinHandle<()>) {
        task.await;
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
    task::block_on(workloads::run::<AsyncStd>());
}
