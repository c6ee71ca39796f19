import { InvalidArgumentError } from 'commander';
import type { Shard } from '../model/shard.ts';

const LARGEST_COUNT = 100_000_000;
const LONGEST_SECONDS = 86_400;

/** A whole number from 1 up, in plain digits: `1e3` and `0x10` are more often mistakes than meant. */
export function count(text: string): number {
  const value = Number(text);
  if (/^[1-9]\d*$/.test(text) && value <= LARGEST_COUNT) return value;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${LARGEST_COUNT}, e.g. 10000.`);
}

/** `1,1000` */
export function counts(text: string): readonly number[] {
  return words(text).map(count);
}

/** `node, bun@1.2` */
export function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}

/** `node,bun@1.2`, the earlier and the later. */
export function pairOfRuntimes(text: string): { readonly before: string; readonly after: string } {
  const [before, after, ...others] = words(text);
  if (before && after && others.length === 0) return { before, after };
  throw new InvalidArgumentError('Write two runtimes, e.g. node@24,node@26.');
}

/** Collects the values of an option that may be given several times. */
export function repeated(text: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, text];
}

/** Seconds, with a fraction where wanted. */
export function seconds(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= LONGEST_SECONDS) return value;
  throw new InvalidArgumentError(
    `Write seconds as a number above 0 and up to ${LONGEST_SECONDS}, e.g. 10 or 0.5.`,
  );
}

const DURATION_UNITS = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
]);

/** `90s`, `45m` or `1.5h`, in seconds. */
export function duration(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([smh])$/.exec(text) ?? [];
  const value = Number(number) * (DURATION_UNITS.get(unit) ?? Number.NaN);
  if (value > 0 && value <= LONGEST_SECONDS) return value;
  throw new InvalidArgumentError('Write a time with its unit, up to 24h, e.g. 90s, 45m or 2h.');
}

/** A seed of up to nine digits. */
export function seed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 0 to 999999999.');
}

/** `2/8` */
export function shard(text: string): Shard {
  const [, index = 0, of = 0] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(Number);
  if (index > 0 && index <= of) return { index, of };
  throw new InvalidArgumentError('Write which of how many shards, e.g. 2/8.');
}

/** `5%` as 0.05. */
export function percentage(text: string): number {
  const [, percent] = /^(\d+(?:\.\d+)?) ?%$/.exec(text) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  throw new InvalidArgumentError('Write a percentage, e.g. 5%.');
}

/** `2%` as 0.02: how near a figure is to be known. */
export function precision(text: string): number {
  const share = percentage(text);
  if (share > 0 && share < 1) return share;
  throw new InvalidArgumentError('Write a percentage above 0% and below 100%, e.g. 2%.');
}

const BYTE_UNITS = new Map([
  ['', 1],
  ...['K', 'M', 'G', 'T'].flatMap((letter, index) => [
    [`${letter}B`, 1000 ** (index + 1)] as const,
    [`${letter}IB`, 1024 ** (index + 1)] as const,
  ]),
]);

/** A number of bytes: `2GB`, `512MiB`, `1.5 GiB` or plain bytes. Not `2G`: nobody can tell whether that is 2 or 2.15 GB. */
export function byteSize(text: string): number {
  const [, number, unit = ''] = text.match(/^(\d+(?:\.\d+)?) ?([a-z]*)$/i) ?? [];
  const bytes = Math.round(Number(number) * (BYTE_UNITS.get(unit.toUpperCase()) ?? Number.NaN));
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new InvalidArgumentError('Write a size with its unit, e.g. 2GB or 512MiB, or plain bytes.');
}

/** Collects the folders of an argument that takes several. */
export function folders(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, folder(text)];
}

/** An empty name would be the folder that the user stands in: most often a variable that was not set. */
export function folder(text: string): string {
  if (text.trim() !== '' && !text.includes('\0')) return text;
  throw new InvalidArgumentError('Name a folder, or . for this one.');
}
