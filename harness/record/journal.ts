import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The runs of a journal, in order, one at a time: a long comparison does not fit in memory as objects. */
export function* readJournal(path: string): Generator<RunRows> {
  let rest = readFileSync(path);
  for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
    yield JSON.parse(rest.subarray(0, end).toString('utf8'));
    rest = rest.subarray(end + 1);
  }
}
