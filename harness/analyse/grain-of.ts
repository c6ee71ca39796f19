import { PAGE } from '../metrics/grains.ts';
import type { RunMetric } from '../model/metric.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RunRow } from '../results/tables/runs.ts';

/** The smallest step of a metric in runs of some machines, in the metric's unit. */
export type GrainOf = (
  metric: Pick<RunMetric, 'grain'>,
  runs: readonly Pick<RunRow, 'machine_id'>[],
) => number;

/** The pages of most machines, for one whose folder does not tell. Those of arm64 may have 16 or 64 KiB. */
const USUAL_PAGE_BYTES = 4_096;

/** Looks the pages of runs up in their machines; where these differ, the largest counts. */
export function grainsOn(
  machines: readonly Pick<MachineRow, 'machine_id' | 'page_bytes'>[],
): GrainOf {
  const pages = new Map(machines.map(({ machine_id, page_bytes }) => [machine_id, page_bytes]));
  return ({ grain }, runs) => {
    if (grain !== PAGE) return grain;
    const ids = new Set(runs.map(({ machine_id }) => machine_id));
    return Math.max(...[...ids].map((id) => pages.get(id) ?? USUAL_PAGE_BYTES), USUAL_PAGE_BYTES);
  };
}

/** Where no machine is known. */
export const usualGrains = grainsOn([]);
