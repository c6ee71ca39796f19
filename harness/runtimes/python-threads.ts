import { threadLimit } from '../kernel/thread-limit.ts';
import { pythonRuntime } from './python/python-runtime.ts';

export const runtime = pythonRuntime({
  id: 'python-threads',
  title: 'Python (threads)',
  lacks: { timer: 'each threading.Timer is a thread, as in the workload sleep' },
  limit: threadLimit,
  program: 'run_threads.py',
});
