import { expect, test } from 'vitest';
import { workload as spawnBacklog } from '../workloads/spawn-backlog.ts';
import { workload as spawnJoin } from '../workloads/spawn-join.ts';
import { measuredCells } from './all-metrics.ts';
import { measuredRunWith, readingAfter, sampledRunWith, sampleOf } from './measured-run.fixture.ts';

test('times run from the release of one checkpoint to the arrival of the next', () => {
  const cells = measuredCells(measuredRunWith());
  expect(cells.startup_seconds).toBe(0.1);
  expect(cells.create_seconds).toBeCloseTo(0.5, 9);
  expect(cells.finish_seconds).toBeCloseTo(10, 9);
  expect(cells.exit_seconds).toBeCloseTo(0.37, 9);
  expect(cells.wall_seconds).toBe(11);
  expect(cells.tasks_per_second).toBeCloseTo(2_000, 6);
});

test('work that ends at the last checkpoint creates nothing apart: its rate is that of finishing', () => {
  const cells = measuredCells(
    measuredRunWith({
      workload: spawnJoin,
      readings: [readingAfter(0.1, 'ready'), readingAfter(0.36, 'finished')],
    }),
  );
  expect(cells.create_seconds).toBeNull();
  expect(cells.finish_seconds).toBeCloseTo(0.25, 9);
  expect(cells.tasks_per_second).toBeCloseTo(4_000, 6);
});

test('a backlog is queued before the clock starts; the clock of the program is that of the timed work', () => {
  const cells = measuredCells(
    measuredRunWith({
      workload: spawnBacklog,
      readings: [
        readingAfter(0.1, 'ready'),
        readingAfter(5.1, 'queued', { facts: { seconds: 5 } }),
        readingAfter(6.11, 'created', { facts: { seconds: 0.99 } }),
        readingAfter(7, 'finished', { facts: { seconds: 0.1 } }),
      ],
    }),
  );
  expect(cells.create_seconds).toBeCloseTo(1, 9);
  expect(cells.program_seconds).toBe(0.99);
});

test('CPU time, faults and switches are those at the last reading, memory that at its checkpoint', () => {
  const cells = measuredCells(
    measuredRunWith({
      readings: [
        readingAfter(0.1, 'ready', { rssBytes: 10, pageTableBytes: 3, facts: { heap_bytes: 100 } }),
        readingAfter(1, 'parked', {
          rssBytes: 30,
          pssBytes: 29,
          rollupRssBytes: 25,
          pageTableBytes: 9,
          facts: { heap_bytes: 175 },
        }),
        readingAfter(2, 'finished', {
          pageTableBytes: 5,
          userCpuSeconds: 1.5,
          systemCpuSeconds: 0.5,
          minorFaults: 7,
          majorFaults: 2,
          voluntarySwitches: 4,
          involuntarySwitches: 3,
          facts: { started: 1_000, finished: 999, live_peak: 998 },
        }),
      ],
    }),
  );
  expect(cells).toMatchObject({
    user_cpu_seconds: 1.5,
    system_cpu_seconds: 0.5,
    ready_rss_bytes: 10,
    parked_rss_bytes: 30,
    parked_pss_bytes: 29,
    page_table_bytes: 9,
    heap_bytes: 75,
    minor_faults: 7,
    major_faults: 2,
    voluntary_switches: 4,
    involuntary_switches: 3,
    started: 1_000,
    finished: 999,
    live_peak: 998,
  });
  expect(cells.rss_difference).toBeCloseTo(0.2, 9);
});

test('CPU time of a phase runs from the release of one checkpoint to the arrival of the next', () => {
  const cpu = (arrivedCpuSeconds: number, releasedCpuSeconds: number) =>
    ({ source: 'cgroup', arrivedCpuSeconds, releasedCpuSeconds }) as const;
  const readings = [
    readingAfter(0.1, 'ready', { cpu: cpu(0.125, 0.25) }),
    readingAfter(1, 'parked', { cpu: cpu(0.75, 1) }),
    readingAfter(2, 'finished', { cpu: cpu(1.0625, 2) }),
  ];
  expect(measuredCells(measuredRunWith({ readings }))).toMatchObject({
    cpu_source: 'cgroup',
    create_cpu_seconds: 0.5,
    finish_cpu_seconds: 0.0625,
    tasks_per_cpu_second: 2_000,
  });
  const joined = readings.filter(({ checkpoint }) => checkpoint !== 'parked');
  expect(measuredCells(measuredRunWith({ workload: spawnJoin, readings: joined }))).toMatchObject({
    create_cpu_seconds: null,
    finish_cpu_seconds: 0.8125,
  });
});

test('the most threads and processes, wherever they were seen', () => {
  const ofReadings = measuredCells(
    measuredRunWith({ readings: [readingAfter(1, 'ready', { threads: 8, processes: 3 })] }),
  );
  expect(ofReadings).toMatchObject({ threads_peak: 8, processes_peak: 3 });
  const observed = sampledRunWith({
    curve: [sampleOf(1, null), sampleOf(1, 9)],
    sampled: { processes: 4, peakRssBytes: null },
    sampling: { p50Seconds: 0.01, p99Seconds: 0.02, maxSeconds: 0.03 },
  });
  expect(measuredCells(measuredRunWith({ observed }))).toMatchObject({
    threads_peak: 9,
    processes_peak: 4,
    sample_count: 2,
    sample_interval_p50_seconds: 0.01,
    sample_interval_p99_seconds: 0.02,
    sample_interval_max_seconds: 0.03,
  });
});

test('of a run that could not be launched only its length and the number of samples are known', () => {
  const cells = measuredCells(
    measuredRunWith({ wallSeconds: 0, readings: [], observed: undefined }),
  );
  const known = Object.entries(cells).filter(([, value]) => value !== null);
  expect(known).toEqual([
    ['wall_seconds', 0],
    ['sample_count', 0],
  ]);
});
