import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FinishedRun } from '../run/execute.ts';
import type { Workload } from '../vocabulary/workload.ts';
import { toCsv } from './csv.ts';
import { createJournal } from './journal.ts';
import { runRows, sampleRow } from './run-rows.ts';
import type { RunRow } from './tables/runs.ts';
import { samplesTable } from './tables/samples.ts';

/** Keeps the runs of a comparison as they finish. */
export interface Recorder {
  /** Puts a run on the disk; when it returns, the run is safe. */
  readonly record: (finished: FinishedRun) => RunRow;
  /** What has been recorded, in order. */
  readonly runs: readonly RunRow[];
  readonly journalPath: string;
  readonly close: () => void;
}

/** Where the runs of a comparison belong. */
export interface RecordContext {
  readonly comparisonId: string;
  readonly machineId: string;
  readonly workloads: ReadonlyMap<string, Workload>;
}

/**
 * Starts a new journal under `workPath`, and a new folder for the full curves of runs whose samples are thinned;
 * those of the comparison before are gone.
 */
export function startRecorder(workPath: string, context: RecordContext): Recorder {
  const curves = join(workPath, 'curves');
  rmSync(curves, { recursive: true, force: true });
  mkdirSync(curves);
  const journalPath = join(workPath, 'journal.jsonl');
  const journal = createJournal(journalPath);
  const runs: RunRow[] = [];
  return {
    record(finished) {
      const rows = runRows(finished, context);
      const curve = finished.observed?.curve ?? [];
      if (rows.samples.length < curve.length) {
        const full = curve.map((sample) => sampleRow(finished.runId, sample));
        writeFileSync(join(curves, `${finished.runId}.csv`), toCsv(samplesTable, full));
      }
      journal.append(rows);
      runs.push(rows.run);
      return rows.run;
    },
    runs,
    journalPath,
    close: journal.close,
  };
}
