import { PassThrough, Readable } from 'node:stream';
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

test('lines that start so are found wherever chunks are cut; all else is passed over', async () => {
  const text =
    'noise\ncheckpoint ready\n\nchec\ncheckpointed\nno checkpoint x\ncheckpoint parked\nche';
  for (let cut = 0; cut <= text.length; cut += 1) {
    const { stream, lines } = reader();
    stream.write(text.slice(0, cut));
    await new Promise(setImmediate);
    stream.end(text.slice(cut));
    const next = () => lines.nextStartingWith('checkpoint ');
    expect(await next()).toMatchObject({ text: 'checkpoint ready' });
    expect(await next()).toMatchObject({ text: 'checkpoint parked' });
    expect(await next()).toBe('end');
  }
});

test('a program that prints faster than we read is made to wait', async () => {
  let printed = 0;
  const stream = new Readable({
    read() {
      printed += 65_536;
      this.push(Buffer.alloc(65_536, 'y\n'));
    },
  });
  const lines = readLines(stream, () => 0);
  expect(await lines.next()).toMatchObject({ text: 'y' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(printed).toBeLessThan(4_000_000);
  stream.destroy();
});
