//! The arguments of the program: `WORKLOAD TASKS [key=value …]`.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::time::Duration;

pub struct Request {
    pub workload: String,
    pub tasks: usize,
    parameters: HashMap<String, f64>,
}

/// Parsed from the command line at the first access.
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

    /// Whether `heap=1` was given.
    pub fn wants_heap(&self) -> bool {
        self.parameters.get("heap").is_some_and(|&heap| heap == 1.0)
    }
}

/// How long a task of `sleep` sleeps. Tasks read it here because an argument would stay in the memory of the task while it
/// sleeps (378 instead of 367 bytes per task with async-std, measured at 1,000,000); the tasks of the published programs
/// have no such argument either.
pub fn pause() -> Duration {
    static PAUSE: LazyLock<Duration> = LazyLock::new(|| REQUEST.duration("seconds"));
    *PAUSE
}
