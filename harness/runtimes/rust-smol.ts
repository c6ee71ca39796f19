import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-smol',
  title: 'Rust (smol)',
  lacks: { timer: 'a timer of smol is a future, which needs a task to poll it' },
  library: 'smol',
});
