const VALUE = { count: /^(\d+)$/, kB: /^(\d+) kB$/ } as const;

/**
 * The number in a line such as `VmRSS:     57212 kB`: `/proc/meminfo` is made of such lines, and so are `status` and
 * `smaps_rollup` of a process.
 *
 * @returns bytes where the unit is kB; undefined when there is no such line, or its value is not of that unit.
 */
export function labelledNumber(
  text: string,
  label: string,
  unit: keyof typeof VALUE,
): number | undefined {
  const start = text.startsWith(`${label}:`) ? 0 : text.indexOf(`\n${label}:`) + 1;
  if (start === 0 && !text.startsWith(`${label}:`)) return undefined;
  const [line = ''] = text.slice(start + label.length + 1).split('\n', 1);
  const digits = line.trim().match(VALUE[unit])?.[1];
  return digits === undefined ? undefined : Number(digits) * (unit === 'kB' ? 1024 : 1);
}
