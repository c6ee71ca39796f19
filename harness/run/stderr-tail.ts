import type { Readable } from 'node:stream';
import { freeChunk } from './free-chunk.ts';

/** The part of stderr that is kept: its last lines explain a crash. */
const KEPT_BYTES = 4096;

/** Collects the last 4 KiB of a stream. */
export function keepTail(stream: Readable): () => string {
  let tail = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk.subarray(-KEPT_BYTES)]).subarray(-KEPT_BYTES);
    freeChunk(chunk);
  });
  return () => tail.toString('utf8');
}
