import { InvalidArgumentError } from 'commander';

const UNITS = new Map([
  ['', 1],
  ...['K', 'M', 'G', 'T'].flatMap((letter, index) => [
    [`${letter}B`, 1000 ** (index + 1)] as const,
    [`${letter}IB`, 1024 ** (index + 1)] as const,
  ]),
]);

/**
 * A number of bytes from the command line: `2GB`, `512MiB`, `1.5 GiB` or plain bytes.
 *
 * @throws InvalidArgumentError for everything else: whether `2G` is 2 or 2.15 GB, nobody can tell.
 */
export function byteSize(text: string): number {
  const [, number, unit = ''] = text.match(/^(\d+(?:\.\d+)?) ?([a-z]*)$/i) ?? [];
  const bytes = Math.round(Number(number) * (UNITS.get(unit.toUpperCase()) ?? Number.NaN));
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new InvalidArgumentError('Write a size with its unit, e.g. 2GB or 512MiB, or plain bytes.');
}
