import { LARGEST_FIGURE } from '../model/largest-figure.ts';

/** A well-formed line of the contract: `checkpoint NAME [key=number …]`. */
export interface CheckpointLine {
  readonly name: string;
  readonly facts: Readonly<Record<string, number>>;
}

/** How every such line starts. */
export const CHECKPOINT = 'checkpoint ';

const LINE = /^checkpoint ([a-z][a-z0-9-]*)((?: [a-z][a-z0-9_]*=[^\s=]+)*)\r?$/;
const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Parses one line of a program's stdout; undefined for everything that the contract does not allow. */
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
