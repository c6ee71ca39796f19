/**
 * Frees the memory of a chunk that a pipe has delivered and nobody needs any more. V8 would let 64 MB of such chunks pile
 * up before it collects them, which is more than the harness itself takes.
 */
export function freeChunk({ buffer }: Buffer): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
