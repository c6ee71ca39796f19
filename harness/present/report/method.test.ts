import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { methodLines } from './method.ts';

const { workloads } = await loadCatalogue();
const facts = {
  comparisonId: 'c',
  suite: 's',
  title: 't',
  createdAt: '2026-01-01T00:00:00.000Z',
  seed: 1,
  repeats: 3,
  plannedRuns: 12,
  complete: true,
  harnessVersion: '0',
};

function methodOf(...runs: Parameters<typeof runRowWith>[0][]): string {
  return methodLines(facts, runs.map(runRowWith), workloads).join('\n');
}

test('what a peak is follows from what it was read from, in runs that count', () => {
  const exact = methodOf({ peak_source: 'vmhwm' }, { status: 'killed', peak_source: 'polled' });
  expect(exact).toContain('high-water mark (VmHWM)');
  expect(exact).not.toContain('lower bound');
  expect(methodOf({ peak_source: 'polled' })).toContain('lower bound');
  expect(methodOf({ peak_source: 'vmhwm-sum' })).toContain('upper bound');
});

test('work is called proven only where it is', () => {
  expect(methodOf({})).toContain('Its work is proven');
  const polled = methodOf({ workload: 'command' });
  expect(polled).not.toContain('proven');
  expect(polled).toContain('is not checked');
});

test('how often each case was run: always the same, or until it was settled', () => {
  expect(methodOf({})).toContain('every case 3 times,');
  const settling = { ...facts, repeats: 20, untilSettled: { maxRepeats: 20 } };
  expect(methodLines(settling, [runRowWith({})], workloads).join('\n')).toContain(
    'every case 6 times, and then until its figure was settled, at most 20 times,',
  );
});
