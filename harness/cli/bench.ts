import { join, relative } from 'node:path';
import { describeMachine } from '../kernel/describe-machine.ts';
import { UsageError } from '../model/usage-error.ts';
import { repositoryRoot } from '../provision/places.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import { accuracyRow } from '../verify/bench/accuracy-rows.ts';
import { disturbanceRow } from '../verify/bench/disturbance-rows.ts';
import { knownCases } from '../verify/bench/known-children.ts';
import { type AccuracyPlan, measureAccuracy } from '../verify/bench/measure-accuracy.ts';
import { measureDisturbance } from '../verify/bench/measure-disturbance.ts';
import { seekObservers } from '../verify/bench/seek-observers.ts';
import { spawningChild } from '../verify/bench/spawning-child.ts';
import { accuracyTables, disturbanceTables } from '../verify/bench/terminal-tables.ts';
import { writeBench } from '../verify/bench/write-bench.ts';
import { buildFixture } from '../verify/known-memory/known-memory.ts';
import { ExitCode } from './exit-code.ts';

/** How much to measure, and where the tables go. */
export interface BenchPlan extends AccuracyPlan {
  readonly pairs: number;
  readonly out: string;
}

/** Under eight minutes. */
const FULL_BENCH: BenchPlan = {
  runs: 10,
  emptyRuns: 2,
  pairs: 20,
  out: join(repositoryRoot, 'results', 'bench'),
};

/** Holds the harness against what people use instead: how right it is, what it costs, what it does to the child. */
export async function bench(plan: BenchPlan = FULL_BENCH): Promise<ExitCode> {
  return withMachineLocked([], () => holdAgainstOthers(plan), 'the bench');
}

async function holdAgainstOthers(plan: BenchPlan): Promise<ExitCode> {
  const fixture = await buildFixture();
  if (fixture === undefined) throw new UsageError('the bench needs a C compiler: apt install gcc');
  const [machine, spawning] = await Promise.all([describeMachine(), spawningChild()]);
  const { found, missing } = await seekObservers();
  for (const { id, missing: reason, remedy } of missing) {
    console.log(`${id} is left out: ${reason}; get it with: ${remedy}`);
  }

  const cases = knownCases(fixture);
  const tell = (line: string) => console.error(line);
  const measured = await measureAccuracy(found, cases, plan, tell);
  const contests = await measureDisturbance(found, spawning.child, plan.pairs, tell);
  const accuracy = measured.map((one) => accuracyRow(one, machine.machine_id));
  const disturbance = contests.map((contest) =>
    disturbanceRow(contest, spawning.title, machine.machine_id),
  );

  writeBench(plan.out, { machine, accuracy, disturbance });
  console.log(accuracyTables(cases, accuracy));
  console.log(disturbanceTables(spawning.title, disturbance));
  console.log(`\ntables: ${relative(process.cwd(), plan.out) || '.'}`);
  const complete = disturbance.every((row) => row.pairs >= plan.pairs);
  const unfailing = accuracy.every((row) => row.figure === 'none' || row.failed_runs === 0);
  return complete && unfailing ? ExitCode.ok : ExitCode.someRunFailed;
}
