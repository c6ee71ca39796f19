/** The ends of an axis, and where it has ticks. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5];
const MOST_INTERVALS = 5;

/** From zero to a round number that no value exceeds. */
export function linearRange(values: readonly number[]): AxisRange {
  const highest = Math.max(0, ...values) || 1;
  const step = roundUp(highest / MOST_INTERVALS);
  const count = Math.ceil(highest / step - 1e-9);
  return {
    min: 0,
    max: count * step,
    ticks: Array.from({ length: count + 1 }, (_, i) => i * step),
  };
}

/** Between round numbers that enclose all values (all over 0); ticks at powers of ten, or closer if those are few. */
export function logRange(values: readonly number[]): AxisRange {
  const min = roundDown(Math.min(...values));
  const max = Math.max(roundUp(Math.max(...values)), 2 * min);
  const exponents = range(Math.floor(Math.log10(min)), Math.ceil(Math.log10(max)));
  const within = (tick: number) => min <= tick && tick <= max;
  const powers = exponents.map((exponent) => 10 ** exponent).filter(within);
  const ticks = exponents.flatMap((exponent) => STEPS.map((step) => step * 10 ** exponent));
  return { min, max, ticks: powers.length > 2 ? powers : ticks.filter(within) };
}

/** From this ratio of the largest to the smallest on, a linear scale would press the small values into a corner. */
const WIDE_RATIO = 20;

/** The scale that shows all values: logarithmic where they lie far apart and all are over 0. */
export function suitableScale(values: readonly number[]): 'linear' | 'log' {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  return least > 0 && greatest >= WIDE_RATIO * least ? 'log' : 'linear';
}

/** Where a value lies between the ends of an axis: 0 to 1. */
export function shareOf(value: number, { min, max }: AxisRange, scale: 'linear' | 'log'): number {
  if (scale === 'linear') return (value - min) / (max - min);
  return Math.log(value / min) / Math.log(max / min);
}

/** The next of 1, 2, 5, 10, … that is not below a value. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.findLast((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
