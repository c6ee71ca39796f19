import { existsSync, rmSync } from 'node:fs';
import { analyseRuns } from '../analyse/analyse-runs.ts';
import { StorageError } from '../model/storage-error.ts';
import { isSystemError } from '../model/system-error.ts';
import type { Workload } from '../model/workload.ts';
import { longTablePortions } from '../results/read-long-table.ts';
import { readMeasurements } from '../results/read-results.ts';
import { prepareResultsFolder } from '../results/results-folder.ts';
import { workPathIn } from '../results/results-path.ts';
import { readingsTable } from '../results/tables/readings.ts';
import { samplesTable } from '../results/tables/samples.ts';
import { writeTables } from '../results/write-tables.ts';
import { tableContents } from './table-contents.ts';

/**
 * Recomputes the derived tables of a results folder, and writes all tables and the descriptor in the current schema. Every
 * table is made before any is replaced, so that a damaged folder stays unchanged.
 *
 * @throws UsageError when the folder is not readable, not writable, or invalid.
 */
export function reanalyse(folder: string, workloads: ReadonlyMap<string, Workload>): void {
  const { source, facts, machines, runtimes, runs } = readMeasurements(folder);
  const paths = { path: folder, workPath: workPathIn(folder) };
  const isNew = !existsSync(paths.workPath);
  prepareResultsFolder(paths);
  try {
    const readings = longTablePortions(readingsTable, source, runs);
    const samples = longTablePortions(samplesTable, source, runs);
    const rows = { machines, runtimes, runs, readings, samples };
    const analysis = analyseRuns(runs, machines, workloads, facts.untilSettled);
    writeTables(paths, facts, tableContents(rows, analysis));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new StorageError(`cannot write to ${folder} (${error.code})`);
  } finally {
    if (isNew) rmSync(paths.workPath, { recursive: true });
  }
}
