import { expect, test } from 'vitest';
import { chooseInstrument } from '../kernel/choose-instrument.ts';
import type { Launchable } from '../model/runtime.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { runPlan } from './run-plan.ts';

const launchable: Launchable = { command: ['/bin/false'], environment: {} };
const parameters = { seconds: 0.01 };
const small = { runtimeId: 'x@1', workload: 'sleep', tasks: 10_000, parameters };
const large = { ...small, tasks: 100_000 };

/** What becomes of the large run of a plan whose small one was made before, by an earlier invocation. */
async function outcomeAfter(small10k: { status: string; peak_rss_bytes: number | null }) {
  const earlierRuns = [
    {
      ...{ position: 1, parameters: 'seconds=0.01', create_seconds: 0.001, ready_rss_bytes: 50e6 },
      ...small10k,
    },
  ] as const;
  const plan = [
    { case: small, repeat: 1, position: 1 },
    { case: large, repeat: 1, position: 2 },
  ];
  const outcomes = [];
  for await (const run of runPlan(plan, {
    comparisonId: 'c',
    workloads: new Map([['sleep', sleep]]),
    runtimes: new Map([['x@1', { runtime: {}, launchable }]]),
    instrument: chooseInstrument(),
    interrupt: new AbortController().signal,
    earlierRuns,
  })) {
    outcomes.push([run.planned.position, run.outcome.status]);
  }
  return outcomes;
}

test('a resumed comparison knows what its earlier runs needed', async () => {
  const greedy = { status: 'ok', peak_rss_bytes: 1e12 };
  expect(await outcomeAfter(greedy)).toEqual([[2, 'skipped-memory']]);
  // So launched, and not skipped: what a failed run showed tells nothing.
  expect(await outcomeAfter({ ...greedy, status: 'crashed' })).toEqual([[2, 'crashed']]);
  expect(await outcomeAfter({ status: 'ok', peak_rss_bytes: 51e6 })).toEqual([[2, 'crashed']]);
});

test('a run is judged by what its own runtime says when it gets no memory', async () => {
  const statuses = [];
  for (const outOfMemory of [[/no luck/], []]) {
    const command = ['/bin/sh', '-c', 'echo no luck today >&2; exit 1'] as const;
    const runtime = { runtime: { outOfMemory }, launchable: { command, environment: {} } };
    for await (const run of runPlan([{ case: small, repeat: 1, position: 1 }], {
      comparisonId: 'c',
      workloads: new Map([['sleep', sleep]]),
      runtimes: new Map([['x@1', runtime]]),
      instrument: chooseInstrument(),
      interrupt: new AbortController().signal,
      earlierRuns: [],
    })) {
      statuses.push(run.outcome.status);
    }
  }
  expect(statuses).toEqual(['out-of-memory', 'crashed']);
});
