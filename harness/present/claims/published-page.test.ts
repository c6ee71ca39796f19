import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { readPublished } from '../../claims/read-published.ts';
import { publishedPage } from './published-page.ts';

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
  const lines = publishedPage(readPublished(), summary)
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('python-asyncio@'));
  expect(lines).toEqual([
    '| Python | 1,000,000 | 1.34 GB | `timer` `python-asyncio@3.13.0` | 1.4 GB | 1.05 |',
    '| Python | 1,000,000 | 1.34 GB | `timer` `python-asyncio@3.13.0` | 1.4 GB | 1.05 |',
    '| asyncio | 2,000 | 2,136 B | `footprint` `python-asyncio@3.13.0` | 1,500 B | 0.70 |',
  ]);
});

test('a first attempt that was not concurrent does not hide the figure of the longer sleep', () => {
  const of = (seconds: number, status: 'ok' | 'not-concurrent') =>
    runRowWith({
      runtime_id: 'elixir@1.18.0',
      tasks: 1_000_000,
      parameters: `seconds=${seconds}`,
      status,
      peak_rss_bytes: 3e9,
    });
  const summary = summaryRows([of(10, 'not-concurrent'), of(20, 'ok'), of(20, 'ok')]);
  expect(publishedPage(readPublished(), summary)).toContain('`sleep` `elixir@1.18.0` | 3 GB |');
});

test("a post's own version is what its figures are held against, where it was measured", () => {
  const of = (version: string) =>
    runRowWith({
      runtime_id: `python-asyncio@${version}`,
      workload: 'spawn',
      tasks: 100_000,
      tasks_per_second: 2e5,
    });
  const page = (...versions: string[]) =>
    publishedPage(readPublished(), summaryRows(versions.map(of)));
  expect(page('3.13.0', '3.9.1', '3.8.18')).toContain('`spawn` `python-asyncio@3.8.18`');
  expect(page('3.9.1', '3.13.0')).toContain('`spawn` `python-asyncio@3.13.0`');
});
