import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { keepTail } from './stderr-tail.ts';

test('the last 4 KiB are kept, whatever the pieces', async () => {
  const stream = new PassThrough();
  const tail = keepTail(stream);
  for (let line = 0; line < 10_000; line += 1) stream.write(`line ${line}\n`);
  await new Promise(setImmediate);
  expect(tail()).toHaveLength(4096);
  expect(tail().endsWith('line 9999\n')).toBe(true);
});
