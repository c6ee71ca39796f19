import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../provision/places.ts';
import { type Results, readResults } from '../../results/read-results.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { findings } from './findings.ts';

const read = (suite: string) => readResults(join(repositoryRoot, 'results', suite));
const [tasks, timers] = [read('one-million'), read('one-million-timers')];

function withRuns(results: Results, change: (run: RunRow) => Partial<RunRow>): Results {
  return { ...results, runs: results.runs.map((run) => ({ ...run, ...change(run) })) };
}

test('the committed results decide three findings', () => {
  expect(findings({ tasks, timers }).map((finding) => finding.slice(2, 12))).toEqual([
    'Go needs 2',
    'The same J',
    'A timer is',
  ]);
});

test('with as many threads as tasks, Go is no finding', () => {
  const threads = withRuns(tasks, (run) => ({ threads_peak: run.tasks }));
  expect(findings({ tasks: threads, timers })).toHaveLength(2);
});

test('where runs scatter, the order of Bun, Node and Deno is no finding', () => {
  const scattered = withRuns(tasks, ({ repeat, peak_rss_bytes }) => ({
    peak_rss_bytes: (peak_rss_bytes ?? 0) * repeat,
  }));
  expect(findings({ tasks: scattered, timers }).join()).not.toContain('The same JavaScript');
});

test('failed runs are no evidence', () => {
  const failed = withRuns(tasks, () => ({ status: 'crashed' }));
  expect(findings({ tasks: failed, timers })).toEqual([]);
});

test('without runs or costs there is nothing to say', () => {
  const nothing = { ...tasks, runs: [], costs: [] };
  expect(findings({ tasks: nothing, timers })).toEqual([]);
});
