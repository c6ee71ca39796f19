import { join, relative } from 'node:path';
import { resultsRoot } from '../provision/places.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import { type BenchPlan, runBench } from '../verify/bench/bench.ts';
import { tasktax } from '../verify/bench/observers/tasktax.ts';
import { seekObservers } from '../verify/bench/seek-observers.ts';
import { accuracyTables, disturbanceTables } from '../verify/bench/terminal-tables.ts';
import { writeBench } from '../verify/bench/write-bench.ts';
import { ExitCode } from './exit-code.ts';

/** Under eight minutes. */
const FULL_BENCH: BenchPlan = { runs: 10, emptyRuns: 2, pairs: 20 };
const OUT = join(resultsRoot, 'bench');

/** Compares the harness with what people use instead: how right it is, what it costs, how it disturbs a program. */
export async function bench(): Promise<ExitCode> {
  return withMachineLocked([], () => measureAndWrite(FULL_BENCH), 'the bench');
}

async function measureAndWrite(plan: BenchPlan): Promise<ExitCode> {
  const { found, missing } = await seekObservers();
  for (const { id, missing: reason, remedy } of missing) {
    console.log(`${id} is left out: ${reason}; get it with: ${remedy}`);
  }
  const result = await runBench(found, plan, (line) => console.error(line));
  writeBench(OUT, result);
  const { cases, spawning, accuracy, disturbance } = result;
  console.log(accuracyTables(cases, accuracy));
  console.log(disturbanceTables(spawning, disturbance));
  console.log(`\ntables: ${relative(process.cwd(), OUT) || '.'}`);
  const complete = disturbance.every((row) => row.pairs >= plan.pairs);
  const unseen = cases.filter(({ mayGoUnseen }) => mayGoUnseen).map(({ id }) => id);
  const unfailing = accuracy.every(
    ({ child, observer, figure, failed_runs }) =>
      failed_runs === 0 ||
      (observer !== tasktax.id && (figure === 'none' || unseen.includes(child))),
  );
  return complete && unfailing ? ExitCode.ok : ExitCode.someRunFailed;
}
