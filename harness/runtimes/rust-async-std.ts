import { rustRuntime } from './rust/rust-runtime.ts';

/** Discontinued in favour of smol; kept, while it builds, because published tables have it. */
export const runtime = rustRuntime({
  id: 'rust-async-std',
  title: 'Rust (async-std)',
  lacks: { timer: 'a timer of async-std is a future that some task must poll' },
  library: 'async-std',
});
