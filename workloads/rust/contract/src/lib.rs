//! What the Rust programs share: the conversation with the harness (see `workloads/README.md`).

pub mod checkpoint;
pub mod count;
pub mod heap;
pub mod request;
