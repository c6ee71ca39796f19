import { medianOrNull } from '../../analyse/median-or-null.ts';
import type { KnownCase } from './known-children.ts';
import type { Observation } from './observer.ts';
import type { FoundObserver } from './seek-observers.ts';
import type { AccuracyRow } from './tables/accuracy.ts';

/** What one observer reported about one known child; undefined for a run that failed. */
export interface AccuracyObservations {
  readonly observer: Pick<FoundObserver, 'id' | 'version'>;
  readonly known: Pick<KnownCase, 'id' | 'truthBytes'>;
  readonly empty: readonly (Observation | undefined)[];
  readonly full: readonly (Observation | undefined)[];
}

/** Compares what was reported with the truth. */
export function accuracyRow(
  { observer, known, empty, full }: AccuracyObservations,
  machineId: string,
): AccuracyRow {
  const seen = full.filter((observation) => observation !== undefined);
  const peaks = peaksOf(full);
  const emptyBytes = medianOrNull(peaksOf(empty));
  const errors =
    emptyBytes === null ? [] : peaks.map((peak) => (peak - emptyBytes) / known.truthBytes - 1);
  const paces = seen.map((one) => one.samplesPerSecond).filter((pace) => pace !== null);
  return {
    machine_id: machineId,
    observer: observer.id,
    version: observer.version,
    child: known.id,
    truth_bytes: known.truthBytes,
    figure: seen.find(({ figure }) => figure !== 'none')?.figure ?? 'none',
    runs: peaks.length,
    failed_runs: full.length - peaks.length,
    empty_bytes: emptyBytes,
    error_median: medianOrNull(errors),
    error_worst: errors.length === 0 ? null : errors.reduce(furtherFromZero),
    cpu_share: cpuShare(seen),
    life_seconds: medianOrNull(seen.flatMap(({ observedTime }) => observedTime?.seconds ?? [])),
    samples_per_second: medianOrNull(paces),
  };
}

function peaksOf(observations: readonly (Observation | undefined)[]): readonly number[] {
  return observations.flatMap((observation) => observation?.peakBytes ?? []);
}

function furtherFromZero(a: number, b: number): number {
  return Math.abs(b) > Math.abs(a) ? b : a;
}

/** Over all runs together, since the kernel counts CPU time in hundredths of a second. */
function cpuShare(observations: readonly Observation[]): number | null {
  let cpuSeconds = 0;
  let seconds = 0;
  for (const { observedTime } of observations) {
    if (observedTime === undefined || observedTime.observerCpuSeconds === null) continue;
    cpuSeconds += observedTime.observerCpuSeconds;
    seconds += observedTime.seconds;
  }
  return seconds === 0 ? null : cpuSeconds / seconds;
}
