import { expect, test } from 'vitest';
import { STATUSES } from '../model/outcome.ts';
import { runRowWith } from './run-row.fixture.ts';
import { summaryRows } from './summary.ts';

const good = [51e6, 50e6, 53e6].map((peak, index) =>
  runRowWith({ repeat: index + 1, position: index + 1, peak_rss_bytes: peak }),
);

test('median, range and an interval, wider than the range of three runs', () => {
  const row = summaryRows(good).find(({ metric }) => metric === 'peak_rss_bytes');
  expect(row).toMatchObject({ runs: 3, failed_runs: 0, median: 51e6, min: 50e6, max: 53e6 });
  expect(row?.ci_low).toBeLessThan(50e6);
  expect(row?.ci_high).toBeGreaterThan(53e6);
});

const FAILURES = STATUSES.filter((status) => status !== 'ok' && status !== 'interrupted');

test('failed runs change the counts and nothing else', () => {
  const failed = FAILURES.map((status, index) =>
    runRowWith({ status, repeat: 10 + index, peak_rss_bytes: 9e12, wall_seconds: 1e9 }),
  );
  const withFailures = summaryRows([...failed, ...good]);
  expect(withFailures).toEqual(
    summaryRows(good).map((row) => ({ ...row, failed_runs: failed.length })),
  );
});

test('a case with no run that was ok keeps a row without figures', () => {
  expect(summaryRows([runRowWith({ status: 'timeout' })])).toEqual([
    expect.objectContaining({ metric: 'peak_rss_bytes', runs: 0, failed_runs: 1, median: null }),
  ]);
});

test('a run that the user stopped has not failed', () => {
  const stopped = runRowWith({ status: 'interrupted', repeat: 4 });
  expect(summaryRows([...good, stopped])).toEqual(summaryRows(good));
  expect(summaryRows([stopped])).toEqual([]);
});

test('noisy runs are counted', () => {
  const noisy = runRowWith({ repeat: 4, noise_flags: 'steal' });
  expect(summaryRows([...good, noisy])[0]).toMatchObject({ runs: 4, noisy_runs: 1 });
});

test('equal runs have an interval of some steps of what counted them', () => {
  const equal = [1, 2, 3].map((repeat) => runRowWith({ repeat, threads_peak: 5 }));
  const [memory, threads] = ['peak_rss_bytes', 'threads_peak'].map((metric) =>
    summaryRows(equal).find((row) => row.metric === metric),
  );
  expect(50e6 - (memory?.ci_low ?? 0)).toBeGreaterThan(4_096);
  expect(50e6 - (memory?.ci_low ?? 0)).toBeLessThan(4 * 4_096);
  expect(threads?.ci_low).toBeLessThan(4);
});

test('two runs have no interval', () => {
  expect(summaryRows(good.slice(0, 2))[0]).toMatchObject({ ci_low: null, ci_high: null });
});

test('the same rows always give the same summary', () => {
  expect(summaryRows(good)).toEqual(summaryRows(good));
});
