//! The harness's side of the conversation: arguments in, checkpoints out, tasks counted.

use std::collections::HashMap;
use std::fmt::Write;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// A number that a checkpoint carries.
pub type Fact = (&'static str, f64);

/// What to run, how many tasks, and the workload's parameters: `PROGRAM WORKLOAD TASKS [key=value ...]`.
pub struct Request {
    pub workload: String,
    pub tasks: usize,
    parameters: HashMap<String, f64>,
}

pub static REQUEST: LazyLock<Request> = LazyLock::new(|| {
    let mut arguments = std::env::args().skip(1);
    Request {
        workload: arguments.next().expect("a workload"),
        tasks: arguments
            .next()
            .expect("tasks")
            .parse()
            .expect("a whole number of tasks"),
        parameters: arguments
            .map(|pair| {
                let (key, value) = pair.split_once('=').expect("key=value");
                (key.to_owned(), value.parse().expect("a number"))
            })
            .collect(),
    }
});

impl Request {
    pub fn count(&self, key: &str) -> usize {
        self.parameters[key] as usize
    }

    pub fn duration(&self, key: &str) -> Duration {
        Duration::from_secs_f64(self.parameters[key])
    }

    /// The allocator's own account of what is in use, or nothing unless `heap=1` asked for it.
    pub fn heap(&self) -> Option<Fact> {
        let asked = self.parameters.get("heap").is_some_and(|&heap| heap == 1.0);
        asked.then(|| ("heap_bytes", allocated_bytes()))
    }
}

/// Says where the program is, then blocks this thread until the harness has read the program's memory.
pub fn checkpoint(name: &str, facts: impl IntoIterator<Item = Fact>) {
    let mut line = format!("checkpoint {name}");
    for (key, value) in facts {
        write!(line, " {key}={value}").expect("a string takes everything");
    }
    println!("{line}");
    let read = io::stdin().read_line(&mut String::new());
    if !matches!(read, Ok(1..)) {
        std::process::exit(3); // stdin closed: nobody is measuring any more
    }
}

/// The time since `start`, as a fact.
pub fn seconds_since(start: Instant) -> Fact {
    ("seconds", start.elapsed().as_secs_f64())
}

/// Every task calls enter() first and leave() last. Tasks may run on several threads, hence atomics.
pub struct Count {
    started: AtomicUsize,
    finished: AtomicUsize,
    live_peak: AtomicUsize,
}

pub static COUNT: Count = Count {
    started: AtomicUsize::new(0),
    finished: AtomicUsize::new(0),
    live_peak: AtomicUsize::new(0),
};

impl Count {
    /// Counts a task in; true for the last one of those that were asked for.
    pub fn enter(&self) -> bool {
        let started = self.started.fetch_add(1, Relaxed) + 1;
        // Others may have started and finished meanwhile, more than were alive when this one came.
        let live = started.saturating_sub(self.finished.load(Relaxed));
        self.live_peak.fetch_max(live, Relaxed);
        started == REQUEST.tasks
    }

    pub fn leave(&self) {
        self.finished.fetch_add(1, Relaxed);
    }

    /// How many have started and not finished.
    pub fn live(&self) -> Fact {
        (
            "live",
            (self.started.load(Relaxed) - self.finished.load(Relaxed)) as f64,
        )
    }

    /// What `queued` tells of a backlog that was created and waits.
    pub fn queued(&self, backlog: usize) -> [Fact; 2] {
        [
            ("started", backlog as f64),
            ("finished", self.finished.load(Relaxed) as f64),
        ]
    }

    /// The proof that `finished` carries.
    pub fn proof(&self) -> [Fact; 3] {
        [
            ("started", self.started.load(Relaxed) as f64),
            ("finished", self.finished.load(Relaxed) as f64),
            ("live_peak", self.live_peak.load(Relaxed) as f64),
        ]
    }
}

#[cfg(target_env = "gnu")]
fn allocated_bytes() -> f64 {
    // SAFETY: mallinfo2 takes nothing and returns plain numbers.
    let info = unsafe { libc::mallinfo2() };
    (info.uordblks + info.hblkhd) as f64
}

#[cfg(not(target_env = "gnu"))]
fn allocated_bytes() -> f64 {
    panic!("this system's allocator keeps no account of itself")
}
