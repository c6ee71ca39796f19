// A site of fifty results folders with ten thousand runs each.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { writeSyntheticResults } from '../present/report/synthetic-results.fixture.ts';
import { readMeasurements } from '../results/read-results.ts';
import { costOf } from './fixtures/cost-of.ts';

const FOLDERS = 50;
const LEAST_RUNS = 10_000;

test('a site of 50 folders with 10,000 runs each is built in less than 1 GB', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tasktax-folders-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const { workloads } = await loadCatalogue();
  const wanted = { runtimes: 17, sizes: [1, 10_000, 100_000, 1_000_000], repeats: 154 };
  const results = join(root, 'results');
  const folders = Array.from({ length: FOLDERS }, (_, index) => join(results, `suite-${index}`));
  for (const folder of folders)
    writeSyntheticResults(folder, { ...wanted, samples: 10 }, workloads);
  expect(readMeasurements(folders[0] ?? '').runs.length).toBeGreaterThanOrEqual(LEAST_RUNS);
  const out = join(root, 'site');
  const built = await costOf(`a site of ${FOLDERS} folders`, 'site', results, '--out', out);
  expect(built).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readdirSync(join(out, 'suites'))).toHaveLength(FOLDERS);
  expect(built.peakMegabytes).toBeLessThan(1000);
});
