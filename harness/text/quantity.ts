const COUNT = new Intl.NumberFormat('en-US');
const THREE_DIGITS = new Intl.NumberFormat('en-US', {
  maximumSignificantDigits: 3,
  useGrouping: false,
});

/** The units of a quantity, largest first. */
export type Scale = readonly (readonly [size: number, unit: string])[];

export const BYTES: Scale = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
  [1, 'B'],
];

/** Tasks a second. */
export const RATES: Scale = [
  [1e6, 'M/s'],
  [1e3, 'k/s'],
  [1, '/s'],
];

/** Of what has no unit, such as a ratio. */
export const PLAIN: Scale = [[1, '']];

/** `12.3 MB`: three significant digits and a decimal unit. Tables in CSV hold the exact value. */
export function formatBytes(bytes: number): string {
  return scaled(bytes, BYTES);
}

/** Tasks a second: `163 k/s`. */
export function formatRate(perSecond: number): string {
  return scaled(perSecond, RATES);
}

/** More digits of a value say nothing to a reader, however narrow its interval is. */
const MOST_DIGITS = 4;

/**
 * `931 MB (928–934)`: a value and its interval in one unit, with the digits that the width supports: half of it has one
 * digit, or two if the first is a 1 (as the Particle Data Group rounds errors).
 */
export function formatEstimate(
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
  scale: Scale,
): string {
  const [size, unit] = unitFor(value, scale);
  const decimals = decimalsFor(value / size, (high - low) / 2 / size, low / size);
  const written = (one: number) => rounded(one / size, decimals);
  return `${[written(value), unit].filter(Boolean).join(' ')} (${written(low)}–${written(high)})`;
}

/** `165 and 347 MB`: two values in one unit, with a word between them. */
export function formatBoth(low: number, high: number, between: string, scale: Scale): string {
  const [size, unit] = unitFor(high, scale);
  return `${threeDigits(low / size)}${between}${[threeDigits(high / size), unit].filter(Boolean).join(' ')}`;
}

function decimalsFor(value: number, error: number, low: number): number {
  const most = MOST_DIGITS - 1 - magnitude(value);
  if (error === 0) return most;
  const place = magnitude(error);
  const supported = Math.floor(error / 10 ** place) === 1 ? 1 - place : -place;
  // With fewer than two digits, a bound could not be told from the next.
  const least = Math.min(1 - magnitude(low), 2 - magnitude(value));
  return Math.min(most, Math.max(supported, least));
}

/** The power of ten of the first digit. */
function magnitude(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
}

function rounded(value: number, decimals: number): string {
  const digits = Math.max(0, decimals);
  const step = 10 ** Math.max(0, -decimals);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const whole = step > 1 ? Math.round(value / step) * step : value;
  return new Intl.NumberFormat('en-US', fraction).format(whole);
}

/** `1,065 B`: the cost of one task in whole bytes, so that the digits of costs line up in a column. */
export function formatBytesPerTask(bytes: number): string {
  return `${formatCount(Math.round(bytes))} B`;
}

/** `1 task`, `10,000 tasks` */
export function formatTasks(tasks: number): string {
  return `${formatCount(tasks)} ${tasks === 1 ? 'task' : 'tasks'}`;
}

/** `412 ms`, `12.3 s`, `4 min`, `1 h 12 min`. */
export function formatDuration(seconds: number): string {
  if (0 < seconds && seconds < 1) return `${threeDigits(seconds * 1e3)} ms`;
  if (seconds < 60) return `${threeDigits(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `1,000,000` */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

function unitFor(value: number, scale: Scale): Scale[number] {
  return scale.find(([least]) => Math.abs(value) >= least) ?? scale.at(-1) ?? [1, ''];
}

function scaled(value: number, scale: Scale): string {
  const [size, unit] = unitFor(value, scale);
  return `${threeDigits(value / size)} ${unit}`;
}

function threeDigits(value: number): string {
  return THREE_DIGITS.format(value);
}
