import type { Instrument } from '../kernel/instrument.ts';
import { timedSeconds } from '../metrics/timed-work.ts';
import type { PlannedRun } from '../model/case.ts';
import { type Parameters, parseParameters } from '../model/parameters.ts';
import type { Launchable, Runtime } from '../model/runtime.ts';
import type { Workload } from '../model/workload.ts';
import { execute, type FinishedRun, withoutProcess } from './execute.ts';
import { type MemoryNeed, memoryAdmission } from './memory-admission.ts';
import type { MemoryLimit } from './memory-limit.ts';
import { runTimeoutSeconds } from './run-timeout.ts';
import { SleepChoice } from './sleep-choice.ts';

/** What the runs of a plan need. */
export interface PlanResources {
  readonly comparisonId: string;
  readonly workloads: ReadonlyMap<string, Workload>;
  /** By the runtime's id with its version. */
  readonly runtimes: ReadonlyMap<string, ReadyRuntime>;
  readonly instrument: Instrument;
  /** Overrides the time-out of the workload. */
  readonly timeoutSeconds?: number | undefined;
  readonly interrupt: AbortSignal;
  /** Runs of an earlier, interrupted invocation; their positions are skipped. */
  readonly earlierRuns: readonly EarlierRun[];
  readonly memoryLimit?: MemoryLimit | undefined;
  readonly onStart?: (planned: PlannedRun) => void;
  readonly onMemory?: (rssBytes: number) => void;
}

/** What is needed to launch a runtime and to judge its exit. */
export interface ReadyRuntime {
  readonly runtime: Pick<Runtime, 'outOfMemory'>;
  readonly launchable: Launchable;
}

/** What is needed of an earlier run, named as in the tables. */
export interface EarlierRun {
  readonly position: number;
  /** They differ from the planned ones when the run was repeated with a longer sleep. */
  readonly parameters: string;
  readonly status: string;
  readonly create_seconds: number | null;
  readonly ready_rss_bytes: number | null;
  readonly peak_rss_bytes: number | null;
}

/**
 * Executes a plan, one child at a time, and yields each finished run; asks for the next planned run when the one before has
 * been dealt with. A run whose tasks were not all alive at once is repeated with a longer sleep. Both runs are yielded, and
 * later repeats of the case start with the longer sleep, as does a case whose smaller runs took too long to create their
 * tasks. A run that might not fit in memory, of a runtime of which nothing is known, follows a smaller one that no figure
 * comes from.
 */
export async function* runPlan(
  plan: Iterable<PlannedRun>,
  resources: PlanResources,
): AsyncGenerator<FinishedRun> {
  const earlier = new Map(resources.earlierRuns.map((run) => [run.position, run]));
  const { memoryLimit } = resources;
  const memory = memoryAdmission(memoryLimit?.by === 'kernel' ? memoryLimit.bytes : undefined);
  const sleeps = new SleepChoice();
  for (const planned of plan) {
    const before = earlier.get(planned.position);
    const workload = need(resources.workloads, planned.case.workload);
    if (before !== undefined) {
      const made = { ...planned.case, parameters: parseParameters(before.parameters) };
      const { status, create_seconds: createSeconds } = before;
      sleeps.learn(planned.case, { case: made, status, createSeconds });
      memory.learn(made, workload, {
        status: before.status,
        readyBytes: before.ready_rss_bytes,
        peakBytes: before.peak_rss_bytes,
      });
      continue;
    }
    const { runtime, launchable } = need(resources.runtimes, planned.case.runtimeId);
    let parameters: Parameters | undefined = sleeps.parametersFor(planned.case, workload);

    for (let attempt = 1; parameters !== undefined; attempt += 1) {
      if (resources.interrupt.aborted) return;
      const attempted: PlannedRun = { ...planned, case: { ...planned.case, parameters } };
      resources.onStart?.(attempted);
      const runId = runIdOf(resources.comparisonId, planned.position, attempt);
      const executed = async (id: string, run: PlannedRun) => {
        const { outOfMemory = [] } = runtime;
        const timeoutSeconds = resources.timeoutSeconds ?? runTimeoutSeconds(run.case, workload);
        const request = { runId: id, planned: run, workload, launchable, outOfMemory };
        const finished = await execute({ ...resources, ...request, timeoutSeconds });
        memory.learn(run.case, workload, needOf(finished));
        return finished;
      };
      const probe = memory.probeFor(attempted.case, workload);
      if (probe !== undefined) await executed(`${runId}-probe`, { ...attempted, case: probe });
      const refusal = memory.refuse(attempted.case, workload);
      const run = refusal
        ? withoutProcess({ runId, planned: attempted, workload }, refusal)
        : await executed(runId, attempted);
      const { status } = run.outcome;
      sleeps.learn(planned.case, {
        case: attempted.case,
        status,
        createSeconds: timedSeconds(run),
      });
      yield run;
      if (status !== 'not-concurrent') break;
      parameters = workload.lengthen?.(parameters);
      if (parameters !== undefined) sleeps.lengthen(planned.case, parameters);
    }
  }
}

function needOf({ outcome, readings }: FinishedRun): MemoryNeed {
  return {
    status: outcome.status,
    readyBytes: readings[0]?.rssBytes ?? null,
    peakBytes: readings.at(-1)?.peakRssBytes ?? null,
  };
}

/** The id of a run: `…-0007`, and `…-0007-2` for its second attempt. */
function runIdOf(comparisonId: string, position: number, attempt: number): string {
  const id = `${comparisonId}-${String(position).padStart(4, '0')}`;
  return attempt === 1 ? id : `${id}-${attempt}`;
}

function need<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the plan names "${key}", which was not prepared`);
  return value;
}
