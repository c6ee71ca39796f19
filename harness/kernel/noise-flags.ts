import type { Noise } from './noise.ts';
import { doDiffer, type TwoClocks } from './two-clocks.ts';

/** What is wrong with the conditions of a run when one of its amounts of noise crosses a limit. */
interface NoiseLimit {
  /** Crossing it by any of them sets the flag. */
  readonly of: readonly (keyof Noise)[];
  /** The largest share of the run's time that is fine, or `none` where nothing at all is fine. */
  readonly atMost: number | 'none';
  readonly meaning: string;
}

/** The limits of noise, by the flag that crossing them sets. */
const NOISE_LIMITS = {
  'other-cpu': {
    of: ['otherCpuSeconds'],
    atMost: 0.1,
    meaning: 'other processes used more than 10 % of one CPU',
  },
  steal: {
    of: ['stolenCpuSeconds'],
    atMost: 0.01,
    meaning: 'the hypervisor took more than 1 % of one CPU',
  },
  throttled: {
    of: ['throttledSeconds'],
    atMost: 'none',
    meaning: 'the control group was held back',
  },
  swap: {
    of: ['swapInPages', 'swapOutPages'],
    atMost: 'none',
    meaning: 'pages went to or came from swap',
  },
  'memory-pressure': {
    of: ['memoryPressureSeconds'],
    atMost: 0.01,
    meaning: 'some task waited for memory for more than 1 % of the time',
  },
  'io-pressure': {
    of: ['ioPressureSeconds'],
    atMost: 0.1,
    meaning: 'some task waited for a disk for more than 10 % of the time',
  },
} as const satisfies Readonly<Record<string, NoiseLimit>>;

/** A gap between two samples that is longer than so many intervals sets a flag. */
export const LARGEST_LATENESS = 5;

/** A relative difference of the two counts of resident memory that sets a flag. */
const LARGEST_RSS_DIFFERENCE = 0.01;

/** What each flag in `runs.csv` means to a reader of the tables. */
export const NOISE_FLAGS = {
  ...mapLimits(({ meaning }) => meaning),
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
 * @param seconds how long the noise was measured.
 * @param worstLateness the sampler's longest gap as a multiple of the interval that was due.
 * @param rssDifference relative difference of the two counts of resident memory while parked; null where there is one only.
 * @param clocks what the two clocks say of the timed work; undefined where there is one only.
 */
export function noiseFlags(
  noise: Noise,
  seconds: number,
  worstLateness: number,
  rssDifference: number | null,
  clocks: TwoClocks | undefined,
): readonly NoiseFlag[] {
  const crossed: Record<NoiseFlag, boolean> = {
    ...mapLimits(({ of, atMost }) => {
      const most = atMost === 'none' ? 0 : Math.max(atMost * seconds, COUNTING_ERROR_SECONDS);
      return of.some((name) => (noise[name] ?? 0) > most);
    }),
    'sampler-gap': worstLateness > LARGEST_LATENESS,
    'clocks-differ': clocks !== undefined && doDiffer(clocks),
    'rss-differs': rssDifference !== null && Math.abs(rssDifference) > LARGEST_RSS_DIFFERENCE,
    unknown: Object.values(noise).includes(null),
  };
  return (Object.keys(crossed) as NoiseFlag[]).filter((flag) => crossed[flag]);
}

/** Something for each limit, by its flag. */
function mapLimits<Value>(
  valueFor: (limit: NoiseLimit) => Value,
): Readonly<Record<keyof typeof NOISE_LIMITS, Value>> {
  const entries = Object.entries(NOISE_LIMITS).map(([flag, limit]) => [flag, valueFor(limit)]);
  return Object.fromEntries(entries);
}
