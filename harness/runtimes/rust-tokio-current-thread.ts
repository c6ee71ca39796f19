import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-tokio-current-thread',
  title: 'Rust (tokio, one thread)',
  lacks: { timer: 'a timer of tokio is a future, which needs a task to poll it: see rust-futures' },
  library: 'tokio',
});
