import { expect, test } from 'vitest';
import { typicalPeaks } from './typical-peaks.ts';

const ok = (oursBytes: number | null, theirsBytes: number | null) => {
  return { status: 'ok', oursBytes, theirsBytes };
};

/** Hands out the given runs, one after the other. */
function inTurn<Value>(values: readonly Value[]): () => Promise<Value> {
  const rest = [...values];
  return async () => {
    const value = rest.shift();
    if (value === undefined) throw new Error('one run too many');
    return value;
  };
}

test('the first run and one odd run do not matter', async () => {
  const runs = [ok(900, 100), ok(101, 100), ok(50, 100), ok(103, 100)];
  expect(await typicalPeaks(inTurn(runs))).toEqual(ok(101, 100));
});

test.each([{ status: 'timeout', oursBytes: 1, theirsBytes: 1 }, ok(null, 1), ok(1, null)])(
  'a run without a result is the result: %j',
  async (run) => {
    expect(await typicalPeaks(inTurn([ok(1, 1), ok(1, 1), run]))).toBe(run);
  },
);
