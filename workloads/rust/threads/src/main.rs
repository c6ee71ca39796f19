//! What a concurrent task costs in Rust without a runtime: a thread of the operating system.

use contract::{checkpoint, seconds_since, COUNT, REQUEST};
use std::sync::{Condvar, Mutex};
use std::thread::{sleep, spawn, JoinHandle};
use std::time::{Duration, Instant};

/// A door that opens once, for all.
struct Gate(Mutex<bool>, Condvar);

impl Gate {
    const fn new() -> Self {
        Self(Mutex::new(false), Condvar::new())
    }

    fn open(&self) {
        *self.0.lock().expect("no thread panics") = true;
        self.1.notify_all();
    }

    fn wait(&self) {
        let is_open = self.0.lock().expect("no thread panics");
        drop(self.1.wait_while(is_open, |is_open| !*is_open));
    }
}

static ALL_STARTED: Gate = Gate::new();

fn sleeper(pause: Duration, laps: usize) {
    let is_last = COUNT.enter();
    if is_last {
        ALL_STARTED.open();
    }
    for _ in 0..laps {
        sleep(pause);
    }
    COUNT.leave();
}

/// A task that does nothing but be counted.
fn noop() {
    COUNT.enter();
    COUNT.leave();
}

fn main() {
    match REQUEST.workload.as_str() {
        "sleep" => hold(REQUEST.duration("seconds"), 1),
        "footprint" => hold(REQUEST.duration("pause"), REQUEST.count("laps")),
        "spawn" => spawn_all(),
        "spawn-backlog" => spawn_backlog(),
        "spawn-join" => spawn_join(),
        other => panic!("unknown workload {other}"),
    }
}

/// N threads, all asleep at once.
fn hold(pause: Duration, laps: usize) {
    checkpoint("ready", REQUEST.heap());
    let start = Instant::now();
    let threads = create(REQUEST.tasks, move || sleeper(pause, laps));
    ALL_STARTED.wait();
    let created = seconds_since(start);
    checkpoint(
        "parked",
        [COUNT.live(), created].into_iter().chain(REQUEST.heap()),
    );
    drain(threads);
    checkpoint("finished", COUNT.proof());
}

/// The price of creating a thread. The system starts them at once, so many are done before the clock stops.
fn spawn_all() {
    checkpoint("ready", []);
    let start = Instant::now();
    let threads = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    drain(threads);
    checkpoint("finished", COUNT.proof());
}

/// The same, with threads that already wait; at a gate, since they would not stay queued.
fn spawn_backlog() {
    static GATE: Gate = Gate::new();
    checkpoint("ready", []);
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, || {
        GATE.wait();
        noop();
    });
    checkpoint("queued", COUNT.queued(backlog));
    let start = Instant::now();
    let threads = create(REQUEST.tasks, noop);
    checkpoint("created", [seconds_since(start)]);
    GATE.open();
    drain(waiting);
    drain(threads);
    checkpoint("finished", COUNT.proof());
}

/// The price of creating threads and waiting for them all.
fn spawn_join() {
    checkpoint("ready", []);
    let start = Instant::now();
    drain(create(REQUEST.tasks, noop));
    let elapsed = seconds_since(start);
    checkpoint("finished", COUNT.proof().into_iter().chain([elapsed]));
}

fn create(n: usize, task: impl Fn() + Copy + Send + 'static) -> Vec<JoinHandle<()>> {
    (0..n).map(|_| spawn(task)).collect()
}

fn drain(threads: Vec<JoinHandle<()>>) {
    for thread in threads {
        thread.join().expect("no thread panics");
    }
}
