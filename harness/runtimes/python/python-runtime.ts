import { readFile } from 'node:fs/promises';
import type { Launchable, Missing, Runtime } from '../../model/runtime.ts';
import { isMissing } from '../../model/runtime.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { workloadsPath } from '../../provision/places.ts';
import { unlessToolFails } from '../../provision/tool-output.ts';
import { isInRange } from '../../provision/version-match.ts';
import { COMPILED_BEFORE } from '../../workloads/warm-sleep.ts';
import {
  compiledPrograms,
  findPython,
  installedPythons,
  type Python,
  pinnedVersion,
  pythonWithPackages,
} from './python.ts';
import { PYTHON_OUT_OF_MEMORY } from './python-out-of-memory.ts';

/** A way to run tasks in CPython, with its program in `workloads/python/`. */
export interface PythonRuntime
  extends Pick<Runtime, 'id' | 'title' | 'lacks' | 'limit' | 'variants'> {
  readonly program: string;
  /** The versions of CPython that can run the program, as a semver range. Default: from 3.8 on, which the posts used. */
  readonly needs?: string;
  /** The package that schedules the tasks. Its version becomes part of the runtime's. None for the standard library. */
  readonly library?: string;
}

/** Declares a runtime that uses an installed CPython. */
export function pythonRuntime({
  program,
  needs = '>=3.8',
  library,
  ...declared
}: PythonRuntime): Runtime {
  return {
    ...declared,
    lacks: { ...COMPILED_BEFORE, ...declared.lacks },
    family: 'python',
    outOfMemory: [PYTHON_OUT_OF_MEMORY],
    async locate(range) {
      const python = await findPython(range);
      if (isMissing(python)) return python;
      if (!isInRange(python.version, needs)) {
        const missing = `its program needs CPython ${needs}, and this is ${python.version}`;
        return { missing, remedy: `install one, or name it: ${declared.id}@'${needs}'` };
      }
      if (library === undefined) {
        return { ...python, prepare: () => launchable(python, python.executable, program) };
      }
      const requirements = await readFile(workloadsPath('python/requirements.txt'), 'utf8');
      return {
        executable: python.executable,
        version: `${python.version}+${library}-${pinnedVersion(requirements, library)}`,
        source: `${python.source}, ${library} from PyPI`,
        prepare: () =>
          unlessToolFails(`${library} cannot be installed`, INSTALL_PACKAGES, async () =>
            launchable(python, await pythonWithPackages(python, requirements), program),
          ),
      };
    },
    async releases() {
      const pythons = await installedPythons();
      return pythons.map(({ version }) => version).filter((version) => isInRange(version, needs));
    },
  };
}

const INSTALL_PACKAGES = 'apt install python3-venv, and connect to PyPI once';

async function launchable(
  python: Python,
  interpreter: string,
  program: string,
): Promise<Launchable | Missing> {
  return {
    command: [interpreter, workloadsPath(`python/${program}`)],
    environment: { ...bareEnvironment, PYTHONPYCACHEPREFIX: await compiledPrograms(python) },
  };
}
