import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { noiseAdvice } from './noise-advice.ts';

test('quiet runs need no advice', () => {
  expect(noiseAdvice([runRowWith({})])).toEqual([]);
});

test('few runs are named, with what the flag means and what to do', () => {
  expect(noiseAdvice([runRowWith({ noise_flags: 'swap' }), runRowWith({ repeat: 2 })])).toEqual([
    'noisy (swap): node@26.10.0 sleep 1,000 repeat 1; pages went to or came from swap. Free memory and measure again.',
  ]);
});

test('many are counted, for each of their flags', () => {
  const runs = [1, 2, 3, 4].map((repeat) => runRowWith({ repeat, noise_flags: 'other-cpu steal' }));
  const lines = noiseAdvice([...runs, runRowWith({})]);
  expect(lines.map((line) => line.split(';')[0])).toEqual([
    'noisy (other-cpu): 4 of 5 runs',
    'noisy (steal): 4 of 5 runs',
  ]);
});
