import { expect, test } from 'vitest';
import { chartRuntimes } from './chart-runtimes.ts';

function row(runtime: string, version: string) {
  return { runtime_id: `${runtime}@${version}`, runtime, version };
}

test('a name is as short as can be, and never that of two', () => {
  const named = chartRuntimes([
    row('node', '26.10.0'),
    row('node', '22.1.0'),
    row('rust-tokio', '1.95.0+tokio-1.52.3'),
    row('python-uvloop', '3.11.7+uvloop-0.22.0'),
    row('python-uvloop', '3.11.7+uvloop-0.23.0'),
  ]);
  expect([...named.values()].map(({ label, name }) => [label, name])).toEqual([
    ['node 22.1.0', 'node 22.1.0'],
    ['node 26.10.0', 'node 26.10.0'],
    ['python-uvloop@3.11.7+uvloop-0.22.0', 'python-uvloop@3.11.7+uvloop-0.22.0'],
    ['python-uvloop@3.11.7+uvloop-0.23.0', 'python-uvloop@3.11.7+uvloop-0.23.0'],
    ['rust-tokio 1.95.0', 'rust-tokio'],
  ]);
});

test('the place does not depend on the order of the rows', () => {
  const rows = [row('b', '1'), row('a', '1'), row('c', '1')];
  expect(chartRuntimes(rows)).toEqual(chartRuntimes([...rows].reverse()));
});
