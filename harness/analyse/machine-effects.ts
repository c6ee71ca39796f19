import { mean } from 'simple-statistics';
import { groupBy } from './group-by.ts';

/** The logarithm of a run's figure, and where it belongs. */
export interface PlacedLogarithm {
  readonly caseKey: string;
  readonly host: string;
  readonly logarithm: number;
}

/** What machines add to logarithms, and what knowing it costs. */
export interface MachineEffects {
  /** By machine; they sum to 0. */
  readonly effects: ReadonlyMap<string, number>;
  /** Degrees of freedom that the effects take from each case: all cases share them. */
  readonly degrees: number;
}

/** Where every case was run on every machine, the first sweep is the answer; runs that failed leave gaps, and need some more. */
const MOST_SWEEPS = 5;

/** Far below what any figure shows. */
const SETTLED = 1e-9;

/**
 * How much higher or lower the figures of each machine are than those of the others: for each case the distance of the
 * machine's mean logarithm from the case's centre, and over all cases the mean of the middle half of these, so that neither a
 * noisy case nor one to which the machine does something else moves the effect (a two-way fit by sweeps, as Tukey's median
 * polish, Exploratory Data Analysis, 1977, ch. 11; a median would leave no scatter in the case that it falls on).
 */
export function machineEffects(values: readonly PlacedLogarithm[]): MachineEffects {
  const hosts = [...new Set(values.map(({ host }) => host))];
  const cells = groupBy(values, ({ caseKey, host }) => `${caseKey} ${host}`).map((cell) => ({
    ...cell[0],
    mean: mean(cell.map(({ logarithm }) => logarithm)),
  }));
  const byCase = groupBy(cells, ({ caseKey }) => caseKey);
  let effects = new Map(hosts.map((host) => [host, 0]));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const distances = byCase.flatMap((ofCase) => {
      const without = ofCase.map((cell) => cell.mean - (effects.get(cell.host) ?? 0));
      const centre = mean(without);
      return ofCase.map((cell) => ({ host: cell.host, distance: cell.mean - centre }));
    });
    const middles = groupBy(distances, ({ host }) => host).map(
      (ofHost) => [ofHost[0].host, middleMean(ofHost.map(({ distance }) => distance))] as const,
    );
    const balance = mean(middles.map(([, middle]) => middle));
    const before = effects;
    effects = new Map(middles.map(([host, middle]) => [host, middle - balance]));
    const isSettled = [...effects].every(
      ([host, effect]) => Math.abs(effect - (before.get(host) ?? 0)) < SETTLED,
    );
    if (isSettled) break;
  }
  return { effects, degrees: (hosts.length - 1) / byCase.length };
}

/** The mean without the lowest and the highest quarter. */
function middleMean(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  const sorted = [...values].sort((a, b) => a - b);
  return mean(sorted.slice(quarter, sorted.length - quarter));
}
