import {
  type CellsOf,
  type CounterColumn,
  cellsOf,
  columnsOf,
  namesWithColumn,
  type WithColumn,
} from './counter-column.ts';
import { MACHINE_COUNTERS, type MachineCounters } from './machine-counters.ts';

/** What is not simply the growth of a counter. */
const DERIVED = {
  otherCpuSeconds: {
    column: {
      name: 'other_cpu_seconds',
      type: 'number',
      description: "CPU time of processes other than the run's and the harness",
    },
  },
} as const satisfies Readonly<Record<string, { readonly column: CounterColumn }>>;

const DECLARED = { ...MACHINE_COUNTERS, ...DERIVED };
type Declared = typeof DECLARED;

/** A counter without a column is no noise. */
type NoiseName = WithColumn<Declared>;

/** What else happened on the machine during a run, from its launch to its last reading; null is unknown, never fine. */
export type Noise = { readonly [Name in NoiseName]: number | null };

/** The columns of `runs.csv` that hold the noise. */
export const noiseColumns = columnsOf(DECLARED);

/** The cells of those columns; empty for a run that was never launched. */
export function noiseCells(noise: Noise | undefined): CellsOf<Declared, Noise> {
  return cellsOf(DECLARED, noise ?? noiseBy(() => null));
}

/**
 * The change of the machine's counters over a run.
 *
 * @param ownCpuSeconds CPU time of the run and the harness in that time; null when the run's is unknown.
 */
export function noiseBetween(
  before: MachineCounters,
  after: MachineCounters,
  ownCpuSeconds: number | null,
): Noise {
  const growth = (name: keyof MachineCounters) => {
    const [from, to] = [before[name], after[name]];
    return from === null || to === null ? null : to - from;
  };
  return noiseBy((name) => {
    if (name !== 'otherCpuSeconds') return growth(name);
    const busy = growth('busyCpuSeconds');
    // Both sides are counted in ticks of 10 ms, so the rest may come out a little below nothing.
    return busy === null || ownCpuSeconds === null ? null : Math.max(0, busy - ownCpuSeconds);
  });
}

function noiseBy(valueFor: (name: NoiseName) => number | null): Noise {
  return Object.fromEntries(
    namesWithColumn(DECLARED).map((name) => [name, valueFor(name)]),
  ) as Noise;
}
