import { describeMachine } from '../../kernel/describe-machine.ts';
import { UsageError } from '../../model/usage-error.ts';
import { provideFixture } from '../known-memory/known-memory.ts';
import { accuracyRow } from './accuracy-rows.ts';
import { disturbanceRow } from './disturbance-rows.ts';
import { type KnownCase, knownCases } from './known-children.ts';
import { type AccuracyPlan, measureAccuracy } from './measure-accuracy.ts';
import { measureDisturbance } from './measure-disturbance.ts';
import type { FoundObserver } from './seek-observers.ts';
import { spawningChild } from './spawning-child.ts';
import type { BenchResult } from './write-bench.ts';

/** How much to measure. */
export interface BenchPlan extends AccuracyPlan {
  /** Runs of the spawning child with and without each observer. */
  readonly pairs: number;
}

/** What a bench has measured, with the names of what was watched. */
export interface MeasuredBench extends BenchResult {
  readonly cases: readonly KnownCase[];
  /** The child whose rate was disturbed: `node@26.10.0 spawn 300000`. */
  readonly spawning: string;
}

/**
 * Compares observers with each other and with the truth: how right each is about programs of known memory, what it costs,
 * and how it changes the rate of a busy program.
 *
 * @throws UsageError without a C compiler or the packaged Node.
 */
export async function runBench(
  observers: readonly FoundObserver[],
  plan: BenchPlan,
  onRound: (line: string) => void,
): Promise<MeasuredBench> {
  const fixture = await provideFixture();
  if (typeof fixture !== 'string') {
    throw new UsageError(`the bench needs a C compiler: ${fixture.missing}; ${fixture.remedy}`);
  }
  const [machine, spawning] = await Promise.all([describeMachine(), spawningChild()]);
  const cases = knownCases(fixture);
  const accuracy = await measureAccuracy(observers, cases, plan, onRound);
  const disturbance = await measureDisturbance(observers, spawning.child, plan.pairs, onRound);
  return {
    machine,
    cases,
    spawning: spawning.title,
    accuracy: accuracy.map((one) => accuracyRow(one, machine.machine_id)),
    disturbance: disturbance.map((one) => disturbanceRow(one, spawning.title, machine.machine_id)),
  };
}
