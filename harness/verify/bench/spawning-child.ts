import { isMissing } from '../../model/runtime.ts';
import { UsageError } from '../../model/usage-error.ts';
import { runtime } from '../../runtimes/node.ts';
import { workload } from '../../workloads/spawn.ts';
import type { BenchChild } from './bench-child.ts';

const TASKS = 300_000;

/** The child that shows a disturbance: Node, creating tasks as fast as it can, timed by its own clock. */
export async function spawningChild(): Promise<{
  readonly child: BenchChild;
  readonly title: string;
}> {
  const found = await runtime.locate();
  const launchable = isMissing(found) ? found : await found.prepare();
  if (isMissing(found) || isMissing(launchable)) {
    throw new UsageError('the bench needs the packaged Node: npm ci');
  }
  return {
    child: {
      command: launchable.command,
      workload,
      tasks: TASKS,
      parameters: {},
      // Observers have started up by the time the tasks are created.
      holdMs: { ready: 300 },
    },
    title: `node@${found.version} ${workload.id} ${TASKS}`,
  };
}
