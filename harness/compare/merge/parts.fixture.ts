import { join } from 'node:path';
import { analyseRuns } from '../../analyse/analyse-runs.ts';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { chargedCells } from '../../kernel/charged-memory.ts';
import { counterCells, onlyAlwaysKnown } from '../../kernel/counters.ts';
import { cpuCells } from '../../kernel/cpu-account.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonFacts } from '../../results/comparison-facts.ts';
import { machineRowWith } from '../../results/machine-row.fixture.ts';
import { workPathIn } from '../../results/results-path.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { writeTables } from '../../results/write-tables.ts';
import { tableContents } from '../table-contents.ts';

/** What parts of a made-up comparison are to be written. */
export interface MadeUpParts {
  readonly parts: number;
  readonly blocks: number;
  readonly runtimes: readonly string[];
  readonly sizes: readonly number[];
  /** Points of each memory curve. */
  readonly samples?: number;
}

/** What one part is to differ in from the others. */
export interface PartChanges {
  readonly facts?: Partial<ComparisonFacts>;
  readonly machine?: Partial<MachineRow>;
  readonly runtime?: Partial<RuntimeRow>;
  /** Which of its runs are there, and as what. */
  readonly runs?: (runs: readonly RunRow[]) => readonly RunRow[];
}

/** Writes every part of a made-up comparison, each into a folder of its own; returns the folders. */
export function writeParts(
  root: string,
  wanted: MadeUpParts,
  workloads: ReadonlyMap<string, Workload>,
  changesOf: (part: number) => PartChanges = () => ({}),
): readonly string[] {
  return Array.from({ length: wanted.parts }, (_, index) => {
    const folder = join(root, `part-${index + 1}`);
    writePart(folder, index + 1, wanted, workloads, changesOf(index + 1));
    return folder;
  });
}

function writePart(
  folder: string,
  part: number,
  wanted: MadeUpParts,
  workloads: ReadonlyMap<string, Workload>,
  changes: PartChanges,
): void {
  const comparisonId = `one-million-${part}of${wanted.parts}-20260101T000000000Z`;
  const cases = wanted.runtimes.flatMap((runtime) =>
    wanted.sizes.map((tasks) => ({ runtime, tasks })),
  );
  const machine = machineRowWith(changes.machine ?? {});
  const planned = Array.from({ length: wanted.blocks }, (_, index) => index + 1)
    .filter((block) => (block - 1) % wanted.parts === part - 1)
    .flatMap((block) =>
      cases.map(({ runtime, tasks }, place) => {
        const position = (block - 1) * cases.length + place + 1;
        return runRowWith({
          run_id: `${comparisonId}-${String(position).padStart(6, '0')}`,
          comparison_id: comparisonId,
          machine_id: machine.machine_id,
          host_id: String(part).padStart(12, '0'),
          runtime_id: `${runtime}@1`,
          tasks,
          repeat: block,
          position,
          peak_rss_bytes: 5e7 + 900 * tasks + 1000 * ((position * 7919) % 97),
          ready_rss_bytes: 4e7,
          started: tasks,
          finished: tasks,
          live_peak: tasks,
        });
      }),
    );
  const runs = changes.runs?.(planned) ?? planned;
  const runtimes = wanted.runtimes.map((runtime) => runtimeRow(runtime, changes.runtime));
  const facts: ComparisonFacts = {
    comparisonId,
    suite: 'one-million',
    title: 'Made up',
    createdAt: '2026-01-01T00:00:00.000Z',
    seed: 1,
    repeats: planned.length / cases.length,
    plannedRuns: planned.length,
    complete: true,
    shard: { index: part, of: wanted.parts },
    plan: {
      order: 'an order',
      runs: cases.length * wanted.blocks,
      repeats: wanted.blocks,
      harness: 'sources',
      limits: 'none',
    },
    harnessVersion: '0.0.0',
    ...changes.facts,
  };
  const rows = {
    machines: [machine],
    runtimes,
    runs,
    readings: runs.map((run) => [readingOf(run, 'ready'), readingOf(run, 'finished')]),
    samples: runs.map((run) => samplesOf(run, wanted.samples ?? 3)),
  };
  const analysis = analyseRuns(runs, [machine], workloads);
  writeTables({ path: folder, workPath: workPathIn(folder) }, facts, tableContents(rows, analysis));
}

function runtimeRow(runtime: string, changes: Partial<RuntimeRow> = {}): RuntimeRow {
  return {
    runtime_id: `${runtime}@1`,
    runtime,
    variant: null,
    version: '1',
    executable_sha256: 'ab'.repeat(32),
    source: 'made up',
    command: runtime,
    raised_limit: null,
    task_limit: null,
    task_limit_reason: null,
    ...changes,
  };
}

function readingOf(run: RunRow, checkpoint: string) {
  const rssBytes = run.peak_rss_bytes ?? 0;
  return {
    run_id: run.run_id,
    checkpoint,
    elapsed_seconds: 1,
    ...counterCells({ ...onlyAlwaysKnown({ processes: 1, rssBytes }), threads: 1 }),
    ...chargedCells(),
    ...cpuCells(undefined),
  };
}

function samplesOf(run: RunRow, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    run_id: run.run_id,
    elapsed_seconds: index / 10,
    rss_bytes: 4e7 + index,
    threads: 1,
  }));
}
