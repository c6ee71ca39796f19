import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-tokio',
  title: 'Rust (tokio)',
  lacks: { timer: 'a timer of tokio is a future, which needs a task to poll it: see rust-futures' },
  library: 'tokio',
});
