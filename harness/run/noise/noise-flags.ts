import type { Noise } from './noise.ts';
import { doDiffer, type TwoClocks } from './two-clocks.ts';

/** What can be wrong with the conditions of a run; in `runs.csv` as a space-separated list. */
export const NOISE_FLAGS = {
  'other-cpu': 'other processes used more than 10 % of one CPU',
  steal: 'the hypervisor took more than 1 % of one CPU',
  throttled: 'the control group was held back',
  swap: 'pages went to or came from swap',
  'memory-pressure': 'some task waited for memory for more than 1 % of the time',
  'io-pressure': 'some task waited for a disk for more than 10 % of the time',
  'sampler-gap': 'two samples of the curve were more than five intervals apart',
  'clocks-differ':
    "the program's clock and the harness's differ by more than 20 ms and 1 % over the timed work",
  'rss-differs': 'the quick and the exact count of resident memory differ by more than 1 %',
  unknown: 'the system does not tell about one of these',
} as const;

export type NoiseFlag = keyof typeof NOISE_FLAGS;

/** Ticks are 10 ms: below this, a share of a short run is an artefact of counting. */
const COUNTING_ERROR_SECONDS = 0.05;

/**
 * The limits that a run's conditions crossed. A flagged run is kept and counted, never dropped.
 *
 * @param seconds how long the noise was watched.
 * @param worstLateness the sampler's longest gap as a multiple of the interval that was due.
 * @param clocks what the two clocks say of the timed work; undefined where there is one only.
 * @param rssDifference relative difference of the two counts of resident memory while parked; null where there is one only.
 */
export function noiseFlags(
  noise: Noise,
  seconds: number,
  worstLateness: number,
  rssDifference: number | null,
  clocks: TwoClocks | undefined,
): readonly NoiseFlag[] {
  const crossed = (value: number | null, share: number) =>
    (value ?? 0) > Math.max(share * seconds, COUNTING_ERROR_SECONDS);
  const conditions: Record<NoiseFlag, boolean> = {
    'other-cpu': crossed(noise.otherCpuSeconds, 0.1),
    steal: crossed(noise.stolenCpuSeconds, 0.01),
    throttled: (noise.throttledSeconds ?? 0) > 0,
    swap: (noise.swapInPages ?? 0) + (noise.swapOutPages ?? 0) > 0,
    'memory-pressure': crossed(noise.memoryPressureSeconds, 0.01),
    'io-pressure': crossed(noise.ioPressureSeconds, 0.1),
    'sampler-gap': worstLateness > 5,
    'clocks-differ': clocks !== undefined && doDiffer(clocks),
    'rss-differs': rssDifference !== null && Math.abs(rssDifference) > 0.01,
    unknown: Object.values(noise).includes(null),
  };
  return (Object.keys(conditions) as NoiseFlag[]).filter((flag) => conditions[flag]);
}
