import { pythonRuntime } from './python/python-runtime.ts';

export const runtime = pythonRuntime({
  id: 'python-uvloop',
  title: 'Python (uvloop)',
  program: 'run_uvloop.py',
  library: 'uvloop',
});
