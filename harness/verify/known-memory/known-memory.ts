import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseInstrument } from '../../kernel/choose-instrument.ts';
import type { Instrument } from '../../kernel/instrument.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import type { Parameters } from '../../model/parameters.ts';
import type { Launchable } from '../../model/runtime.ts';
import type { Workload } from '../../model/workload.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { onPath } from '../../provision/on-path.ts';
import { sourcesIn } from '../../provision/sources.ts';
import { toolOutput } from '../../provision/tool-output.ts';
import { execute, type FinishedRun } from '../../run/execute.ts';
import type { MemoryLimit } from '../../run/memory-limit.ts';

/** Builds `known-memory.c` into the cache; undefined without a C compiler. */
export async function buildFixture(): Promise<string | undefined> {
  const compiler = await onPath('cc');
  if (compiler === undefined) return undefined;
  const source = fileURLToPath(new URL('known-memory.c', import.meta.url));
  const inputs = [compiler, ...sourcesIn(fileURLToPath(new URL('.', import.meta.url)))];
  const folder = await contentCache('fixture', inputs, async (draft) => {
    await toolOutput([compiler, '-O1', '-Wall', '-Wextra', '-o', join(draft, 'fixture'), source]);
  });
  return join(folder, 'fixture');
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
