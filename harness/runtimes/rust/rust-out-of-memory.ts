/** What Rust's standard library writes when an allocation fails. */
export const RUST_OUT_OF_MEMORY = /memory allocation of \d+ bytes failed/i;
