import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCsv } from '../results/csv.ts';
import type { ResultsPaths } from '../results/results-path.ts';
import { samplesTable } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { type RunRows, sampleRow } from './run-rows.ts';

/** Writes the full memory curve of a run beside the journal, if the tables hold a thinned one. */
export function writeFullCurve(
  place: ResultsPaths,
  { runId, observed }: FinishedRun,
  { samples }: RunRows,
): void {
  const curve = observed?.curve ?? [];
  if (samples.length === curve.length) return;
  mkdirSync(curvesPathIn(place), { recursive: true });
  const full = curve.map((sample) => sampleRow(runId, sample));
  writeFileSync(join(curvesPathIn(place), `${runId}.csv`), toCsv(samplesTable, full));
}

/** Removes the curves of an earlier comparison. */
export function removeFullCurves(place: ResultsPaths): void {
  rmSync(curvesPathIn(place), { recursive: true, force: true });
}

function curvesPathIn({ workPath }: ResultsPaths): string {
  return join(workPath, 'curves');
}
