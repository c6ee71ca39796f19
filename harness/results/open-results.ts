import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metrics } from '../metrics/all-metrics.ts';
import { UsageError } from '../model/usage-error.ts';
import { fromCsv } from './csv.ts';
import type { ComparisonFacts } from './data-package.ts';
import { factsOf } from './results-folder.ts';
import { shortPath } from './results-path.ts';
import { type MachineRow, machinesTable } from './tables/machines.ts';
import { type RunRow, runsTable } from './tables/runs.ts';

/** The runs of a results folder that a user named. */
export interface OpenedResults {
  readonly path: string;
  readonly facts: ComparisonFacts;
  readonly machines: readonly MachineRow[];
  readonly runs: readonly RunRow[];
}

/** Files without which a folder holds no results. */
const FILES = ['datapackage.json', 'machines.csv', 'runs.csv'];

/** Columns without which two runs cannot be compared; others may be younger than the folder. */
const COLUMNS: readonly string[] = [
  'runtime_id',
  'workload',
  'tasks',
  'parameters',
  'status',
  metrics.peak_rss_bytes.name,
  metrics.parked_rss_bytes.name,
  metrics.heap_bytes.name,
  metrics.tasks_per_second.name,
];

/**
 * Reads a results folder that may be anything: a typing mistake, another data package, one of an older version.
 *
 * @throws UsageError that says why it cannot be read.
 */
export function openResults(path: string): OpenedResults {
  const refusal = (why: string) =>
    new UsageError(`${shortPath(path)} ${why}: name a folder that compare or measure wrote`);
  if (!existsSync(path)) throw refusal('is not there');
  const absent = FILES.find((file) => !existsSync(join(path, file)));
  if (absent !== undefined) throw refusal(`is not a results folder (no ${absent})`);
  const facts = factsOf(path);
  if (facts === undefined) throw refusal('is not a results folder (another data package)');
  const csv = readFileSync(join(path, 'runs.csv'), 'utf8');
  const header = (csv.split(/\r?\n/, 1)[0] ?? '').split(',');
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw refusal(`is of another version of tasktax (no ${missing.join(', ')} in runs.csv)`);
  }
  const runs = fromCsv(runsTable, csv, 'unknown');
  if (runs.length === 0) throw refusal('holds no run');
  const machines = fromCsv(
    machinesTable,
    readFileSync(join(path, 'machines.csv'), 'utf8'),
    'unknown',
  );
  return { path, facts, machines, runs };
}
