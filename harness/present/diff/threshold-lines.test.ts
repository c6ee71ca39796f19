import { expect, test } from 'vitest';
import { differences } from '../../analyse/differences.ts';
import { pairCases } from '../../analyse/pair-cases.ts';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { loadCatalogue } from '../../catalogue.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { thresholdLines } from './threshold-lines.ts';

const { workloads } = await loadCatalogue();

function runsOf(peaks: readonly number[], changes: Partial<RunRow> = {}) {
  return peaks.map((peak) => runRowWith({ peak_rss_bytes: peak * 1e6, ...changes }));
}

function gate(before: readonly RunRow[], after: readonly RunRow[]) {
  return thresholdLines(differences(pairCases(before, after).pairs, workloads), 0.05);
}

test('a regression is named with both figures and by how much at the least', () => {
  expect(gate(runsOf([60, 60, 60]), runsOf([72, 72, 72]))).toEqual([
    'sleep, 1,000 tasks, node@26.10.0: peak memory 60 MB before, 72 MB after: worse by at least 20 %',
    'surely worse by more than 5 %: 1 of 1 figures',
  ]);
});

test('what cannot be ruled out is told, and fails nothing', () => {
  expect(gate(runsOf([50, 60, 70]), runsOf([55, 65, 75]))).toEqual([
    'surely worse by more than 5 %: 0 of 1 figures; for 1 it cannot be ruled out, use more --repeats to decide',
  ]);
});

test('a case whose runs all fail now is named', () => {
  const [line] = gate(runsOf([60, 60, 60]), runsOf([1, 1], { status: 'crashed' }));
  expect(line).toBe(
    'sleep, 1,000 tasks, node@26.10.0: peak memory 60 MB before, 2 of 2 failed after: no run is ok any more',
  );
});
