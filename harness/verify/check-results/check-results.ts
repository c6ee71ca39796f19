import { analyseRuns } from '../../analyse/analyse-runs.ts';
import { madeRuns } from '../../compare/completeness.ts';
import { UsageError } from '../../model/usage-error.ts';
import { LAST_CHECKPOINT, type Workload } from '../../model/workload.ts';
import { ownCommand } from '../../provision/own-command.ts';
import { toCsv } from '../../results/csv.ts';
import { longTablePortions } from '../../results/read-long-table.ts';
import { type Results, readResults } from '../../results/read-results.ts';
import { costsTable } from '../../results/tables/costs.ts';
import { readingsTable } from '../../results/tables/readings.ts';
import { samplesTable } from '../../results/tables/samples.ts';
import { summaryTable } from '../../results/tables/summary.ts';
import { whatIsUnproven } from './unproven-runs.ts';

/** A machine that disturbs more of its runs than this was not quiet enough for anybody to cite its figures. */
const MOST_NOISY_SHARE = 0.2;

/**
 * Checks a results folder that somebody sends before it is accepted: schema, proof of the work, completeness, noise, and
 * whether the computed tables follow from the runs.
 *
 * @returns what is wrong, each in a line; empty for a folder to accept.
 */
export function checkResults(
  folder: string,
  workloads: ReadonlyMap<string, Workload>,
): readonly string[] {
  try {
    const results = readResults(folder);
    return [
      ...incompleteness(results),
      ...lackOfProof(results, workloads),
      ...noise(results),
      ...computedOtherwise(results, workloads),
    ];
  } catch (error) {
    // Nothing more can be said of tables that cannot be read.
    if (error instanceof UsageError) return [error.message];
    throw error;
  }
}

function incompleteness({ facts, runs }: Results): readonly string[] {
  const made = madeRuns(runs);
  const { shard } = facts;
  return [
    ...(made === facts.plannedRuns
      ? []
      : [
          `incomplete: ${made} of ${facts.plannedRuns} planned runs were made; continue with --resume`,
        ]),
    ...(shard === undefined
      ? []
      : [
          `only shard ${shard.index} of ${shard.of}: merge it with the others (${ownCommand('merge')})`,
        ]),
  ];
}

/** Runs that are named one by one. */
const NAMED_RUNS = 3;

function lackOfProof(
  results: Results,
  workloads: ReadonlyMap<string, Workload>,
): readonly string[] {
  // Commands without the contract are measured, and said to be unproven.
  const ok = results.runs.filter(
    ({ status, workload }) => status === 'ok' && workloads.get(workload)?.keepsContract !== false,
  );
  const read = finishedRunIds(results);
  const unproven = ok.flatMap((run) => {
    const why =
      whatIsUnproven(run, workloads) ??
      (read.has(run.run_id) ? undefined : `without a reading at "${LAST_CHECKPOINT}"`);
    return why === undefined ? [] : [`run ${run.run_id} is "ok" ${why}`];
  });
  const others = unproven.length - NAMED_RUNS;
  return others > 0
    ? [...unproven.slice(0, NAMED_RUNS), `${others} more "ok" runs are not proven`]
    : unproven;
}

/** The runs that were read at their last checkpoint; on the way, every row of the long tables is checked. */
function finishedRunIds({ source, runs }: Results): ReadonlySet<string> {
  const finished = new Set<string>();
  for (const rows of longTablePortions(readingsTable, source, runs)) {
    for (const { run_id, checkpoint } of rows) {
      if (checkpoint === LAST_CHECKPOINT) finished.add(run_id);
    }
  }
  for (const _ of longTablePortions(samplesTable, source, runs));
  return finished;
}

function noise({ runs }: Results): readonly string[] {
  const noisy = runs.filter((run) => run.noise_flags !== null).length;
  if (noisy <= MOST_NOISY_SHARE * runs.length) return [];
  return [
    `noisy: ${noisy} of ${runs.length} runs have noise flags, more than ${100 * MOST_NOISY_SHARE} %: measure again on a quiet machine (${ownCommand('doctor')})`,
  ];
}

function computedOtherwise(
  { facts, runs, machines, summary, costs }: Results,
  workloads: ReadonlyMap<string, Workload>,
): readonly string[] {
  const now = analyseRuns(runs, machines, workloads, facts.untilSettled);
  const isSame = {
    summary: toCsv(summaryTable, summary) === toCsv(summaryTable, now.summary),
    costs: toCsv(costsTable, costs) === toCsv(costsTable, now.costs),
  };
  return Object.entries(isSame).flatMap(([table, same]) =>
    same
      ? []
      : [
          `${table}.csv does not follow from runs.csv: it was edited, or another version computed it (npm run reanalyse)`,
        ],
  );
}
