//! The heap size that the allocator reports.

use crate::checkpoint::Fact;
use crate::request::REQUEST;

/// With `heap=1`, the bytes in use; otherwise nothing.
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
