// A thousand nodes' worth of results folders, merged and reported.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { writeParts } from '../compare/merge/parts.fixture.ts';
import { costOf } from './fixtures/cost-of.ts';

const PARTS = 1_000;

test('1,000 folders are merged and reported in less than 2 GB', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tasktax-many-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const { workloads } = await loadCatalogue();
  const runtimes = Array.from({ length: 18 }, (_, index) => `runtime-${index}`);
  const wanted = { parts: PARTS, blocks: PARTS, runtimes, sizes: [1, 10, 100, 1000], samples: 10 };
  const folders = writeParts(root, wanted, workloads);
  const out = join(root, 'out');
  const { exitCode, stdout, stderr, peakMegabytes } = await costOf(
    `${PARTS} folders merged and reported`,
    ...['merge', ...folders, '--out', out],
  );
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`machines: ${PARTS}, pooled`);
  expect(peakMegabytes).toBeLessThan(2000);
});
