import { pythonRuntime } from './python/python-runtime.ts';

export const runtime = pythonRuntime({
  id: 'python-asyncio',
  title: 'Python (asyncio)',
  program: 'run_asyncio.py',
});
