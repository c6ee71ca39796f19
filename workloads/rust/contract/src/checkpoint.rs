//! The checkpoints with their facts, and the clock between them.

use crate::count;
use crate::heap::heap;
use crate::lateness::lateness;
use std::fmt::Write;
use std::io;
use std::time::Instant;

/// A number that a checkpoint carries.
pub type Fact = (&'static str, f64);

/// Reports a checkpoint, then blocks this thread while the harness reads the program's memory.
pub fn checkpoint(name: &str, facts: impl IntoIterator<Item = Fact>) {
    let mut line = format!("checkpoint {name}");
    for (key, value) in facts {
        write!(line, " {key}={value}").expect("a string takes everything");
    }
    println!("{line}");
    let read = io::stdin().read_line(&mut String::new());
    if !matches!(read, Ok(1..)) {
        std::process::exit(3); // stdin is closed: the harness is gone
    }
}

/// The runtime is up and nothing is created yet. Starts the clock.
pub fn ready() -> Clock {
    checkpoint("ready", heap());
    Clock::start()
}

/// The backlog is created and waits. It is reported as started, although its tasks count themselves only later. Starts the
/// clock.
pub fn queued(backlog: usize) -> Clock {
    checkpoint("queued", [("started", backlog as f64), count::finished()]);
    Clock::start()
}

/// All tasks have finished.
pub fn finished() {
    checkpoint("finished", count::proof().into_iter().chain(lateness()));
}

/// Measures the time from one checkpoint to the next.
pub struct Clock(Instant);

impl Clock {
    fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the clock started.
    pub fn seconds(&self) -> Fact {
        ("seconds", self.0.elapsed().as_secs_f64())
    }

    /// All tasks are created; some may have run.
    pub fn created(self) {
        checkpoint("created", [self.seconds()]);
    }

    /// All tasks have started and sleep.
    pub fn parked(self) {
        let seconds = self.seconds();
        checkpoint("parked", [count::live(), seconds].into_iter().chain(heap()));
    }

    /// All tasks have finished; reports the time as well.
    pub fn finished(self) {
        let seconds = self.seconds();
        checkpoint("finished", count::proof().into_iter().chain([seconds]));
    }
}
