import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { STATUSES } from '../model/outcome.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { costRows } from './costs.ts';
import { runRowWith } from './run-row.fixture.ts';
import { summaryRows } from './summary.ts';

const { workloads } = await loadCatalogue();
const FAILURES = STATUSES.filter((status) => status !== 'ok' && status !== 'interrupted');

/** Of one of a few cases, with figures that would be seen if they entered anything. */
const aRun = (status: fc.Arbitrary<RunRow['status']>) =>
  fc
    .record({
      status,
      runtime_id: fc.constantFrom('node@26.10.0', 'bun@1.4.5'),
      workload: fc.constantFrom('sleep', 'spawn'),
      tasks: fc.constantFrom(1, 10_000, 100_000, 1_000_000),
      peak_rss_bytes: fc.option(fc.integer({ min: 1, max: 2 ** 40 })),
      wall_seconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
      tasks_per_second: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      noise_flags: fc.constantFrom(null, 'steal'),
    })
    .map(runRowWith);

const mixture = fc.record({
  ok: fc.array(aRun(fc.constant('ok')), { maxLength: 24 }),
  failed: fc.array(fc.record({ run: aRun(fc.constantFrom(...FAILURES)), place: fc.nat(24) }), {
    minLength: 1,
    maxLength: 12,
  }),
});

/** The runs that were ok in their order, with the failed ones anywhere between them. */
function mixed({ ok, failed }: { ok: RunRow[]; failed: { run: RunRow; place: number }[] }) {
  const runs = [...ok];
  for (const { run, place } of failed) runs.splice(place, 0, run);
  return runs;
}

const caseOf = (row: SummaryRow | RunRow) => [row.runtime_id, row.workload, row.tasks].join();
const byKey = (rows: readonly SummaryRow[]) =>
  new Map(rows.map((row) => [`${caseOf(row)} ${row.metric}`, row]));

test('failed runs, whatever they measured and wherever they stand, change the counts of a summary and nothing else', () => {
  fc.assert(
    fc.property(mixture, (runs) => {
      const failures = (row: SummaryRow) =>
        runs.failed.filter(({ run }) => caseOf(run) === caseOf(row)).length;
      const expected = byKey(summaryRows(runs.ok));
      for (const [key, row] of byKey(summaryRows(mixed(runs)))) {
        const without = expected.get(key);
        expected.delete(key);
        expect(row.failed_runs).toBe(failures(row));
        if (without === undefined) {
          // A case of which no run was ok has a row, but no figure.
          expect(row).toMatchObject({ runs: 0, noisy_runs: 0, ...NO_FIGURES });
        } else {
          expect({ ...row, failed_runs: 0 }).toEqual(without);
        }
      }
      expect([...expected.keys()]).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const NO_FIGURES = { median: null, ci_low: null, ci_high: null, min: null, max: null };

test('and nothing at all of a cost', () => {
  const enough = [1, 10_000, 100_000, 1_000_000].map((tasks) =>
    runRowWith({ tasks, peak_rss_bytes: 40e6 + 800 * tasks }),
  );
  fc.assert(
    fc.property(mixture, ({ ok, failed }) => {
      const without = costRows([...enough, ...ok], workloads);
      expect(without.length).toBeGreaterThan(0);
      expect(costRows(mixed({ ok: [...enough, ...ok], failed }), workloads)).toEqual(without);
    }),
    { numRuns: 100 },
  );
});
