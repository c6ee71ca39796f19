import type { Readable } from 'node:stream';
import { freeChunk } from './free-chunk.ts';

/** A line of a program's stdout with the moment at which its end arrived, on the run's clock. */
export interface StampedLine {
  readonly text: string;
  readonly elapsedSeconds: number;
}

/** Lines in order of arrival; `end` when there will be no more, `overlong` in place of one that does not end. */
export interface LineReader {
  readonly next: () => Promise<StampedLine | 'end' | 'overlong'>;
  /** The next line that starts so. All else is passed over without a look at each line, so output costs next to nothing. */
  readonly nextStartingWith: (prefix: string) => Promise<StampedLine | 'end' | 'overlong'>;
}

/** 16 KiB: no line of the contract comes near it, and a program that never ends its line must not fill our memory. */
const LONGEST_LINE = 16_384;

/** When so much waits to be read, the program waits too. */
const MOST_WAITING_BYTES = 1 << 20;

const NEWLINE = 0x0a;

/** Reads lines as they arrive, stamping each at once: the time that we take to act on it is not the program's. */
export function readLines(stream: Readable, elapsedSeconds: () => number): LineReader {
  const waiting: { readonly chunk: Buffer; bytes: Buffer; readonly elapsedSeconds: number }[] = [];
  let waitingBytes = 0;
  let isClosed = false;
  let wake = () => {};
  /** The start of a line whose end is still to come; undefined in the middle of one that is not wanted. */
  let start: string | undefined = '';

  stream.on('data', (chunk: Buffer) => {
    waiting.push({ chunk, bytes: chunk, elapsedSeconds: elapsedSeconds() });
    waitingBytes += chunk.length;
    if (waitingBytes > MOST_WAITING_BYTES) stream.pause();
    wake();
  });
  stream.once('close', () => {
    isClosed = true;
    wake();
  });
  stream.on('error', () => {}); // a torn pipe is an end like any other: 'close' follows

  /** Takes bytes off the first chunk that waits, and lets the program go on when there is room again. */
  const take = (count: number) => {
    const [first] = waiting;
    if (first === undefined) return;
    first.bytes = first.bytes.subarray(count);
    if (first.bytes.length === 0) {
      waiting.shift();
      freeChunk(first.chunk);
    }
    waitingBytes -= count;
    if (stream.isPaused() && waitingBytes <= MOST_WAITING_BYTES / 2) stream.resume();
  };
  /** The next piece of the line that has begun, up to its end if that has come. */
  const piece = (): 'overlong' | StampedLine | undefined => {
    const [first] = waiting;
    if (first === undefined) return undefined;
    const end = first.bytes.indexOf(NEWLINE);
    const isWhole = end !== -1;
    // The contract is ASCII; anything else must fail to parse, not to decode.
    const text: string | undefined =
      start === undefined
        ? undefined
        : start + first.bytes.toString('latin1', 0, isWhole ? end : undefined);
    take(isWhole ? end + 1 : first.bytes.length);
    if (isWhole) {
      start = '';
      return text === undefined ? undefined : { text, elapsedSeconds: first.elapsedSeconds };
    }
    const isOverlong = text !== undefined && text.length > LONGEST_LINE;
    start = isOverlong ? undefined : text;
    return isOverlong ? 'overlong' : undefined;
  };
  const moreOrEnd = async (): Promise<boolean> => {
    while (waiting.length === 0) {
      if (isClosed) return false;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return true;
  };
  const next = async () => {
    while (await moreOrEnd()) {
      const line = piece();
      if (line !== undefined) return line;
    }
    return 'end';
  };

  return {
    next,
    async nextStartingWith(prefix) {
      const sought = Buffer.from(`\n${prefix}`, 'latin1');
      while (await moreOrEnd()) {
        const bytes = waiting[0]?.bytes ?? sought;
        const begun =
          start === undefined ? undefined : start + bytes.toString('latin1', 0, prefix.length);
        if (begun === undefined || !couldStart(begun, prefix)) {
          // What follows the last newline may go on as the line that is sought.
          const newline = bytes.includes(sought)
            ? bytes.indexOf(sought)
            : bytes.lastIndexOf(NEWLINE);
          start = newline === -1 ? undefined : '';
          take(newline === -1 ? bytes.length : newline + 1);
          continue;
        }
        const line = piece();
        if (line === 'overlong' || line?.text.startsWith(prefix)) return line;
      }
      return 'end';
    },
  };
}

/** Whether a line that begins so may turn out to start with a prefix. */
function couldStart(begun: string, prefix: string): boolean {
  return begun.startsWith(prefix) || prefix.startsWith(begun);
}
