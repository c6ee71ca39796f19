import { pythonRuntime } from './python/python-runtime.ts';

export const runtime = pythonRuntime({
  id: 'python-taskgroup',
  title: 'Python (TaskGroup)',
  lacks: { timer: 'a group holds tasks, not timers' },
  program: 'run_taskgroup.py',
  needs: '>=3.11',
});
