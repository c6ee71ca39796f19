import { chooseInstrument } from '../../kernel/choose-instrument.ts';
import type { Instrument } from '../../kernel/instrument.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import type { Parameters } from '../../model/parameters.ts';
import type { Launchable, Missing } from '../../model/runtime.ts';
import type { Workload } from '../../model/workload.ts';
import { buildC } from '../../provision/build-c.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { onPath } from '../../provision/on-path.ts';
import { ToolFailure } from '../../provision/tool-output.ts';
import { execute, type FinishedRun } from '../../run/execute.ts';
import type { MemoryLimit } from '../../run/memory-limit.ts';

/** Builds `known-memory.c` into the cache; undefined without a C compiler. */
export async function buildFixture(): Promise<string | undefined> {
  const compiler = await onPath('cc');
  return compiler && buildC(compiler, new URL('known-memory.c', import.meta.url));
}

/** The programs of known memory and time, built, or why they cannot be. */
export async function provideFixture(): Promise<string | Missing> {
  const remedy = 'apt install gcc libc6-dev';
  try {
    return (await buildFixture()) ?? { missing: 'no C compiler "cc" on the PATH', remedy };
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return { missing: `cc failed: ${error.message}`, remedy };
  }
}

/** The fixture's workloads: it is measured by the same code as every program. */
export const FIXTURE_WORKLOADS = {
  steady: fixtureWorkload('steady', ['ready', 'parked', 'finished']),
  spike: fixtureWorkload('spike', ['ready', 'finished']),
  tree: fixtureWorkload('tree', ['ready', 'parked', 'finished']),
  worker: fixtureWorkload('worker', ['ready', 'parked', 'finished']),
  daemon: fixtureWorkload('daemon', ['ready', 'parked', 'finished']),
  pages: fixtureWorkload('pages', ['ready', 'parked', 'finished']),
  work: fixtureWorkload('work', ['ready', 'finished']),
} as const;

function fixtureWorkload(id: string, checkpoints: readonly string[]): Workload {
  return {
    id,
    title: id,
    parameters: {},
    checkpoints,
    timed: { from: 'ready', to: 'finished' },
    leastSeconds: () => 0,
    expectedTasks: (tasks) => tasks,
    headline: () => metrics.peak_rss_bytes,
  };
}

/** One run to make for a test or a check. */
export interface FixtureRun {
  readonly command: Launchable['command'];
  readonly outOfMemory?: readonly RegExp[];
  readonly workload: Workload;
  readonly tasks?: number;
  readonly parameters?: Parameters;
  readonly timeoutSeconds?: number;
  readonly instrument?: Instrument;
  readonly interrupt?: AbortSignal;
  readonly memoryLimit?: MemoryLimit;
}

let runs = 0;

/** Makes a single run outside any comparison. */
export async function runFixture(run: FixtureRun): Promise<FinishedRun> {
  runs += 1;
  const theCase = {
    runtimeId: 'fixture@1',
    workload: run.workload.id,
    tasks: run.tasks ?? 1,
    parameters: run.parameters ?? {},
  };
  return execute({
    runId: `fixture-${process.pid}-${runs}`,
    planned: { case: theCase, repeat: 1, position: runs },
    workload: run.workload,
    launchable: { command: run.command, environment: bareEnvironment },
    outOfMemory: run.outOfMemory ?? [],
    instrument: run.instrument ?? chooseInstrument(),
    timeoutSeconds: run.timeoutSeconds ?? 60,
    interrupt: run.interrupt ?? new AbortController().signal,
    memoryLimit: run.memoryLimit,
  });
}
