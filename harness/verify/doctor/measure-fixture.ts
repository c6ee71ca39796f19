import type { Status } from '../../model/outcome.ts';
import type { Parameters } from '../../model/parameters.ts';
import { type RunRows, runRows } from '../../record/run-rows.ts';
import type { FinishedRun } from '../../run/execute.ts';
import { FIXTURE_WORKLOADS, type FixtureRun, runFixture } from '../known-memory/known-memory.ts';

/** One measured run of a fixture, with its rows of the tables. */
export interface MeasuredFixture extends RunRows {
  readonly finished: FinishedRun;
}

export type FixtureKind = keyof typeof FIXTURE_WORKLOADS;

/** A run without figures: it was not ok. */
export class FixtureFailure extends Error {
  override readonly name = 'FixtureFailure';
  readonly status: Status;

  constructor(status: Status, detail: string) {
    super(detail);
    this.status = status;
  }
}

/**
 * Measures a fixture by the code that measures every program.
 *
 * @throws FixtureFailure when the run is not ok.
 */
export async function measureFixture(
  fixture: string,
  kind: FixtureKind,
  parameters: Parameters,
  options: Partial<FixtureRun> = {},
): Promise<MeasuredFixture> {
  const workload = FIXTURE_WORKLOADS[kind];
  const finished = await runFixture({ command: [fixture], workload, parameters, ...options });
  const { outcome } = finished;
  if (outcome.status !== 'ok') throw new FixtureFailure(outcome.status, outcome.detail);
  const rows = runRows(finished, { comparisonId: 'doctor', machineId: 'here' });
  return { ...rows, finished };
}
