import { expect, test } from 'vitest';
import { usualGrains } from '../analyse/grain-of.ts';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { PlannedRun } from '../model/case.ts';
import type { Runtime } from '../model/runtime.ts';
import { findSuite, planComparison } from '../plan/plan-comparison.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { type Round, roundsOf } from './rounds.ts';

const { suites, workloads } = await loadCatalogue();

/** What each runtime does at a repeat: bytes of its peak, or a failure. */
const BEHAVIOUR: Readonly<Record<string, (repeat: number) => number | 'crashed'>> = {
  steady: () => 50e6,
  noisy: (repeat) => 50e6 * (1 + 0.03 * Math.sin(repeat * 1.7)),
  failing: () => 'crashed',
};

const runtimes = Object.keys(BEHAVIOUR).map((id) => {
  const runtime: Runtime = { id, title: id, locate: async () => ({ missing: '', remedy: '' }) };
  return { runtime, runtimeId: `${id}@1` };
});

function planOf(options: object) {
  const sizes = [10];
  return planComparison(findSuite(suites, 'one-million'), workloads, runtimes, {
    ...{ seed: 1, sizes, sleepSeconds: 0.1 },
    ...options,
  });
}

function rowOf({ case: { runtimeId, workload, tasks }, repeat, position }: PlannedRun): RunRow {
  const found = BEHAVIOUR[runtimeId.replace('@1', '')]?.(repeat);
  return runRowWith({
    ...{ runtime_id: runtimeId, workload, tasks, repeat, position, wall_seconds: 10 },
    status: found === 'crashed' ? 'crashed' : 'ok',
    peak_rss_bytes: typeof found === 'number' ? Math.round(found) : null,
  });
}

/** Makes the rounds of a plan, from its start or after rows that were made before. */
function make(plan: ReturnType<typeof planOf>, before: readonly RunRow[] = []) {
  const rows = [...before];
  const rounds: Round[] = [];
  for (const round of roundsOf(plan, workloads, usualGrains, () => rows)) {
    rounds.push(round);
    const made = new Set(rows.map(({ position }) => position));
    rows.push(...round.runs.filter(({ position }) => !made.has(position)).map(rowOf));
  }
  return { rows, rounds };
}

test('with fixed repeats, all runs are one round', () => {
  const plan = planOf({ repeats: 4 });
  expect(make(plan).rounds).toEqual([{ runs: plan.runs, lastBlock: 4, openCases: 3 }]);
});

test('six blocks of every case, then more of those that are not settled and do not fail', () => {
  const { rounds } = make(planOf({ precision: 0.02 }));
  expect(rounds[0]?.runs).toHaveLength(18);
  const later = rounds.slice(1).flatMap(({ runs }) => runs);
  expect(new Set(later.map((run) => run.case.runtimeId))).toEqual(new Set(['noisy@1']));
  expect(rounds.slice(1).every(({ openCases }) => openCases === 1)).toBe(true);
});

test('when all are settled, nothing is added', () => {
  expect(make(planOf({ precision: 0.5 })).rounds).toHaveLength(1);
});

test('no case has more runs than the most that are allowed', () => {
  const { rows, rounds } = make(planOf({ precision: 1e-9, maxRepeats: 11 }));
  expect(rounds.at(-1)?.lastBlock).toBe(11);
  expect(rows.filter(({ runtime_id }) => runtime_id === 'noisy@1')).toHaveLength(11);
});

test('a budget allows for whole blocks only, and never cuts the first six', () => {
  const seconds = (rows: readonly RunRow[]) => 10 * rows.length;
  const generous = make(planOf({ precision: 1e-9, budgetSeconds: 195 }));
  expect(generous.rounds.map(({ lastBlock }) => lastBlock)).toEqual([6, 7]);
  expect(seconds(generous.rows)).toBe(190);
  const tight = make(planOf({ precision: 1e-9, budgetSeconds: 1 }));
  expect(tight.rows).toHaveLength(18);
});

test('wherever it was stopped, it goes on with the same runs in the same order', () => {
  const plan = planOf({ precision: 0.02, budgetSeconds: 250 });
  const whole = make(plan).rows;
  expect(whole.length).toBeGreaterThan(18);
  for (let kept = 0; kept <= whole.length; kept += 1) {
    expect(make(plan, whole.slice(0, kept)).rows).toEqual(whole);
  }
});
