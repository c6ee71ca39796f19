import type { Readable } from 'node:stream';

/** A line of a program's stdout with the moment at which its end arrived, on the run's clock. */
export interface StampedLine {
  readonly text: string;
  readonly elapsedSeconds: number;
}

/** Lines in order of arrival; `end` when there will be no more, `overlong` in place of one that does not end. */
export interface LineReader {
  readonly next: () => Promise<StampedLine | 'end' | 'overlong'>;
}

/** 16 KiB: no line of the contract comes near it, and a program that never ends its line must not fill our memory. */
const LONGEST_LINE = 16_384;

/** Reads lines as they arrive, stamping each at once: the time that we take to act on it is not the program's. */
export function readLines(stream: Readable, elapsedSeconds: () => number): LineReader {
  const arrived: (StampedLine | 'end' | 'overlong')[] = [];
  let rest = '';
  let overlong = false;
  let wake = () => {};

  stream.setEncoding('latin1'); // the contract is ASCII; anything else must fail to parse, not to decode
  stream.on('data', (chunk: string) => {
    const now = elapsedSeconds();
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (overlong && lines.length > 0) {
      lines.shift(); // the end of the line that was given up
      overlong = false;
    }
    for (const text of lines) arrived.push({ text, elapsedSeconds: now });
    if (rest.length > LONGEST_LINE) {
      rest = '';
      if (!overlong) arrived.push('overlong');
      overlong = true;
    }
    wake();
  });
  stream.once('close', () => {
    arrived.push('end');
    wake();
  });
  stream.on('error', () => {}); // a torn pipe is an end like any other: 'close' follows

  return {
    async next() {
      while (arrived.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const [first] = arrived;
      if (first !== 'end') arrived.shift();
      return first ?? 'end';
    },
  };
}
