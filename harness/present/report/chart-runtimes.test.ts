import { expect, test } from 'vitest';
import type { Family } from '../../model/family.ts';
import { chartRuntimes } from './chart-runtimes.ts';

function row(runtime: string, version: string) {
  return { runtime_id: `${runtime}@${version}`, runtime, version };
}

const familyOf = (runtime: string): Family | undefined =>
  (({ node: 'javascript', bun: 'javascript', go: 'go' }) as const)[runtime];

test('a name is as short as can be, and never that of two', () => {
  const named = chartRuntimes(
    [
      row('node', '26.10.0'),
      row('node', '22.1.0'),
      row('rust-tokio', '1.95.0+tokio-1.52.3'),
      row('python-uvloop', '3.11.7+uvloop-0.22.0'),
      row('python-uvloop', '3.11.7+uvloop-0.23.0'),
      row('mine', 'sha256-a8e67a5c5961'),
      row('sleep', 'sha256-0123456789ab'),
      row('sleep', 'sha256-ba9876543210'),
    ],
    familyOf,
  );
  expect([...named.values()].map(({ label, name }) => [label, name])).toEqual([
    ['mine', 'mine'],
    ['node 22.1.0', 'node 22.1.0'],
    ['node 26.10.0', 'node 26.10.0'],
    ['python-uvloop@3.11.7+uvloop-0.22.0', 'python-uvloop@3.11.7+uvloop-0.22.0'],
    ['python-uvloop@3.11.7+uvloop-0.23.0', 'python-uvloop@3.11.7+uvloop-0.23.0'],
    ['rust-tokio 1.95.0', 'rust-tokio'],
    ['sleep@sha256-0123456789ab', 'sleep@sha256-0123456789ab'],
    ['sleep@sha256-ba9876543210', 'sleep@sha256-ba9876543210'],
  ]);
});

test('the mark does not depend on the order of the rows', () => {
  const rows = [row('b', '1'), row('a', '1'), row('c', '1')];
  expect(chartRuntimes(rows, familyOf)).toEqual(chartRuntimes([...rows].reverse(), familyOf));
});

test('one colour a language, whatever else is there; unknown runtimes take what is left', () => {
  const hueIn = (...names: readonly string[]) => {
    const rows = names.map((name) => row(name, '1'));
    return new Map(
      [...chartRuntimes(rows, familyOf).values()].map(({ name, hue, variant }) => [
        name,
        { hue, variant },
      ]),
    );
  };
  const few = hueIn('go', 'node');
  const many = hueIn('bun', 'go', 'mine', 'node', 'other');
  expect(many.get('go')).toEqual(few.get('go'));
  expect(many.get('node')?.hue).toBe(many.get('bun')?.hue);
  expect(many.get('node')?.variant).toBe(1);
  expect(new Set([...many.values()].map(({ hue }) => hue)).size).toBe(4);
});
