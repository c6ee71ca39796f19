import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import { readRowsOf } from './rows-of-runs.ts';
import { samplesTable } from './tables/samples.ts';

test('the rows of the runs that are asked for, across the pieces in which a file is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-'));
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    run_id: `c-${String(index % 7)}`,
    elapsed_seconds: index / 100,
    rss_bytes: 1_000_000 + index,
    threads: null,
  }));
  writeFileSync(join(folder, 'samples.csv'), toCsv(samplesTable, rows));
  const wanted = new Set(['c-2', 'c-6', 'not-there']);
  expect(readRowsOf(samplesTable, folder, wanted)).toEqual(
    rows.filter(({ run_id }) => wanted.has(run_id)),
  );
  expect(readRowsOf(samplesTable, folder, new Set())).toEqual([]);
});
