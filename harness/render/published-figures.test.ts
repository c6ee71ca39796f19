import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { summaryRows } from '../analyse/summary.ts';
import { parsePublished, publishedPage } from './published-figures.ts';

const reference = (file: string) =>
  parsePublished(
    readFileSync(new URL(`../../results/reference/${file}.csv`, import.meta.url), 'utf8'),
  );

test('every row of the reference files has one figure', () => {
  expect(reference('one-million-tasks')).toHaveLength(120);
  expect(reference('asyncio-cost')).toHaveLength(65);
});

test("the post's Python is held against our timers, its asyncio against our tasks", () => {
  const summary = summaryRows([
    runRowWith({
      runtime_id: 'python-asyncio@3.13.0',
      workload: 'timer',
      tasks: 1_000_000,
      peak_rss_bytes: 1.4e9,
    }),
    runRowWith({
      runtime_id: 'python-asyncio@3.13.0',
      workload: 'footprint',
      tasks: 2000,
      parameters: 'laps=10 pause=0.1 heap=1',
      heap_bytes: 3e6,
    }),
  ]);
  const published = [...reference('one-million-tasks'), ...reference('asyncio-cost')];
  const lines = publishedPage(published, summary)
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes(' python-asyncio@'));
  expect(lines).toEqual([
    '| Python | 1,000,000 | 1.34 GB | `timer` python-asyncio@3.13.0 | 1.4 GB | 1.05 |',
    '| Python | 1,000,000 | 1.34 GB | `timer` python-asyncio@3.13.0 | 1.4 GB | 1.05 |',
    '| asyncio | 2,000 | 2.14 kB | `footprint` python-asyncio@3.13.0 | 1.5 kB | 0.70 |',
  ]);
});
