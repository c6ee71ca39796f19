import { COUNTERS } from './counters.ts';

/** The counters that every sample reads. */
type SampledCounter = 'rssBytes' | 'peakRssBytes' | 'fileRssBytes' | 'threads';

/**
 * A reader of one counter that works on the bytes of `/proc/PID/status`: a sample makes no string.
 *
 * @returns a function of the file's bytes that gives the counter in its own unit; undefined where its line is missing.
 */
export function statusScanner(name: SampledCounter): (bytes: Buffer) => number | undefined {
  const { fields, unit } = COUNTERS[name].source;
  const label = Buffer.from(`\n${fields[0]}:`);
  const factor = unit === 'kB' ? 1024 : 1;
  return (bytes) => {
    const at = bytes.indexOf(label);
    return at === -1 ? undefined : integerAt(bytes, at + label.length) * factor;
  };
}

/** The decimal digits from a place to the end of its line. */
function integerAt(bytes: Buffer, start: number): number {
  let value = 0;
  for (let index = start; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? NEWLINE;
    if (byte === NEWLINE) break;
    if (byte >= ZERO && byte <= NINE) value = value * 10 + (byte - ZERO);
  }
  return value;
}

const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;
