import { bareEnvironment } from '../provision/child-environment.ts';
import { workloadsPath } from '../provision/places.ts';
import { compiledPrograms, findPython } from '../provision/python.ts';
import { isMissing, type Runtime } from '../vocabulary/runtime.ts';

export const runtime: Runtime = {
  id: 'python-asyncio',
  title: 'Python (asyncio)',
  async locate() {
    const python = await findPython();
    if (isMissing(python)) return python;
    return {
      ...python,
      source: 'python3 of the PATH',
      prepare: async () => ({
        command: [python.executable, workloadsPath('python/run_asyncio.py')],
        environment: { ...bareEnvironment, PYTHONPYCACHEPREFIX: await compiledPrograms(python) },
      }),
    };
  },
};
