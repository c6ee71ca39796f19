import { type Analysis, analyseRuns } from '../../analyse/analyse-runs.ts';
import { StorageError } from '../../model/storage-error.ts';
import { isSystemError } from '../../model/system-error.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonFacts } from '../../results/comparison-facts.ts';
import { longTablePortions } from '../../results/read-long-table.ts';
import { inspectResultsFolder, prepareResultsFolder } from '../../results/results-folder.ts';
import { shortPath, timeStamp } from '../../results/results-path.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import { readingsTable } from '../../results/tables/readings.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { samplesTable } from '../../results/tables/samples.ts';
import { writeTables } from '../../results/write-tables.ts';
import { tableContents } from '../table-contents.ts';
import { type MissingBlock, missingBlocks } from './missing-blocks.ts';
import { type Part, readPart } from './read-part.ts';
import { requireSamePlan } from './require-same-plan.ts';

/** A comparison that was put together from its parts. */
export interface MergedComparison extends Analysis {
  readonly path: string;
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
  /** What no part has; the comparison is complete without any. */
  readonly missing: readonly MissingBlock[];
}

/**
 * Puts the parts of one comparison together, from their tables alone, and analyses them as one. The runs of all parts are in
 * memory at once; their readings and samples, which are many more, pass through it.
 *
 * @param paths results folders, in any order.
 * @param out a new or empty folder, or one with results of the same suite.
 * @throws UsageError for a folder that is no such part, and for a block that two of them have.
 * @throws StorageError when the disk does not take the tables.
 */
export function mergeResults(
  paths: readonly string[],
  out: string,
  workloads: ReadonlyMap<string, Workload>,
): MergedComparison {
  if (paths.includes(out)) {
    throw new UsageError(`${shortPath(out)} is to be merged itself: choose another --out`);
  }
  const parts = readParts(paths);
  const [first] = parts;
  const folder = inspectResultsFolder(out, first.facts.suite);
  prepareResultsFolder(folder);

  const runs = parts.flatMap((part) => part.runs).sort((a, b) => a.position - b.position);
  const machines = [
    ...new Map(parts.flatMap((part) => part.machines).map((row) => [row.machine_id, row])).values(),
  ];
  const { runtimes } = first;
  const missing = missingBlocks(first.plan, runs);
  const analysis = analyseRuns(runs, machines, workloads);
  const readings = portionsOf(parts, readingsTable);
  const samples = portionsOf(parts, samplesTable);
  const contents = tableContents({ machines, runtimes, runs, readings, samples }, analysis);
  try {
    writeTables(folder, mergedFacts(parts, missing.length === 0), contents);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new StorageError(`cannot write to ${out} (${error.code}); the parts are as they were`);
  }
  return { path: out, machines, runtimes, runs, missing, ...analysis };
}

type Parts = readonly [Part, ...Part[]];

/** @throws UsageError when they are not parts of one comparison. */
function readParts(paths: readonly string[]): Parts {
  const parts: Part[] = [];
  const heldBy = new Map<number, string>();
  for (const path of paths) {
    const part = readPart(path);
    requireSamePlan(parts[0] ?? part, part);
    for (const block of new Set(part.runs.map(({ repeat }) => repeat))) {
      const other = heldBy.get(block);
      if (other !== undefined) {
        throw new UsageError(
          `block ${block} is in both ${shortPath(other)} and ${shortPath(path)}: leave one of them out`,
        );
      }
      heldBy.set(block, path);
    }
    parts.push(part);
  }
  const [first, ...others] = parts;
  if (first === undefined) throw new UsageError('name the results folders to merge');
  return [first, ...others];
}

function* portionsOf<T extends typeof readingsTable | typeof samplesTable>(parts: Parts, table: T) {
  for (const { source, runs } of parts) yield* longTablePortions(table, source, runs);
}

function mergedFacts(parts: Parts, complete: boolean): ComparisonFacts {
  const [{ facts, plan }] = parts;
  const { shard: _, ...shared } = facts;
  const createdAt = parts.map((part) => part.facts.createdAt).sort()[0] ?? facts.createdAt;
  return {
    ...shared,
    comparisonId: `${facts.suite}-merged-${timeStamp(new Date(createdAt))}`,
    createdAt,
    repeats: plan.repeats,
    plannedRuns: plan.runs,
    complete,
  };
}
