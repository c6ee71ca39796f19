import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-smol',
  title: 'Rust (smol)',
  lacks: { timer: 'a timer of smol is a future that some task must poll' },
  library: 'smol',
});
