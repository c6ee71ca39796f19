import { describeMachine } from '../kernel/describe-machine.ts';
import type { Shard } from '../model/shard.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Workload } from '../model/workload.ts';
import { cutShard } from '../plan/cut-shard.ts';
import { withoutRuntimes } from '../plan/without-runtimes.ts';
import { provide, runtimeIdOf } from '../provision/provide.ts';
import type { RunLimits } from '../record/comparison-identity.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import { hasJournal, requireJournal } from '../record/journal-place.ts';
import { runtimeRow } from '../record/runtime-rows.ts';
import { prepareResultsFolder } from '../results/results-folder.ts';
import { endOrphans } from '../run/end-processes.ts';
import type { ReportEvent } from './comparison-event.ts';
import type { MadeComparison, MadeComparisons } from './comparison-result.ts';
import { makeComparison } from './make-comparison.ts';
import type { PlannedComparisons } from './planned-comparisons.ts';

/** Options for making planned comparisons. */
export interface MakeOptions {
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly limits: RunLimits;
  /** The part of each plan to make; undefined for all of it. */
  readonly shard?: Shard | undefined;
  /** Whether to resume the comparisons in the folders. */
  readonly resume: boolean;
  /** Called when the runs start; until then, Ctrl-C ends the process as usual. */
  readonly listenForInterrupt: () => AbortSignal;
}

/**
 * Makes planned comparisons one after the other while holding the lock on the machine: builds their runtimes, then makes
 * the runs of each and writes its tables. Runtimes that cannot be built are removed from the plans.
 *
 * @throws UsageError when there is nothing to run or to resume, or another comparison is running.
 * @throws StorageError when no folder is writable.
 */
export async function makeComparisons(
  { found, comparisons }: PlannedComparisons,
  { workloads, limits, shard, resume, listenForInterrupt }: MakeOptions,
  report: ReportEvent,
): Promise<MadeComparisons> {
  const folders = comparisons.map(({ folder }) => folder);
  if (resume) requireJournal(folders);
  for (const folder of folders) prepareResultsFolder(folder);
  return withMachineLocked(folders, async () => {
    await endOrphans();
    const { provided, missing } = await provide(found, (one) => {
      report({
        kind: 'runtime-preparing',
        runtimeId: runtimeIdOf(one),
        source: one.found.source,
      });
    });
    if (missing.length > 0) report({ kind: 'runtimes-missing', missing });
    if (provided.length === 0) {
      throw new UsageError('none of the runtimes can run: see the lines above');
    }
    const ids = new Set(provided.map(runtimeIdOf));
    const unready = new Set(found.map(runtimeIdOf).filter((id) => !ids.has(id)));
    const ready = comparisons.map(({ plan, folder }) => {
      const wholePlan = withoutRuntimes(plan, unready);
      return { wholePlan, plan: cutShard(wholePlan, shard), folder };
    });
    const machine = await describeMachine();
    const runtimes = provided.map(runtimeRow);
    const interrupt = listenForInterrupt();
    const shared = { workloads, provided, machine, runtimes, limits, interrupt };
    const made: MadeComparison[] = [];
    for (const one of ready) {
      if (interrupt.aborted) break;
      const isBegun = resume && hasJournal(one.folder);
      made.push(await makeComparison({ ...shared, ...one, resume: isBegun }, report));
    }
    return { comparisons: made, isInterrupted: interrupt.aborted };
  });
}
