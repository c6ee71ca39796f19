import type { Runtime } from '../../model/runtime.ts';
import { isMissing } from '../../model/runtime.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { workloadsPath } from '../../provision/places.ts';
import { inRange } from '../../provision/version-match.ts';
import { COMPILED_BEFORE } from '../../workloads/warm-sleep.ts';
import { compiledPrograms, findPython } from './python.ts';
import { PYTHON_OUT_OF_MEMORY } from './python-out-of-memory.ts';

/** A way to run tasks with the Python standard library, with its program in `workloads/python/`. */
export interface PythonRuntime extends Pick<Runtime, 'id' | 'title' | 'lacks' | 'limit'> {
  readonly program: string;
  /** The versions of CPython that can run the program, as a semver range. */
  readonly needs: string;
}

/** Declares a runtime that uses an installed CPython and its standard library. */
export function pythonRuntime({ program, needs, ...declared }: PythonRuntime): Runtime {
  return {
    ...declared,
    lacks: { ...COMPILED_BEFORE, ...declared.lacks },
    family: 'python',
    outOfMemory: [PYTHON_OUT_OF_MEMORY],
    async locate(range) {
      const python = await findPython(range);
      if (isMissing(python)) return python;
      const able = inRange(python, needs, `install a Python ${needs}`);
      if (isMissing(able)) return able;
      return {
        ...python,
        prepare: async () => ({
          command: [python.executable, workloadsPath(`python/${program}`)],
          environment: { ...bareEnvironment, PYTHONPYCACHEPREFIX: await compiledPrograms(python) },
        }),
      };
    },
  };
}
