import { expect, test } from 'vitest';
import { type Migration, migrations, olderColumns } from './migrations.ts';
import { SCHEMA_VERSION, UNNAMED_VERSION } from './schema-version.ts';
import { runsTable } from './tables/runs.ts';

test('there is a migration to each version, in order', () => {
  const versions = migrations.map(({ to }) => to);
  expect(versions).toEqual(
    Array.from(
      { length: SCHEMA_VERSION - UNNAMED_VERSION },
      (_, step) => UNNAMED_VERSION + 1 + step,
    ),
  );
});

const steps: readonly Migration[] = [
  {
    to: 2,
    change: '',
    tables: {
      runs: { renamed: { rss: 'peak' }, filled: { why: { cell: 'none', because: 'a test' } } },
    },
  },
  { to: 3, change: '', tables: { runs: { renamed: { peak: 'peak_rss_bytes', why: 'reason' } } } },
];

test('a column that was renamed twice is found under the name of its time', () => {
  const nameIn = (version: number) =>
    olderColumns(runsTable, version, steps).formerName('peak_rss_bytes');
  expect([1, 2, 3].map(nameIn)).toEqual(['rss', 'peak', 'peak_rss_bytes']);
  expect(olderColumns(runsTable, 1, steps).formerName('tasks')).toBe('tasks');
});

test('a column that is required since is filled, under its name of today; others are empty', () => {
  const fillingIn = (version: number) => olderColumns(runsTable, version, steps).filling('reason');
  expect([1, 2, 3].map(fillingIn)).toEqual(['none', '', '']);
  expect(olderColumns(runsTable, 1, steps).filling('threads_peak')).toBe('');
});
