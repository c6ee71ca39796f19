import { resolve } from 'node:path';
import { differences, isRegression } from '../analyse/differences.ts';
import { grainsOn } from '../analyse/grain-of.ts';
import { machineKinds } from '../analyse/machine-classes.ts';
import { pairCases } from '../analyse/pair-cases.ts';
import { pairNamed } from '../analyse/pair-named.ts';
import type { RuntimePair } from '../analyse/pair-runtimes.ts';
import { poolMachines } from '../analyse/pool-machines.ts';
import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { DIFF_FORMATS, type DiffFormat } from '../present/diff/difference-formats.ts';
import { thresholdLines } from '../present/diff/threshold-lines.ts';
import { ownCommand } from '../provision/own-command.ts';
import { type Measurements, readMeasurements } from '../results/read-results.ts';
import { shortPath } from '../results/results-path.ts';
import { ExitCode } from './exit-code.ts';

/** The options of `diff`. */
export interface DiffOptions {
  readonly format: DiffFormat;
  /** The largest worsening to put up with, as a share: 0.05 for 5 %. */
  readonly failAbove?: number | undefined;
  /** One runtime before and another after, instead of each runtime against itself. */
  readonly runtimes?: RuntimePair | undefined;
}

/** Holds two results folders against each other: two versions, two machines, last month and today. Or two runtimes of one. */
export function diff(
  pathBefore: string,
  pathAfter: string,
  { format, failAbove, runtimes }: DiffOptions,
  { workloads }: Catalogue,
): ExitCode {
  const before = runsIn(resolve(pathBefore));
  const after = runsIn(resolve(pathAfter));
  const pair = runtimes && pairNamed.bind(undefined, runtimes);
  const { pairs, onlyBefore, onlyAfter } = pairCases(before.runs, after.runs, pair);
  const rows = differences(pairs, workloads, grainsOn([...before.machines, ...after.machines]));
  if (rows.length === 0) {
    throw new UsageError(
      `no workload of ${pathBefore} is known here: ${[...workloads.keys()].join(', ')}`,
    );
  }
  console.log(DIFF_FORMATS[format]({ before, after, differences: rows, onlyBefore, onlyAfter }));
  if (failAbove === undefined) return ExitCode.ok;
  // Beside the diff, which may be on its way into a file.
  console.error(thresholdLines(rows, failAbove).join('\n'));
  return rows.some((row) => isRegression(row, failAbove)) ? ExitCode.worse : ExitCode.ok;
}

/** What was measured in a folder; without a run there is nothing to hold against another. */
function runsIn(path: string): Measurements {
  const measurements = readMeasurements(path);
  const { runs, machines } = measurements;
  if (runs.length === 0) throw new UsageError(`${shortPath(path)} holds no run`);
  const kinds = machineKinds(machines).length;
  if (kinds > 1) {
    throw new UsageError(
      `${shortPath(path)} holds runs of ${kinds} kinds of machines, which diff does not mix: ${ownCommand('report')} shows them side by side`,
    );
  }
  return { ...measurements, runs: poolMachines(runs, machines).runs };
}
