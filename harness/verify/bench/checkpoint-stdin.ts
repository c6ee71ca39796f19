import { closeSync, openSync, writeSync } from 'node:fs';
import { toolOutput } from '../../provision/tool-output.ts';

/** A stdin that lets a program pass its checkpoints one at a time, whoever has started it. */
export interface Gate {
  /** For an observer that wants the file's name. */
  readonly path: string;
  /** For an observer whose children inherit its stdin. */
  readonly readEnd: number;
  /** Lets the program go on from one checkpoint. */
  readonly pass: () => void;
  /** A program that still waits sees its stdin closed, and ends. */
  readonly close: () => void;
}

/** Makes a gate: a named pipe, since some observers open stdin by name, and Node's own pipes are sockets, which have none. */
export async function openGate(path: string): Promise<Gate> {
  await toolOutput(['mkfifo', path]);
  // Opened for both at first: opening one end of a named pipe waits for the other (fifo(7)).
  const writeEnd = openSync(path, 'r+');
  const readEnd = openSync(path, 'r');
  return {
    path,
    readEnd,
    pass: () => writeSync(writeEnd, '\n'),
    close() {
      closeSync(readEnd);
      closeSync(writeEnd);
    },
  };
}
