import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-futures',
  title: 'Rust (joined futures)',
  library: 'futures',
});
