//! What a concurrent task costs in Rust without an async runtime: an OS thread.

use contract::checkpoint::{finished, queued, ready};
use contract::count::{enter, leave, noop};
use contract::lateness::{count_lateness, due, longer_pause};
use contract::request::{pause, REQUEST};
use std::sync::{Condvar, Mutex};
use std::thread::{sleep, spawn, JoinHandle};
use std::time::Duration;

fn main() {
    match REQUEST.workload.as_str() {
        "sleep" => hold_laps(pause(), 1),
        "lateness" => hold(punctual),
        "footprint" => hold_laps(REQUEST.duration("pause"), REQUEST.count("laps")),
        "spawn" => spawn_all(),
        "spawn-backlog" => spawn_backlog(),
        "spawn-join" => spawn_join(),
        other => panic!("unknown workload {other}"),
    }
}

fn hold_laps(pause: Duration, laps: usize) {
    hold(move || {
        for _ in 0..laps {
            sleep(pause);
        }
    });
}

/// The sleep of a thread that notes when it is due, and counts how late it wakes.
fn punctual() {
    let due = due();
    sleep(longer_pause());
    count_lateness(due);
}

/// N threads, all asleep at once.
fn hold(rest: impl Fn() + Copy + Send + 'static) {
    static ALL_STARTED: Gate = Gate::new();
    let clock = ready();
    let threads = create(REQUEST.tasks, move || {
        let is_last = enter();
        if is_last {
            ALL_STARTED.open();
        }
        rest();
        leave();
    });
    ALL_STARTED.wait();
    clock.parked();
    drain(threads);
    finished();
}

/// The time to create threads. They run immediately, so many finish before the clock stops.
fn spawn_all() {
    let clock = ready();
    let threads = create(REQUEST.tasks, noop);
    clock.created();
    drain(threads);
    finished();
}

/// The same, with a backlog of threads waiting at a gate; without it, they would finish at once.
fn spawn_backlog() {
    static GATE: Gate = Gate::new();
    ready();
    let backlog = REQUEST.count("backlog");
    let waiting = create(backlog, || {
        GATE.wait();
        noop();
    });
    let clock = queued(backlog);
    let threads = create(REQUEST.tasks, noop);
    clock.created();
    GATE.open();
    drain(waiting);
    drain(threads);
    finished();
}

/// The time to create threads and wait for all of them.
fn spawn_join() {
    let clock = ready();
    drain(create(REQUEST.tasks, noop));
    clock.finished();
}

fn create(n: usize, task: impl Fn() + Copy + Send + 'static) -> Vec<JoinHandle<()>> {
    (0..n).map(|_| spawn(task)).collect()
}

fn drain(threads: Vec<JoinHandle<()>>) {
    for thread in threads {
        thread.join().expect("no thread panics");
    }
}

/// Opens once and lets all waiting threads through.
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
