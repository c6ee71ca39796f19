import { pythonRuntime } from '../provision/python-runtime.ts';
import { threadLimit } from '../provision/thread-limit.ts';

export const runtime = pythonRuntime({
  id: 'python-threads',
  title: 'Python (threads)',
  lacks: { timer: "threading.Timer is a thread of its own: that is this runtime's sleep" },
  limit: threadLimit,
  program: 'run_threads.py',
  needs: '>=3.9',
});
