import { closeSync, fsyncSync, openSync, readSync, writeFileSync } from 'node:fs';
import type { RunRows } from './run-rows.ts';

/** What has been measured so far, one line a run: on the disk before the next run starts. */
export interface Journal {
  readonly append: (rows: RunRows) => void;
  readonly close: () => void;
}

/** Starts an empty journal. */
export function createJournal(path: string): Journal {
  const descriptor = openSync(path, 'w');
  return {
    append(rows) {
      writeFileSync(descriptor, `${JSON.stringify(rows)}\n`);
      fsyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}

/** The runs of a journal, in order, one at a time: a long comparison does not fit in memory as a whole. */
export function* readJournal(path: string): Generator<RunRows> {
  const descriptor = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  try {
    for (;;) {
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      rest = Buffer.concat([rest, chunk.subarray(0, length)]);
      for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
        yield JSON.parse(rest.subarray(0, end).toString('utf8'));
        rest = rest.subarray(end + 1);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

const CHUNK_BYTES = 65_536;
