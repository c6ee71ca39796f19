import { median } from 'simple-statistics';
import { metrics } from '../metrics/all-metrics.ts';
import type { RunMetric } from '../model/metric.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { type GrainOf, grainsOn } from './grain-of.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { CONFIDENCE } from './interval.ts';
import { machineClasses } from './machine-classes.ts';
import { machineEffects, type PlacedLogarithm } from './machine-effects.ts';
import { LEAST_VALUES } from './median-interval.ts';
import { studentQuantile } from './student.ts';

/** The runs of machines that agree as the runs of one. */
export interface PooledRuns {
  /** In the order of the runs as measured: under the id of the machine that stands for those that agree, and as on their average. */
  readonly runs: readonly RunRow[];
  /** By what share the machine with the highest figures is above the one with the lowest; null where runs are of one machine. */
  readonly spreadOf: (run: RunRow, metric: RunMetric) => number | null;
  readonly grainOf: GrainOf;
}

/**
 * Pools the runs of machines that agree. What each machine does to a metric is taken out on logarithms, workload by
 * workload, so that a slow machine neither widens intervals nor favours a runtime of which it made more runs;
 * the distances that remain are stretched by what knowing the effects costs. Runs of one machine stay as they are, and so
 * do cases with a figure that has no logarithm, or too few runs to pay that cost.
 */
export function poolMachines(runs: readonly RunRow[], machines: readonly MachineRow[]): PooledRuns {
  const classes = machineClasses(machines);
  const pooled = runs.map((run) => ({
    ...run,
    machine_id: classes.get(run.machine_id) ?? run.machine_id,
  }));
  const spreads = new Map<string, number>();
  for (const group of groupBy(pooled, workloadKey)) {
    const ok = group.filter(({ status }) => status === 'ok').map(placed);
    if (new Set(ok.map(({ host }) => host)).size < 2) continue;
    for (const metric of Object.values<RunMetric>(metrics)) {
      const spread = takeEffectsOut(ok, metric);
      if (spread !== undefined) spreads.set(`${workloadKey(group[0])} ${metric.name}`, spread);
    }
  }
  return {
    runs: pooled,
    spreadOf: (run, { name }) => spreads.get(`${workloadKey(run)} ${name}`) ?? null,
    grainOf: grainsOn(machines),
  };
}

/** A run whose figures are still being made those of the average machine. */
type OpenRun = { -readonly [Column in keyof RunRow]: RunRow[Column] };

/** A run with its case and its machine, which are the same for each of its many metrics. */
interface PlacedRun extends Pick<PlacedLogarithm, 'caseKey' | 'host'> {
  readonly run: OpenRun;
}

/** @returns the spread of the machines; undefined where no case has figures of two of them. */
function takeEffectsOut(runs: readonly PlacedRun[], metric: RunMetric): number | undefined {
  const cases = groupBy(
    runs.flatMap(({ run, caseKey, host }) => {
      const value = metric.valueIn(run);
      return value === null ? [] : [{ run, value, caseKey, host, logarithm: Math.log(value) }];
    }),
    ({ caseKey }) => caseKey,
  ).filter(hasLogarithms);
  if (!cases.some((ofCase) => new Set(ofCase.map(({ host }) => host)).size > 1)) return undefined;
  const { effects, degrees } = machineEffects(cases.flat());
  for (const ofCase of cases) {
    const stretch = stretchFor(ofCase.length, degrees);
    if (stretch === undefined) continue;
    const effectOn = ({ host }: PlacedLogarithm) => effects.get(host) ?? 0;
    const centre = median(ofCase.map((one) => one.logarithm - effectOn(one)));
    for (const one of ofCase) {
      const distance = one.logarithm - effectOn(one) - centre;
      // A factor, so that a figure without an effect, at the centre, stays exactly what it is.
      const factor = Math.exp((stretch - 1) * distance - effectOn(one));
      Object.assign(one.run, { [metric.name]: one.value * factor });
    }
  }
  const ordered = [...effects.values()].sort((a, b) => a - b);
  return Math.expm1((ordered.at(-1) ?? 0) - (ordered[0] ?? 0));
}

function placed(run: OpenRun): PlacedRun {
  return { run, caseKey: [run.runtime_id, run.tasks, run.parameters].join(), host: hostOf(run) };
}

function hasLogarithms(ofCase: NonEmpty<PlacedLogarithm>): boolean {
  return ofCase.every(({ logarithm }) => Number.isFinite(logarithm));
}

/**
 * By how much distances from a centre must grow so that an interval made from them as from independent values is as wide as
 * one that knows of the lost degrees of freedom.
 *
 * @returns undefined where none would be left.
 */
function stretchFor(values: number, lostDegrees: number): number | undefined {
  if (values < LEAST_VALUES) return 1; // there is no interval
  const left = values - 1 - lostDegrees;
  if (left <= 0) return undefined;
  const widening = studentQuantile(CONFIDENCE, left) / studentQuantile(CONFIDENCE, values - 1);
  return Math.sqrt((values - 1) / left) * widening;
}

/** A comparison from before machines were told apart was made on one. */
export function hostOf(run: RunRow): string {
  return run.host_id ?? run.comparison_id;
}

function workloadKey({ machine_id, workload }: RunRow): string {
  return `${machine_id} ${workload}`;
}
