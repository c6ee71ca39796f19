import type { Headline } from '../model/metric.ts';
import { parseParameters } from '../model/parameters.ts';
import type { Workload } from '../model/workload.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { GrainOf } from './grain-of.ts';
import { groupBy } from './group-by.ts';
import { type Interval, sharedConfidence } from './interval.ts';
import { type Contender, contendersIn } from './rank.ts';
import { type Ratio, ratioOfMedians } from './ratio.ts';

/** A ratio of two runtimes in one case, on each of several machines. */
export interface RatioAcross {
  readonly workload: Workload;
  readonly headline: Headline;
  readonly tasks: number;
  readonly parameters: string;
  readonly runtimeId: string;
  /** What it is a multiple of: the runtime with the best median on the first machine. */
  readonly baselineId: string;
  /** One for each machine, in their order; undefined where a runtime has no ok run. */
  readonly ratios: readonly (Ratio | undefined)[];
  /** `unknown`: fewer than two machines have an interval. */
  readonly verdict: 'same' | 'differs' | 'unknown';
}

/**
 * Compares runtimes on several machines: whether the ratio of two is the same on all. A machine may be faster than
 * another by any factor; what is compared are ratios within machines. Of each workload it is the largest case that every
 * machine has. A ratio differs where the intervals of two machines do not overlap; all intervals are simultaneous
 * 95 % intervals (Bonferroni), so that equal ratios are said to differ in at most 5 % of all such comparisons.
 *
 * @param machines the runs of each machine.
 */
export function ratiosAcross(
  machines: readonly (readonly RunRow[])[],
  workloads: ReadonlyMap<string, Workload>,
  grainOf: GrainOf,
): readonly RatioAcross[] {
  const compared = sharedCases(machines, workloads, grainOf).flatMap(comparedRuntimes);
  const confidence = sharedConfidence(compared.length * machines.length);
  return compared.map(({ shared, runtimeId, baselineId }) => {
    const { workload, headline, tasks, parameters, samples } = shared;
    const ratios = samples.map((sample, machine) => {
      const [values = [], baseline = []] = [runtimeId, baselineId].map(
        (id) => sample.find((one) => one.runtimeId === id)?.values,
      );
      const grain = grainOf(headline, machines[machine] ?? []);
      return ratioOfMedians(values, baseline, confidence, grain);
    });
    const verdict = verdictOn(ratios.flatMap((ratio) => ratio?.interval ?? []));
    return { workload, headline, tasks, parameters, runtimeId, baselineId, ratios, verdict };
  });
}

/** A case that every machine has. */
interface SharedCase extends Pick<RatioAcross, 'workload' | 'headline' | 'tasks' | 'parameters'> {
  /** The runtimes of each machine. */
  readonly samples: readonly (readonly Contender[])[];
}

/** The largest case of each workload and headline in which at least two runtimes ran on every machine. */
function sharedCases(
  machines: readonly (readonly RunRow[])[],
  workloads: ReadonlyMap<string, Workload>,
  grainOf: GrainOf,
): readonly SharedCase[] {
  const [first = []] = machines;
  const byCase = machines.map(
    (runs) => new Map(groupBy(runs, caseKey).map((group) => [caseKey(group[0]), group])),
  );
  const cases = groupBy(first, caseKey).flatMap(([{ workload: id, tasks, parameters }]) => {
    const workload = workloads.get(id);
    if (workload === undefined) return [];
    const headline = workload.headline(parseParameters(parameters));
    const samples = byCase.map((cases) => {
      const runs = cases.get(caseKey({ workload: id, tasks, parameters })) ?? [];
      return contendersIn(runs, headline, grainOf(headline, runs));
    });
    const shared = { workload, headline, tasks, parameters, samples };
    return comparedRuntimes(shared).length === 0 ? [] : [shared];
  });
  return groupBy(cases, ({ workload, headline }) => `${workload.id} ${headline.name}`).map(
    (ofWorkload) =>
      ofWorkload.reduce((largest, one) => (one.tasks > largest.tasks ? one : largest)),
  );
}

function caseKey({
  workload,
  tasks,
  parameters,
}: Pick<RunRow, 'workload' | 'tasks' | 'parameters'>) {
  return `${workload} ${tasks} ${parameters}`;
}

/** Every runtime that all machines have, beside the one with the best median on the first of them. */
function comparedRuntimes(shared: SharedCase) {
  const [first = [], ...rest] = shared.samples;
  const [baselineId, ...others] = first
    .map(({ runtimeId }) => runtimeId)
    .filter((id) => rest.every((sample) => sample.some(({ runtimeId }) => runtimeId === id)));
  if (baselineId === undefined) return [];
  return others.map((runtimeId) => ({ shared, runtimeId, baselineId }));
}

function verdictOn(intervals: readonly Interval[]): RatioAcross['verdict'] {
  if (intervals.length < 2) return 'unknown';
  const highestLow = Math.max(...intervals.map(({ low }) => low));
  const lowestHigh = Math.min(...intervals.map(({ high }) => high));
  return highestLow > lowestHigh ? 'differs' : 'same';
}
