import { medianInterval } from '../../analyse/median-interval.ts';
import { medianOrNull } from '../../analyse/median-or-null.ts';
import type { FoundObserver } from './seek-observers.ts';
import type { DisturbanceRow } from './tables/disturbance.ts';

/** The same work with and without an observer, by the program's own clock. */
export interface Pair {
  readonly secondsWith: number;
  readonly secondsWithout: number;
}

/** All pairs of one observer. */
export interface DisturbancePairs {
  readonly observer: Pick<FoundObserver, 'id' | 'version'>;
  readonly without: DisturbanceRow['without'];
  readonly pairs: readonly Pair[];
}

/** How much the child's rate changed: the median change and its interval. */
export function disturbanceRow(
  { observer, without, pairs }: DisturbancePairs,
  child: string,
  machineId: string,
): DisturbanceRow {
  const changes = pairs.map(({ secondsWith, secondsWithout }) => secondsWithout / secondsWith - 1);
  const interval = medianInterval(changes);
  return {
    machine_id: machineId,
    observer: observer.id,
    version: observer.version,
    without,
    child,
    pairs: pairs.length,
    rate_change_median: medianOrNull(changes),
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    seconds_without_median: medianOrNull(pairs.map((pair) => pair.secondsWithout)),
    seconds_with_median: medianOrNull(pairs.map((pair) => pair.secondsWith)),
  };
}
