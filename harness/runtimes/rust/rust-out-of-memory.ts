/** The message of Rust's standard library when an allocation fails. */
export const RUST_OUT_OF_MEMORY = /memory allocation of \d+ bytes failed/i;
