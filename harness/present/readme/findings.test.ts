import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../provision/places.ts';
import { type Results, readResults } from '../../results/read-results.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { findings } from './findings.ts';

const read = (suite: string) => readResults(join(repositoryRoot, 'results', suite));
const [tasks, timers, goThreads] = ['one-million', 'one-million-timers', 'go-threads'].map(read);
if (!tasks || !timers || !goThreads) throw new Error('three suites are read');

function withRuns(results: Results, change: (run: RunRow) => Partial<RunRow>): Results {
  return { ...results, runs: results.runs.map((run) => ({ ...run, ...change(run) })) };
}

test('the committed results decide three findings', () => {
  expect(findings({ tasks, timers, goThreads }).map((finding) => finding.slice(2, 12))).toEqual([
    'Go needs 2',
    'The same J',
    'A timer is',
  ]);
});

test('if many threads cost a fifth more memory, or were not measured, Go is no finding', () => {
  const costly = withRuns(goThreads, ({ runtime_id, peak_rss_bytes }) => ({
    peak_rss_bytes: (peak_rss_bytes ?? 0) * (runtime_id.startsWith('go+procs64@') ? 1.2 : 1),
  }));
  for (const other of [costly, undefined]) {
    expect(findings({ tasks, timers, goThreads: other }).join()).not.toContain('Go needs');
  }
});

test('where runs scatter, the order of Bun, Node and Deno is no finding', () => {
  const scattered = withRuns(tasks, ({ repeat, peak_rss_bytes }) => ({
    peak_rss_bytes: (peak_rss_bytes ?? 0) * repeat,
  }));
  expect(findings({ tasks: scattered, timers, goThreads }).join()).not.toContain(
    'The same JavaScript',
  );
});

test('failed runs are no evidence', () => {
  const failed = withRuns(tasks, () => ({ status: 'crashed' }));
  expect(findings({ tasks: failed, timers, goThreads })).toEqual([]);
});

test('without runs or costs there is nothing to say', () => {
  const nothing = { ...tasks, runs: [], costs: [] };
  expect(findings({ tasks: nothing, timers, goThreads })).toEqual([]);
});
