import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-tokio',
  title: 'Rust (tokio)',
  lacks: { timer: 'a timer of tokio is a future that some task must poll: see rust-futures' },
  library: 'tokio',
});
