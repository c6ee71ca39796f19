// A thousand nodes' worth of results folders, merged and reported.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { writeParts } from '../compare/merge/parts.fixture.ts';
import { repositoryRoot } from '../provision/places.ts';

const PARTS = 1_000;

test('1,000 folders are merged and reported in less than 2 GB', { timeout: 900_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'tasktax-many-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const { workloads } = await loadCatalogue();
  const runtimes = Array.from({ length: 18 }, (_, index) => `runtime-${index}`);
  const wanted = { parts: PARTS, blocks: PARTS, runtimes, sizes: [1, 10, 100, 1000], samples: 10 };
  const folders = writeParts(root, wanted, workloads);
  const out = join(root, 'out');
  const peakFile = join(root, 'peak');
  const started = performance.now();
  const { exitCode, stdout, stderr } = await execa(
    '/usr/bin/time',
    [
      '-f',
      '%M',
      '-o',
      peakFile,
      process.execPath,
      'harness/cli.ts',
      'merge',
      ...folders,
      '--out',
      out,
    ],
    { cwd: repositoryRoot, reject: false },
  );
  const peakMegabytes = Number(readFileSync(peakFile, 'utf8')) / 1000;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${PARTS} folders: ${seconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB`);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`machines: ${PARTS}, pooled`);
  expect(peakMegabytes).toBeLessThan(2000);
});
