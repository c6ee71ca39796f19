import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FinishedRun } from '../run/execute.ts';
import { UsageError } from '../vocabulary/usage-error.ts';
import type { Workload } from '../vocabulary/workload.ts';
import { type ComparisonIdentity, requireSame } from './comparison-identity.ts';
import { toCsv } from './csv.ts';
import { continueJournal, createJournal, type Journal, type JournalHead } from './journal.ts';
import { timeStamp } from './results-path.ts';
import { runRows, sampleRow } from './run-rows.ts';
import type { RunRow } from './tables/runs.ts';
import { samplesTable } from './tables/samples.ts';

/** Keeps the runs of a comparison as they finish. */
export interface Recorder {
  readonly comparisonId: string;
  /** When the comparison began, UTC. */
  readonly createdAt: string;
  /** Puts a run on the disk; when it returns, the run is safe. */
  readonly record: (finished: FinishedRun) => RunRow;
  /** What has been recorded, in order. */
  readonly runs: readonly RunRow[];
  readonly journalPath: string;
  readonly close: () => void;
}

/** The comparison whose runs are to be kept. */
export interface RecordContext {
  readonly identity: ComparisonIdentity;
  readonly workloads: ReadonlyMap<string, Workload>;
}

/** Starts under `workPath` anew; journal and full curves of the comparison before are gone. */
export function startRecorder(workPath: string, context: RecordContext): Recorder {
  const { identity } = context;
  const now = new Date();
  const comparisonId = `${identity.suite}-${timeStamp(now)}`;
  const head = { comparisonId, createdAt: now.toISOString(), identity };
  rmSync(curvesPath(workPath), { recursive: true, force: true });
  return recorderFor(workPath, context, head, [], createJournal(journalPathIn(workPath), head));
}

/**
 * Goes on with the comparison that was begun under `workPath`; what it has recorded stays as it is.
 *
 * @throws UsageError when there is none, or it is not the one that is asked for.
 */
export function resumeRecorder(workPath: string, context: RecordContext): Recorder {
  const { head, kept, open } = continueJournal(journalPathIn(workPath));
  requireSame(head.identity, context.identity);
  return recorderFor(workPath, context, head, kept, open());
}

function recorderFor(
  workPath: string,
  { identity, workloads }: RecordContext,
  { comparisonId, createdAt }: JournalHead,
  kept: readonly RunRow[],
  journal: Journal,
): Recorder {
  const curves = curvesPath(workPath);
  mkdirSync(curves, { recursive: true });
  const runs = [...kept];
  return {
    comparisonId,
    createdAt,
    record(finished) {
      const rows = runRows(finished, { comparisonId, machineId: identity.machine, workloads });
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
    journalPath: journalPathIn(workPath),
    close: journal.close,
  };
}

/** Makes sure, before anything is written, that there is a comparison to go on with. */
export function requireJournal(workPath: string): void {
  const path = journalPathIn(workPath);
  if (!existsSync(path)) {
    throw new UsageError(`nothing to resume: there is no ${path}; name the folder with --out`);
  }
}

function journalPathIn(workPath: string): string {
  return join(workPath, 'journal.jsonl');
}

/** Full curves, of the runs whose samples are thinned. */
function curvesPath(workPath: string): string {
  return join(workPath, 'curves');
}
