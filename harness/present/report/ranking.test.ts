import { expect, test } from 'vitest';
import { usualGrains } from '../../analyse/grain-of.ts';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { loadCatalogue } from '../../catalogue.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { headlineTables } from '../headline-tables.ts';
import { findingOf } from './finding.ts';
import { type Ranking, rankCells, rankingOf } from './ranking.ts';
import { runsByCase } from './runs-by-case.ts';

const { workloads } = await loadCatalogue();

function runsOf(runtime_id: string, ...peaks: readonly number[]): readonly RunRow[] {
  return peaks.map((peak_rss_bytes, index) =>
    runRowWith({ runtime_id, repeat: index + 1, peak_rss_bytes }),
  );
}

function rank(...runs: readonly (readonly RunRow[])[]): Ranking {
  const rows = runs.flat();
  const [table] = headlineTables(summaryRows(rows), [], workloads);
  if (table === undefined) throw new Error('no table');
  return rankingOf(table, { runsOf: runsByCase(rows), grainOf: usualGrains, facts: {} });
}

test('a clear winner is named, with how far the last is from it', () => {
  const ranking = rank(runsOf('a@1', 100e6, 101e6, 99e6), runsOf('b@1', 400e6, 401e6, 399e6));
  expect(findingOf(ranking)).toMatch(
    /^With 1,000 tasks, a@1 has the lowest peak memory: 100 MB \(98–103\)\. The highest is b@1's: 400 MB \(398–402\), 4\.00 \(3\.\d+–4\.\d+\) times that of a@1\.$/,
  );
  expect(rankCells(ranking, 'b@1')[0]).toEqual({ text: '2', value: 2 });
  expect(ranking.ratios['b@1']?.['a@1']?.text).toMatch(/^0\.250 \(/);
});

test('of runtimes that the runs do not tell apart, none is called best', () => {
  const ranking = rank(runsOf('a@1', 100e6, 120e6, 90e6), runsOf('b@1', 101e6, 125e6, 92e6));
  expect(findingOf(ranking)).toContain('cannot tell which has the lowest peak memory: a@1');
});

test('a runtime with too few runs has no rank, and is named', () => {
  const ranking = rank(
    runsOf('a@1', 100e6, 101e6, 99e6),
    runsOf('b@1', 400e6, 401e6, 399e6),
    runsOf('c@1', 200e6),
  );
  expect(rankCells(ranking, 'c@1')[0]).toEqual({ text: '—', value: null });
  expect(findingOf(ranking)).toContain('Too few runs were ok to rank c@1.');
});

test('the last is called so only where it surely is', () => {
  const spread = [165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 360];
  const sure = (runtimeId: string, peak: number) =>
    runsOf(runtimeId, ...spread.map((_, run) => (peak + run / 100) * 1e6));
  const wide = runsOf('wide@1', ...spread.map((peak) => peak * 1e6));
  expect(findingOf(rank(sure('a@1', 100), sure('b@1', 250), wide))).toMatch(
    /That of wide@1 is between 165 and 360 MB, depending on the run, \d\.\d+ \(1\.6\d*–3\.\d+\) times that of a@1\.$/,
  );
  expect(rankCells(rank(sure('a@1', 100), sure('b@1', 250), wide), 'wide@1')[0]).toEqual({
    text: '2–3',
    value: 2,
  });
});

test('where the best cannot be told, what would tell', () => {
  const of = (peak: number) => [0, 1, -1, 2, -2, 0.5].map((noise) => (peak + noise) * 1e6);
  expect(findingOf(rank(runsOf('a@1', ...of(100)), runsOf('b@1', ...of(102))))).toMatch(
    /cannot tell which has the lowest peak memory: a@1 .*, b@1 .*; of the first two, about \d+ more runs of each may tell \(--precision 1%\)\.$/,
  );
});

test('of runs all over a range, no number tells which is better', () => {
  const spread = [165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 360];
  const sure = runsOf('a@1', ...spread.map((_, run) => (280 + run / 100) * 1e6));
  const wide = runsOf('b@1', ...spread.map((peak) => (peak + 10) * 1e6));
  expect(findingOf(rank(sure, wide))).toMatch(
    /of the first two, which is better depends on the run\.$/,
  );
});

test('single runs decide nothing', () => {
  expect(findingOf(rank(runsOf('a@1', 100e6), runsOf('b@1', 400e6)))).toContain(
    'too few runs were ok to tell which has the lowest peak memory.',
  );
});

test('failed runs enter nothing, and where all failed there is no answer', () => {
  const failed = runRowWith({ runtime_id: 'a@1', status: 'timeout', peak_rss_bytes: 1 });
  const ok = [runsOf('a@1', 100e6, 101e6, 99e6), runsOf('b@1', 400e6, 401e6, 399e6)] as const;
  expect(rank(...ok, [failed])).toEqual(rank(...ok));
  expect(findingOf(rank([failed]))).toBe('No run was ok, so there is no figure.');
});

test('runtimes that are hidden are neither named nor compared with', () => {
  const ranking = rank(
    runsOf('a@1', 100e6, 101e6, 99e6),
    runsOf('b@1', 200e6, 201e6, 199e6),
    runsOf('c@1', 400e6, 401e6, 399e6),
    runsOf('d@1', 200e6, 205e6, 195e6),
  );
  expect(findingOf(ranking, new Set(['a@1', 'd@1']))).toMatch(
    /^Of the runtimes shown, with 1,000 tasks, b@1 has the lowest peak memory: 200 MB \(198–202\)\. The highest is c@1's: 400 MB \(398–402\), 2\.00 \(1\.\d+–2\.\d+\) times that of b@1\.$/,
  );
  expect(findingOf(ranking, new Set(['a@1']))).toContain('cannot tell which has the lowest');
  expect(findingOf(ranking, new Set(['a@1', 'b@1', 'd@1']))).toContain(
    'c@1: 400 MB (398–402) (peak memory)',
  );
  expect(findingOf(ranking, new Set(['a@1', 'b@1', 'c@1', 'd@1']))).toBe(
    'None of the runtimes shown has a figure.',
  );
});

test('with nothing hidden, the finding ranks as the table does', () => {
  const ranking = rank(
    runsOf('a@1', 100e6, 120e6, 90e6),
    runsOf('b@1', 101e6, 125e6, 92e6),
    runsOf('c@1', 400e6, 401e6, 399e6),
  );
  const leaders = ranking.ranks.filter(({ best }) => best === 1).map(({ runtimeId }) => runtimeId);
  expect(leaders).toEqual(['a@1', 'b@1']);
  for (const leader of leaders) expect(findingOf(ranking)).toContain(`${leader} 10`);
  expect(findingOf(ranking)).not.toContain('c@1 4');
});
