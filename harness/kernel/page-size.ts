import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { execa } from 'execa';
import { isSystemError } from '../model/system-error.ts';

/** The key of the page size in the auxiliary vector (AT_PAGESZ, getauxval(3)). */
const PAGE_SIZE_KEY = 6n;
const WORD_BYTES = 8;

/** The size of a memory page of this machine, in bytes; null when it does not tell. */
export async function pageSize(): Promise<number | null> {
  const vector = auxiliaryVector();
  return vector === undefined ? pageSizeByTool() : pageSizeIn(vector);
}

/** The page size in what the kernel hands to a 64-bit program when it starts it: pairs of words, a key and a value. */
export function pageSizeIn(vector: Buffer): number | null {
  const wordAt = (offset: number) =>
    endianness() === 'LE' ? vector.readBigUInt64LE(offset) : vector.readBigUInt64BE(offset);
  for (let at = 0; at + 2 * WORD_BYTES <= vector.length; at += 2 * WORD_BYTES) {
    if (wordAt(at) === PAGE_SIZE_KEY) return Number(wordAt(at + WORD_BYTES));
  }
  return null;
}

function auxiliaryVector(): Buffer | undefined {
  try {
    return readFileSync('/proc/self/auxv');
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** Where there is no /proc. */
async function pageSizeByTool(): Promise<number | null> {
  const { stdout, failed } = await execa('getconf', ['PAGESIZE'], { reject: false });
  return failed ? null : Number(stdout);
}
