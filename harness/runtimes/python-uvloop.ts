import { readFile } from 'node:fs/promises';
import { isMissing, type Launchable, type Missing, type Runtime } from '../model/runtime.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { workloadsPath } from '../provision/places.ts';
import { unlessToolFails } from '../provision/tool-output.ts';
import { COMPILED_BEFORE } from '../workloads/warm-sleep.ts';
import {
  compiledPrograms,
  findPython,
  type Python,
  pinnedVersion,
  pythonWithPackages,
} from './python/python.ts';
import { PYTHON_OUT_OF_MEMORY } from './python/python-out-of-memory.ts';

export const runtime: Runtime = {
  id: 'python-uvloop',
  title: 'Python (uvloop)',
  family: 'python',
  outOfMemory: [PYTHON_OUT_OF_MEMORY],
  lacks: COMPILED_BEFORE,
  async locate(range) {
    const python = await findPython(range);
    if (isMissing(python)) return python;
    const requirements = await readFile(workloadsPath('python/requirements.txt'), 'utf8');
    return {
      executable: python.executable,
      version: `${python.version}+uvloop-${pinnedVersion(requirements, 'uvloop')}`,
      source: `${python.source}, uvloop from PyPI`,
      prepare: () => install(python, requirements),
    };
  },
};

async function install(python: Python, requirements: string): Promise<Launchable | Missing> {
  const remedy = 'apt install python3-venv, and connect to PyPI once';
  return unlessToolFails('uvloop cannot be installed', remedy, async () => ({
    command: [
      await pythonWithPackages(python, requirements),
      workloadsPath('python/run_uvloop.py'),
    ],
    environment: { ...bareEnvironment, PYTHONPYCACHEPREFIX: await compiledPrograms(python) },
  }));
}
