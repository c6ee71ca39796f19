import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_FIGURE } from '../model/largest-figure.ts';
import { parseCheckpoint } from './parse-checkpoint.ts';

test('a checkpoint with facts', () => {
  expect(parseCheckpoint('checkpoint parked live=1000000 seconds=1.25e-3')).toEqual({
    name: 'parked',
    facts: { live: 1_000_000, seconds: 0.001_25 },
  });
});

test('a bare checkpoint, and one with a carriage return', () => {
  expect(parseCheckpoint('checkpoint ready')).toEqual({ name: 'ready', facts: {} });
  expect(parseCheckpoint('checkpoint ready\r')).toEqual({ name: 'ready', facts: {} });
});

test.each([
  '',
  'hello',
  'checkpoint',
  'checkpoint Ready',
  'checkpoint ready ',
  'checkpoint  ready',
  ' checkpoint ready',
  'checkpoint ready live',
  'checkpoint ready live=',
  'checkpoint ready live=many',
  'checkpoint ready live=-1',
  'checkpoint ready live=0x10',
  'checkpoint ready live=NaN',
  'checkpoint ready live=Infinity',
  'checkpoint ready live=1e999',
  'checkpoint ready live=1e16',
  'checkpoint ready live=1 live=2',
  'checkpoint ready live=1=2',
  'checkpoint ready\0',
])('%j is not a checkpoint', (line) => {
  expect(parseCheckpoint(line)).toBeUndefined();
});

test('whatever was said comes back, and nothing else', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/);
  const facts = fc.dictionary(key, fc.double({ min: 0, max: LARGEST_FIGURE, noNaN: true }));
  fc.assert(
    fc.property(facts, (said) => {
      const pairs = Object.entries(said).map(([name, value]) => ` ${name}=${value}`);
      const parsed = parseCheckpoint(`checkpoint parked${pairs.join('')}`);
      expect(parsed).toEqual({ name: 'parked', facts: { ...said } });
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      parseCheckpoint(text);
      parseCheckpoint(`checkpoint ${text}`);
    }),
    { numRuns: 5_000 },
  );
});
