import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import { readLongTable } from './read-long-table.ts';
import { samplesTable } from './tables/samples.ts';

const facts = {
  comparisonId: 'c',
  suite: 's',
  title: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  seed: 1,
  repeats: 1,
  plannedRuns: 7,
  complete: true,
  harnessVersion: '0.0.0',
};

test('the rows of the runs that are asked for, across the pieces in which a file is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-'));
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    run_id: `c-${String(index % 7)}`,
    elapsed_seconds: index / 100,
    rss_bytes: 1_000_000 + index,
    threads: null,
  }));
  writeFileSync(join(folder, 'samples.csv'), toCsv(samplesTable, rows));
  const source = { path: folder, columns: new Map(), schemaVersion: 2, facts };
  const wanted = new Set(['c-2', 'c-6', 'not-there']);
  expect(readLongTable(samplesTable, source, wanted)).toEqual(
    rows.filter(({ run_id }) => wanted.has(run_id)),
  );
  expect(readLongTable(samplesTable, source, new Set())).toEqual([]);
});
