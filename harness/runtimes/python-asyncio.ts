import { workloadsPath } from '../provision/places.ts';
import { pythonRuntime } from './python/python-runtime.ts';

export const runtime = pythonRuntime({
  id: 'python-asyncio',
  title: 'Python (asyncio)',
  program: 'run_asyncio.py',
  variants: [
    {
      name: 'nogc',
      sets: 'gc.disable()',
      why: 'how much of the time is that of the cyclic garbage collector?',
      environment: { PYTHONPATH: workloadsPath('python/variants/nogc') },
    },
    {
      name: 'gc50k',
      sets: 'gc.set_threshold(50_000)',
      why: 'how much faster are tasks created when the collector runs less often?',
      environment: { PYTHONPATH: workloadsPath('python/variants/gc50k') },
    },
  ],
});
