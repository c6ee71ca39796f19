import { resolve } from 'node:path';
import { machineKinds } from '../analyse/machine-classes.ts';
import { hostOf } from '../analyse/pool-machines.ts';
import type { Catalogue } from '../catalogue.ts';
import { isAllOk, lastStatuses } from '../compare/completeness.ts';
import { type MergedComparison, mergeResults } from '../compare/merge/merge-results.ts';
import { missingBlockText } from '../compare/merge/missing-blocks.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { ExitCode } from './exit-code.ts';
import { writeReports } from './write-reports.ts';

/** Puts the parts of one comparison together, made by several machines or one after the other. */
export async function merge(
  folders: readonly string[],
  out: string,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const merged = mergeResults(
    folders.map((folder) => resolve(folder)),
    resolve(out),
    catalogue.workloads,
  );
  return tellMerged(merged, catalogue);
}

/** Shows what was merged, and writes its report. */
export async function tellMerged(
  merged: MergedComparison,
  catalogue: Catalogue,
): Promise<ExitCode> {
  new ComparisonDisplay(catalogue.workloads, () => undefined).report({
    kind: 'tables-written',
    ...merged,
  });
  console.log(mergedLines(merged).join('\n'));
  await writeReports([merged.path], catalogue);
  const isWhole = merged.missing.length === 0 && isAllOk(lastStatuses(merged.runs));
  return isWhole ? ExitCode.ok : ExitCode.someRunFailed;
}

/** Missing blocks that are named one by one. */
const NAMED_BLOCKS = 8;

/** On what the runs were made, and what is missing. */
function mergedLines({ machines, runs, missing }: MergedComparison): readonly string[] {
  const hosts = new Set(runs.map(hostOf)).size;
  const kinds = machineKinds(machines).length;
  const pooled =
    kinds === 1 ? 'pooled, since they agree' : `of ${kinds} kinds that differ, side by side`;
  const named = missing.slice(0, NAMED_BLOCKS).map(missingBlockText);
  const others = missing.length - named.length;
  return [
    `machines: ${hosts}${hosts === 1 ? '' : `, ${pooled}`}`,
    ...(missing.length === 0
      ? []
      : [
          `incomplete: ${named.join('; ')}${others === 0 ? '' : `; and ${others} more blocks are not whole`}`,
        ]),
  ];
}
