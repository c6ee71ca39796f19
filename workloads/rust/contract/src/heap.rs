//! The allocator's own account of the heap.

use crate::checkpoint::Fact;
use crate::request::REQUEST;

/// The bytes in use; nothing unless `heap=1` asks for them.
pub fn heap() -> Option<Fact> {
    REQUEST
        .wants_heap()
        .then(|| ("heap_bytes", allocated_bytes()))
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
