const COUNT = new Intl.NumberFormat('en-US');
const THREE_DIGITS = new Intl.NumberFormat('en-US', {
  maximumSignificantDigits: 3,
  useGrouping: false,
});

/** `12.3 MB`: three significant digits and a decimal unit. Tables in CSV hold the exact value. */
export function formatBytes(bytes: number): string {
  return scaled(bytes, [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ]);
}

/** Tasks a second: `163k/s`. */
export function formatRate(perSecond: number): string {
  return scaled(perSecond, [
    [1e6, 'M/s'],
    [1e3, 'k/s'],
    [1, '/s'],
  ]);
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

function scaled(value: number, units: readonly (readonly [number, string])[]): string {
  const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? units.at(-1) ?? [1, ''];
  return `${threeDigits(value / size)} ${unit}`;
}

function threeDigits(value: number): string {
  return THREE_DIGITS.format(value);
}
