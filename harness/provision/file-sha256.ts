import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** One buffer is reused: a stream would leave 100 MB of chunks to the garbage collector. */
const CHUNK_BYTES = 1 << 20;

/** The SHA-256 of a file, in hex. Results with the same hash of the executable measured the same binary. */
export function fileSha256(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const descriptor = openSync(path, 'r');
  for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
    hash.update(chunk.subarray(0, length));
  }
  closeSync(descriptor);
  return hash.digest('hex');
}
