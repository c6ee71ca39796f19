import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Read into one buffer again and again: a stream would leave 100 MB of chunks to the garbage collector. */
const CHUNK_BYTES = 1 << 20;

/** The SHA-256 of a file, in hex. Two results with the same one for their executable measured the same binary. */
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
