import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import type { ClaimTest } from '../claims/claim.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { machineRowWith } from '../results/machine-row.fixture.ts';
import { analyseRuns } from './analyse-runs.ts';
import { grainsOn, usualGrains } from './grain-of.ts';
import { judgeClaim } from './judge-claim.ts';
import { runRowWith } from './run-row.fixture.ts';

const [small, large] = [4_096, 16_384].map((page_bytes) =>
  machineRowWith({ machine_id: `pages-${page_bytes}`, page_bytes }),
);
const old = machineRowWith({ machine_id: 'old', page_bytes: null });
if (small === undefined || large === undefined) throw new Error('there are two');
const grainOf = grainsOn([small, large, old]);
const memory = metrics.peak_rss_bytes;
const { workloads } = await loadCatalogue();

/** Three runs that read the same number of bytes. */
const equalRuns = (machine_id: string, bytes = 1_048_576, changes = {}) =>
  [1, 2, 3].map((repeat) => runRowWith({ machine_id, repeat, peak_rss_bytes: bytes, ...changes }));

test('memory grows by the pages of the machine, other metrics by steps of their own', () => {
  expect(grainOf(memory, equalRuns('pages-16384'))).toBe(16_384);
  expect(grainOf(memory, equalRuns('pages-4096'))).toBe(4_096);
  expect(grainOf(memory, [...equalRuns('pages-4096'), ...equalRuns('pages-16384')])).toBe(16_384);
  expect(grainOf(metrics.threads_peak, equalRuns('pages-16384'))).toBe(1);
});

test('a folder that does not tell has the usual pages', () => {
  expect(grainOf(memory, equalRuns('old'))).toBe(4_096);
  expect(usualGrains(memory, equalRuns('pages-16384'))).toBe(4_096);
  expect(grainOf(memory, [])).toBe(4_096);
});

const bounds: ClaimTest = {
  kind: 'bounds',
  figure: { runtime: 'node', workload: 'sleep', tasks: [1_000], metric: memory },
  from: 0,
  to: 1,
};

test('equal runs on larger pages have wider intervals: of medians, costs and claims', () => {
  const widths = [small, large].map((machine) => {
    const { machine_id } = machine;
    const sizes = [1, 10, 100, 1_000].flatMap((tasks) =>
      equalRuns(machine_id, 1_048_576 + 16_384 * tasks, { tasks }),
    );
    const { summary, costs } = analyseRuns(sizes, [machine], workloads);
    const [row] = summary.filter(({ metric }) => metric === memory.name);
    const [cost] = costs;
    const claimed = judgeClaim(bounds, sizes, grainsOn([machine])).figures[0]?.measured?.interval;
    return {
      median: (row?.ci_high ?? 0) - (row?.ci_low ?? 0),
      cost: (cost?.ci_high ?? 0) - (cost?.ci_low ?? 0),
      claim: (claimed?.high ?? 0) - (claimed?.low ?? 0),
    };
  });
  const [narrow, wide] = widths;
  for (const figure of ['median', 'cost', 'claim'] as const) {
    expect(narrow?.[figure]).toBeGreaterThan(0);
    expect((wide?.[figure] ?? 0) / (narrow?.[figure] ?? 1), figure).toBeCloseTo(4, 1);
  }
});
