import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { equivalentOf } from './equivalents.ts';
import { readPublished } from './read-published.ts';

const published = readPublished();

test('every published label has an equivalent, but for what no runtime here is', () => {
  const without = published.filter((figure) => equivalentOf(figure) === undefined);
  expect([...new Set(without.map(({ label }) => label))]).toEqual([
    'C#',
    'C# (NativeAOT)',
    'Java (GraalVM)',
    'Java (GraalVM native-image)',
  ]);
});

test('every equivalent is a workload that there is', async () => {
  const { workloads } = await loadCatalogue();
  for (const figure of published) {
    const equivalent = equivalentOf(figure);
    if (equivalent) expect([...workloads.keys()]).toContain(equivalent.workload);
  }
});

test('the same label means another program in another post', () => {
  const of = (publication: string, label: string) =>
    equivalentOf({ publication, label, workload: 'sleep' });
  expect(of('hez2010-2024-take-1', 'Rust (tokio)')).toEqual(
    of('hez2010-2024-take-2', 'Rust (futures)'),
  );
  expect(of('pkolaczk-2023', 'Python')?.workload).toBe('sleep');
  expect(of('hez2010-2024-take-2', 'Python')?.workload).toBe('timer');
});
