import { threadLimit } from '../kernel/thread-limit.ts';
import { rustRuntime } from './rust/rust-runtime.ts';

export const runtime = rustRuntime({
  id: 'rust-threads',
  title: 'Rust (threads)',
  lacks: { timer: 'the standard library has no timers' },
  limit: threadLimit,
});
