import { threadLimit } from '../kernel/thread-limit.ts';
import { pythonRuntime } from './python/python-runtime.ts';

export const runtime = pythonRuntime({
  id: 'python-threads',
  title: 'Python (threads)',
  lacks: { timer: "threading.Timer is a thread of its own: that is this runtime's sleep" },
  limit: threadLimit,
  program: 'run_threads.py',
  needs: '>=3.9',
});
