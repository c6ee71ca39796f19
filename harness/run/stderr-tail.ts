import type { Readable } from 'node:stream';

/** How much of a program's stderr is kept: its last words explain a crash. */
const KEPT_BYTES = 4096;

/** Collects the last 4 KiB of a stream. */
export function keepTail(stream: Readable): () => string {
  let tail = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-KEPT_BYTES);
  });
  return () => tail.toString('utf8');
}
