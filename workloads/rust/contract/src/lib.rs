//! What the Rust programs share: the conversation with the harness (see `workloads/README.md`), and the workloads of
//! those runtimes that are handed their tasks one by one.

pub mod checkpoint;
pub mod count;
pub mod heap;
pub mod request;
pub mod workloads;
