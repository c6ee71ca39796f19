import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCsv } from '../results/csv.ts';
import { samplesTable } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import type { Place } from './fallback-folder.ts';
import { type RunRows, sampleRow } from './run-rows.ts';

/** Writes every sample of a run whose samples are thinned in the tables, beside the journal. */
export function writeFullCurve(
  place: Place,
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
export function removeFullCurves(place: Place): void {
  rmSync(curvesPathIn(place), { recursive: true, force: true });
}

function curvesPathIn({ workPath }: Place): string {
  return join(workPath, 'curves');
}
