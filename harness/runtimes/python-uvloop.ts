import { readFile } from 'node:fs/promises';
import { bareEnvironment } from '../provision/child-environment.ts';
import { workloadsPath } from '../provision/places.ts';
import {
  compiledPrograms,
  findPython,
  type Python,
  pinnedVersion,
  pythonWithPackages,
} from '../provision/python.ts';
import { ToolFailure } from '../provision/tool-output.ts';
import { isMissing, type Launchable, type Missing, type Runtime } from '../vocabulary/runtime.ts';

export const runtime: Runtime = {
  id: 'python-uvloop',
  title: 'Python (uvloop)',
  async locate() {
    const python = await findPython();
    if (isMissing(python)) return python;
    const requirements = await readFile(workloadsPath('python/requirements.txt'), 'utf8');
    return {
      executable: python.executable,
      version: `${python.version}+uvloop-${pinnedVersion(requirements, 'uvloop')}`,
      source: 'python3 of the PATH, uvloop from PyPI',
      prepare: () => install(python, requirements),
    };
  },
};

async function install(python: Python, requirements: string): Promise<Launchable | Missing> {
  try {
    return {
      command: [
        await pythonWithPackages(python, requirements),
        workloadsPath('python/run_uvloop.py'),
      ],
      environment: { ...bareEnvironment, PYTHONPYCACHEPREFIX: await compiledPrograms(python) },
    };
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return {
      missing: `uvloop cannot be installed: ${error.message}`,
      install: 'apt install python3-venv, and reach PyPI once',
    };
  }
}
