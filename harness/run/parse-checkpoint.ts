import { LARGEST_FIGURE } from '../model/largest-figure.ts';

/** A well-formed line of the contract: `checkpoint NAME [key=number …]`. */
export interface CheckpointLine {
  readonly name: string;
  readonly facts: Readonly<Record<string, number>>;
}

/** The start of every checkpoint line. */
export const CHECKPOINT = 'checkpoint ';

const LINE = /^checkpoint ([a-z][a-z0-9-]*)((?: [a-z][a-z0-9_]*=[^\s=]+)*)\r?$/;
const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Parses a line of stdout; undefined when it violates the contract. */
export function parseCheckpoint(line: string): CheckpointLine | undefined {
  const [, name, pairs] = line.match(LINE) ?? [];
  if (name === undefined || pairs === undefined) return undefined;
  const facts: Record<string, number> = {};
  for (const pair of pairs.split(' ').slice(1)) {
    const [key = '', value = ''] = pair.split('=');
    const isFigure = NUMBER.test(value) && Number(value) <= LARGEST_FIGURE;
    if (!isFigure || Object.hasOwn(facts, key)) return undefined;
    facts[key] = Number(value);
  }
  return { name, facts };
}
