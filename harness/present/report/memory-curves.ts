import { median } from 'simple-statistics';
import { groupBy } from '../../analyse/group-by.ts';
import type { RunMetric } from '../../model/metric.ts';
import type { ReadingRow } from '../../results/tables/readings.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { SampleRow } from '../../results/tables/samples.ts';
import type { ChartRuntime } from '../charts/chart-figure.ts';
import type { Curve } from '../charts/curve.ts';

/** Reads the memory over time of some runs. */
export type ReadCurveRows = (runIds: ReadonlySet<string>) => {
  readonly readings: readonly ReadingRow[];
  readonly samples: readonly SampleRow[];
};

/** For a report that reads runs alone: it draws no memory over time. */
export const NO_CURVES: ReadCurveRows = () => ({ readings: [], samples: [] });

/** The run of a case that stands for it: the one nearest the median of a metric, the first of equals. */
export function typicalRun(runs: readonly RunRow[], metric: RunMetric): RunRow | undefined {
  const measured = runs.flatMap((run) => {
    const bytes = metric.valueIn(run);
    return run.status === 'ok' && bytes !== null ? [{ run, bytes }] : [];
  });
  if (measured.length === 0) return undefined;
  const middle = median(measured.map(({ bytes }) => bytes));
  const distanceOf = ({ bytes }: { readonly bytes: number }) => Math.abs(bytes - middle);
  return measured.reduce((near, one) => (distanceOf(one) < distanceOf(near) ? one : near)).run;
}

/** The memory of some runs over time, in the order of the runs; those that were never sampled are left out. */
export function memoryCurves(
  runs: readonly RunRow[],
  runtimes: ReadonlyMap<string, ChartRuntime>,
  readCurveRows: ReadCurveRows,
): readonly Curve[] {
  const { readings, samples } = readCurveRows(new Set(runs.map(({ run_id }) => run_id)));
  const samplesOf = byRun(samples);
  const readingsOf = byRun(readings);
  return runs.flatMap(({ run_id, runtime_id }) => {
    const runtime = runtimes.get(runtime_id);
    const points = samplesOf(run_id).map(pointOf);
    if (runtime === undefined || points.length === 0) return [];
    const checkpoints = readingsOf(run_id).map((reading) => {
      const [seconds, bytes] = pointOf(reading);
      return { name: reading.checkpoint, seconds, bytes };
    });
    return [{ runtime, points, checkpoints }];
  });
}

function byRun<Row extends { readonly run_id: string }>(rows: readonly Row[]) {
  const groups = new Map(
    groupBy(rows, ({ run_id }) => run_id).map((group) => [group[0].run_id, group]),
  );
  return (runId: string): readonly Row[] => groups.get(runId) ?? [];
}

/** To the millisecond: nobody sees less, and sixteen digits a point would swell the page. */
function pointOf(row: SampleRow | ReadingRow): readonly [number, number] {
  return [Math.round(row.elapsed_seconds * 1e3) / 1e3, row.rss_bytes];
}
