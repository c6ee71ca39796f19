//! The checkpoints: what each says, and the clock that runs from one to the next.

use crate::count;
use crate::heap::heap;
use std::fmt::Write;
use std::io;
use std::time::Instant;

/// A number that a checkpoint carries.
pub type Fact = (&'static str, f64);

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

/// The runtime is up, and nothing is created. Starts the clock.
pub fn ready() -> Clock {
    checkpoint("ready", heap());
    Clock::start()
}

/// The backlog is created, and waits. It counts as started, though its tasks count themselves only when they go on.
/// Starts the clock.
pub fn queued(backlog: usize) -> Clock {
    checkpoint("queued", [("started", backlog as f64), count::finished()]);
    Clock::start()
}

/// Every task is done.
pub fn finished() {
    checkpoint("finished", count::proof());
}

/// Runs from one checkpoint to the next.
pub struct Clock(Instant);

impl Clock {
    fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the clock was started.
    pub fn seconds(&self) -> Fact {
        ("seconds", self.0.elapsed().as_secs_f64())
    }

    /// Every task is created; some may have run.
    pub fn created(self) {
        checkpoint("created", [self.seconds()]);
    }

    /// Every task has started, and sleeps.
    pub fn parked(self) {
        let seconds = self.seconds();
        checkpoint("parked", [count::live(), seconds].into_iter().chain(heap()));
    }

    /// Every task is done, and the time that it took counts.
    pub fn finished(self) {
        let seconds = self.seconds();
        checkpoint("finished", count::proof().into_iter().chain([seconds]));
    }
}
