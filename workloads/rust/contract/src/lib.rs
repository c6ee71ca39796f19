//! The code that the Rust programs share: the contract with the harness (see `workloads/README.md`), and the workloads of
//! the runtimes that spawn tasks.

pub mod checkpoint;
pub mod count;
pub mod heap;
pub mod lateness;
pub mod request;
pub mod workloads;
