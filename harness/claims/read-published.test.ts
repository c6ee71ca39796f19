import { expect, test } from 'vitest';
import { readPublished } from './read-published.ts';

const published = readPublished();

test('every row of the reference files has one figure', () => {
  const ofAsyncio = published.filter(({ publication }) => publication.startsWith('so1n'));
  expect(ofAsyncio).toHaveLength(65);
  expect(published).toHaveLength(120 + 65);
});

test('CPU time is the printed share of the printed time, and unknown where they are not printed', () => {
  const java = (publication: string) =>
    published.find(
      (figure) =>
        figure.publication === publication &&
        figure.tasks === 1_000_000 &&
        figure.label === 'Java (OpenJDK)',
    );
  expect(java('hez2010-2024-take-2')?.cpuSeconds).toBeCloseTo(4.52 * 15.98, 9);
  expect(java('hez2010-2024-take-1')).toMatchObject({
    wallSeconds: undefined,
    cpuSeconds: undefined,
  });
});
