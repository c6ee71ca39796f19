import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue.ts';
import { mergeResults } from '../../compare/merge/merge-results.ts';
import { writeParts } from '../../compare/merge/parts.fixture.ts';
import { readMeasurements } from '../../results/read-results.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { sideBySide } from './side-by-side.ts';

const { workloads } = await loadCatalogue();
const WANTED = { parts: 1, blocks: 5, runtimes: ['a', 'b', 'c'], sizes: [1, 1000] };

/** Writes a folder of a machine that is so many times slower, and on which some runtimes are still more so. */
function folderOf(cpu: string, slower: number, odd: Readonly<Record<string, number>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'tasktax-side-'));
  const scaled = (run: RunRow) => {
    const factor = slower * (odd[run.runtime_id] ?? 1);
    return { ...run, peak_rss_bytes: Math.round((run.peak_rss_bytes ?? 0) * factor) };
  };
  const [folder = ''] = writeParts(root, WANTED, workloads, () => ({
    machine: { machine_id: cpu, cpu_model: cpu },
    runs: (runs) => runs.map(scaled),
  }));
  return folder;
}

function shown(folders: readonly string[]): string {
  return sideBySide(folders.map(readMeasurements), workloads);
}

const cellsOf = (page: string, runtime: string) =>
  page
    .split('\n')
    .find((line) => line.startsWith(`| ${runtime}@1`))
    ?.split('|')
    .map((cell) => cell.trim())
    .slice(2, -1);

test('a machine that is slower throughout has the same ratios; an odd runtime has not', () => {
  const usual = { 'b@1': 2, 'c@1': 3 };
  const page = shown([
    folderOf('fast', 1, usual),
    folderOf('slow', 1.7, usual),
    folderOf('odd', 1, { ...usual, 'c@1': 4 }),
  ]);
  expect(page).toContain('(slow, 2 CPUs, 25 GB, Made-up OS 1)');
  expect(page).toContain('**`sleep`**: peak memory of 1,000 tasks, in multiples of a@1');
  expect(cellsOf(page, 'b')).toEqual([
    expect.stringMatching(/^(2\.00|1\.99)\d? \(/),
    expect.stringMatching(/^(2\.00|1\.99)\d? \(/),
    expect.stringMatching(/^(2\.00|1\.99)\d? \(/),
    'yes',
  ]);
  expect(cellsOf(page, 'c')?.at(-1)).toBe('**no**');
});

test('machines that do not agree are told apart within one folder, too', () => {
  const root = mkdtempSync(join(tmpdir(), 'tasktax-side-'));
  const parts = writeParts(root, { ...WANTED, parts: 2, blocks: 8 }, workloads, (part) => ({
    machine: { machine_id: `m${part}`, cpu_model: `cpu ${part}` },
  }));
  const out = join(root, 'out');
  mergeResults(parts, out, workloads);
  expect(shown([out])).toMatch(/- A: .*cpu 1.*\n- B: .*cpu 2/);
});

test('folders without a common case say so', () => {
  const [one, other] = [folderOf('one', 1), folderOf('other', 1)];
  const { runs, ...rest } = readMeasurements(other);
  const elsewhere = { ...rest, runs: runs.map((run) => ({ ...run, runtime_id: 'd@1' })) };
  expect(sideBySide([readMeasurements(one), elsewhere], workloads)).toContain(
    'No two runtimes have ok runs of one case in all of these.',
  );
});
