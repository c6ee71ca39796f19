import { closeSync, openSync, writeSync } from 'node:fs';
import { toolOutput } from '../../provision/tool-output.ts';

/** A stdin that releases a program from its checkpoints one at a time, whichever process started it. */
export interface CheckpointStdin {
  /** For an observer that wants the file's name. */
  readonly path: string;
  /** For an observer whose children inherit its stdin. */
  readonly readEnd: number;
  /** Releases the program from one checkpoint. */
  readonly release: () => void;
  /** A program that still waits sees the end of its stdin, and exits. */
  readonly close: () => void;
}

/** Makes a named pipe for it: some observers open stdin by name, and Node's own pipes are sockets, which have none. */
export async function openCheckpointStdin(path: string): Promise<CheckpointStdin> {
  await toolOutput(['mkfifo', path]);
  // Opened for both at first: opening one end of a named pipe waits for the other (fifo(7)).
  const writeEnd = openSync(path, 'r+');
  const readEnd = openSync(path, 'r');
  return {
    path,
    readEnd,
    release: () => writeSync(writeEnd, '\n'),
    close() {
      closeSync(readEnd);
      closeSync(writeEnd);
    },
  };
}
