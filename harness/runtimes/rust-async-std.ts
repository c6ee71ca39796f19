import { rustRuntime } from './rust/rust-runtime.ts';

/** async-std is discontinued in favour of smol. It stays for as long as it builds, because published tables include it. */
export const runtime = rustRuntime({
  id: 'rust-async-std',
  title: 'Rust (async-std)',
  lacks: { timer: 'a timer of async-std is a future, which needs a task to poll it' },
  library: 'async-std',
});
