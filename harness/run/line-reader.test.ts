import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readLines } from './line-reader.ts';

function reader() {
  const stream = new PassThrough();
  let now = 0;
  return { stream, lines: readLines(stream, () => now++) };
}

test('lines that arrive in pieces are put together, and stamped when their end arrives', async () => {
  const { stream, lines } = reader();
  stream.write('checkpoint ');
  await new Promise(setImmediate);
  stream.write('ready\ncheckpoint parked\nchec');
  expect(await lines.next()).toEqual({ text: 'checkpoint ready', elapsedSeconds: 1 });
  expect(await lines.next()).toEqual({ text: 'checkpoint parked', elapsedSeconds: 1 });
});

test('after the end there is only the end, and half a line is none', async () => {
  const { stream, lines } = reader();
  stream.end('one\nhalf');
  expect(await lines.next()).toMatchObject({ text: 'one' });
  expect(await lines.next()).toBe('end');
  expect(await lines.next()).toBe('end');
});

test('a line without end is told once and not collected; what follows it is read', async () => {
  const { stream, lines } = reader();
  for (let i = 0; i < 100; i += 1) stream.write('x'.repeat(10_000));
  stream.write('tail of it\ncheckpoint ready\n');
  expect(await lines.next()).toBe('overlong');
  expect(await lines.next()).toMatchObject({ text: 'checkpoint ready' });
});
