import { rustRuntime } from '../provision/rust-runtime.ts';
import { threadLimit } from '../provision/thread-limit.ts';

export const runtime = rustRuntime({
  id: 'rust-threads',
  title: 'Rust (threads)',
  lacks: { timer: 'the standard library has no timers' },
  limit: threadLimit,
});
