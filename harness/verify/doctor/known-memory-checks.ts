import { type SizeGroup, taskCost } from '../../analyse/task-cost.ts';
import { pageSize } from '../../kernel/page-size.ts';
import { PARKED } from '../../model/workload.ts';
import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';
import { checkOrFailure } from './check-or-failure.ts';
import { measureFixture } from './measure-fixture.ts';
import { netPeakCheck } from './net-peak.ts';
import { toleranceCheck } from './tolerance-check.ts';

const MIB = 2 ** 20;

/** The error of our figures for programs whose memory and time are known. */
export async function knownMemoryChecks(fixture: string): Promise<readonly Check[]> {
  return [
    await netPeakCheck(fixture, 'steady', { mib: 16 }),
    await netPeakCheck(fixture, 'steady', { mib: 256 }),
    await netPeakCheck(fixture, 'steady', { mib: 1024 }),
    await netPeakCheck(fixture, 'spike', { mib: 200, seconds: 0.1 }),
    await checkOrFailure('tree of 5 processes sharing 500 MiB', () => treeCheck(fixture)),
    await checkOrFailure('one page a task', () => slopeCheck(fixture)),
    await checkOrFailure('work of 1 s', () => secondCheck(fixture)),
  ];
}

/** Memory that five processes share counts once. */
async function treeCheck(fixture: string): Promise<Check> {
  const { readings } = await measureFixture(fixture, 'tree', { mib: 500, children: 4 });
  const parked = readings.find(({ checkpoint }) => checkpoint === PARKED);
  return toleranceCheck({
    what: 'tree of 5 processes sharing 500 MiB',
    measured: parked?.pss_bytes ?? null,
    truth: 500 * MIB,
    tolerance: 0.05 * 500 * MIB,
    bound: 'PSS within 5 %',
    format: formatBytes,
    otherwise: 'fail',
  });
}

const SIZES = [1, 1_000, 10_000, 100_000];

/** The cost of a task that touches exactly one page, from the slope over the number of tasks. */
async function slopeCheck(fixture: string): Promise<Check> {
  const pageBytes = (await pageSize()) ?? Number.NaN;
  const groups: SizeGroup[] = [];
  for (const tasks of SIZES) {
    const { run } = await measureFixture(fixture, 'pages', {}, { tasks });
    const value = run.peak_rss_bytes;
    groups.push({ tasks, runs: value === null ? [] : [{ repeat: 1, value }] });
  }
  const isMeasured = groups.every(({ runs }) => runs.length > 0);
  return toleranceCheck({
    what: `one page of ${pageBytes} B a task`,
    measured: isMeasured ? (taskCost(groups, pageBytes)?.perTask ?? null) : null,
    truth: pageBytes,
    tolerance: 0.02 * pageBytes,
    bound: 'within 2 %',
    format: (bytes) => `${bytes.toFixed(1)} B`,
    otherwise: 'fail',
  });
}

/** A second of work, timed from outside. On a busy machine it takes longer, so a difference proves no error. */
async function secondCheck(fixture: string): Promise<Check> {
  const { run } = await measureFixture(fixture, 'work', { seconds: 1 });
  return toleranceCheck({
    what: 'work of 1 s',
    measured: run.finish_seconds,
    truth: 1,
    tolerance: 0.005,
    bound: 'within 5 ms',
    format: (seconds) => `${(seconds * 1000).toFixed(2)} ms`,
    otherwise: 'warn',
  });
}
