import { endianness } from 'node:os';
import { expect, test } from 'vitest';
import { pageSizeIn } from './page-size.ts';

/** An auxiliary vector as /proc/self/auxv holds it on this kind of machine. */
function vectorOf(...pairs: readonly (readonly [number, number])[]): Buffer {
  return Buffer.concat(
    [...pairs, [0, 0]].flat().map((word) => {
      const bytes = Buffer.alloc(8);
      if (endianness() === 'LE') bytes.writeBigUInt64LE(BigInt(word));
      else bytes.writeBigUInt64BE(BigInt(word));
      return bytes;
    }),
  );
}

test.each([4_096, 16_384, 65_536])('pages of %d bytes', (bytes) => {
  // AT_SYSINFO_EHDR, AT_HWCAP, AT_PAGESZ, AT_CLKTCK; a value may look like the key.
  expect(pageSizeIn(vectorOf([33, 6], [16, 0xbfebfbff], [6, bytes], [17, 100]))).toBe(bytes);
});

test('a vector that does not tell, or is cut off', () => {
  expect(pageSizeIn(vectorOf([17, 100]))).toBeNull();
  expect(pageSizeIn(Buffer.alloc(0))).toBeNull();
  expect(pageSizeIn(vectorOf([6, 4_096]).subarray(0, 12))).toBeNull();
});
