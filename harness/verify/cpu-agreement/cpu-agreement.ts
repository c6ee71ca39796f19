import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { median } from 'simple-statistics';
import { metrics } from '../../metrics/all-metrics.ts';
import { isMissing, type Launchable } from '../../model/runtime.ts';
import { UsageError } from '../../model/usage-error.ts';
import { runtime as asyncio } from '../../runtimes/python-asyncio.ts';
import { workload as spawn } from '../../workloads/spawn.ts';
import { runFixture } from '../known-memory/known-memory.ts';

const PLAIN = fileURLToPath(new URL('plain-asyncio.py', import.meta.url));

/** Tasks created per second of CPU time: medians by both instruments. */
export interface CpuAgreement {
  readonly plain: number;
  readonly measured: number;
}

/**
 * Measures the rate at which asyncio creates tasks from outside, as all tables do, and with a plain script that asks the
 * process for its own CPU time, as the post did; run by run, one after the other.
 *
 * @throws UsageError without Python, or when a run fails.
 */
export async function measureCpuAgreement(pairs: number, tasks: number): Promise<CpuAgreement> {
  const launchable = await pythonProgram();
  const [python] = launchable.command;
  const plain: number[] = [];
  const measured: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const { stdout } = await execa(python, [PLAIN, String(tasks)]);
    plain.push(tasks / Number(stdout));
    const run = await runFixture({ ...launchable, workload: spawn, tasks });
    const rate = metrics.tasks_per_cpu_second.of(run);
    if (rate === null) throw new UsageError(`a run has no CPU time: ${run.outcome.status}`);
    measured.push(rate);
  }
  return { plain: median(plain), measured: median(measured) };
}

async function pythonProgram(): Promise<Launchable> {
  const located = await asyncio.locate();
  const launchable = isMissing(located) ? located : await located.prepare();
  if (isMissing(launchable)) throw new UsageError(`${launchable.missing}: ${launchable.remedy}`);
  return launchable;
}
