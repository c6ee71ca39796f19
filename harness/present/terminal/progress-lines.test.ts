import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { findSuite, planComparison } from '../../plan/plan-comparison.ts';
import { progressLines } from './progress-lines.ts';
import { RuntimesProgress } from './runtime-progress.ts';
import { plainStyle } from './style.ts';

const { suites, workloads, runtimes } = await loadCatalogue();

/** The progress of a suite under every runtime, after its first run. */
function lines(suiteId: string, columns: number, rows: number): readonly string[] {
  const planned = [...runtimes.values()].map((runtime) => ({
    runtime,
    runtimeId: `${runtime.id}@1.2.3`,
  }));
  const plan = planComparison(findSuite(suites, suiteId), workloads, planned, { seed: 1 });
  const progress = new RuntimesProgress(plan, workloads);
  progress.add(plan.runs);
  const [first, second] = plan.runs;
  if (first === undefined || second === undefined) throw new Error('a plan without runs');
  const { runtimeId, workload, tasks } = first.case;
  progress.start(1);
  progress.finish(
    runRowWith({
      ...{ runtime_id: runtimeId, workload, tasks, position: 1 },
      peak_rss_bytes: 123_400_000,
      tasks_per_second: 1e6,
      lateness_p99_seconds: 0.123,
    }),
  );
  progress.start(2);
  return progressLines(
    {
      rows: progress.rows,
      plannedRuns: plan.runs.length,
      current: second,
      rssBytes: 888_888_888,
      left: { seconds: 4000, isMeasured: true },
    },
    { columns, rows },
    plainStyle,
  );
}

test.each([
  ['one-million', 80],
  ['one-million', 120],
  ['one-million', 40],
  ['asyncio-cost', 80],
])('%s at %d columns: no line is wrapped, and the live memory is whole', (suite, columns) => {
  const shown = lines(suite, columns, 60);
  for (const line of shown) expect(line.length).toBeLessThanOrEqual(columns);
  expect(shown.filter((line) => line.startsWith('›  889 MB '))).toHaveLength(1);
});

test('at 80 columns a finished median is whole', () => {
  expect(
    lines('one-million', 80, 60).filter((line) => / 1\/\d+ +\S+ ([MGk]?B|s) at 1[0,]*$/.test(line)),
  ).toHaveLength(1);
});

test('a low terminal shows the rows around the one that is running', () => {
  const shown = lines('one-million', 80, 10);
  expect(shown.length).toBeLessThan(10);
  expect(shown.some((line) => line.startsWith('›'))).toBe(true);
  expect(shown.at(-2)).toMatch(/… and \d+ more/);
});

test('how much is done and left stands last', () => {
  expect(lines('one-million', 80, 60).at(-1)).toMatch(
    /^ {2}1 of [\d,]+ runs · 1 h 7 min left · now sleep with/,
  );
});
