/**
 * Frees the memory of a chunk that a pipe has delivered and nobody needs any more. V8 would let 64 MB of such chunks pile
 * up before it collects them, which is half of what the harness itself takes. A chunk that shares its memory with others
 * is left alone.
 */
export function freeChunk({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
