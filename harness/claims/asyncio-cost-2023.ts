import { metrics } from '../metrics/all-metrics.ts';
import { cpuRate } from '../metrics/rates.ts';
import { type ClaimFigure, moreThanAll, type Publication } from './claim.ts';

const ROUNDS = Array.from({ length: 10 }, (_, index) => (index + 1) * 100_000);

/** The rate of creating tasks in one of the post's tests, over several rounds. The post measured CPU seconds. */
function pace(runtime: string, workload: string, tasks: readonly number[] = ROUNDS): ClaimFigure {
  return { runtime, workload, tasks, metric: cpuRate };
}

/** Without the first round, in which nothing is queued yet. */
const FULLER_ROUNDS = ROUNDS.slice(1);

/** Two sizes at which tasks can be queued, with the cyclic garbage collector of CPython switched off. */
const paceWithoutCollector = (workload: string) =>
  pace('python-asyncio+nogc', workload, [250_000, 550_000]);

/** The peak memory of tasks that sleep. */
const peak = (runtime: string, tasks: number): ClaimFigure => ({
  runtime,
  workload: 'sleep',
  tasks: [tasks],
  metric: metrics.peak_rss_bytes,
});

/** A million goroutines with so many processors: with more of them, Go starts more threads. */
const goWith = (processors: number) => peak(`go+procs${processors}`, 1_000_000);
const threadsOf = (figure: ClaimFigure) => ({ ...figure, metric: metrics.threads_peak });

/** The heap that the language itself accounts for, by the task. */
const coroutine: ClaimFigure = {
  runtime: 'python-asyncio',
  workload: 'footprint',
  tasks: [100_000],
  metric: metrics.heap_bytes,
  isPerTask: true,
};

const aboutTwoKilobytes = (figure: ClaimFigure) =>
  ({ kind: 'bounds', figure, from: 1_600, to: 2_400 }) as const;

/** The post about the cost of an asyncio task, a reply to the post of the week before. */
export const asyncioCost2023: Publication = {
  id: 'so1n-2023-python3.8',
  title: 'What an asyncio task costs (2023, CPython 3.8)',
  claims: [
    {
      says: "A coroutine takes about 2 KB of the Python heap, under the post's CPython 3.8 (tested as: 1.6 to 2.4 KB)",
      test: aboutTwoKilobytes({ ...coroutine, version: '3.8' }),
    },
    {
      says: 'It does so under the newest CPython as well (tested as: the same, under the newest version measured here)',
      test: aboutTwoKilobytes(coroutine),
    },
    {
      says: "uvloop creates tasks faster than asyncio's own loop",
      test: moreThanAll(pace('python-uvloop', 'spawn'), [pace('python-asyncio', 'spawn')]),
    },
    {
      says: "uvloop creates and awaits tasks faster than asyncio's own loop",
      test: moreThanAll(pace('python-uvloop', 'spawn-join'), [
        pace('python-asyncio', 'spawn-join'),
      ]),
    },
    {
      says: 'The more unfinished tasks the loop holds, the slower it creates new ones (tested as: the rate over rounds 2 to 10 is higher with nothing queued than with the tasks of all earlier rounds queued)',
      test: moreThanAll(pace('python-asyncio', 'spawn', FULLER_ROUNDS), [
        pace('python-asyncio', 'spawn-backlog', FULLER_ROUNDS),
      ]),
    },
    {
      says: 'The unfinished tasks themselves slow it down, and not the garbage collector, which has more to look through (tested as: without the collector, it creates tasks over 1.05 times as fast with nothing queued as with 187,500 and 1,237,500 tasks queued)',
      test: moreThanAll(
        paceWithoutCollector('spawn'),
        [paceWithoutCollector('spawn-backlog')],
        1.05,
      ),
    },
    {
      says: 'With a million, Go needs more memory than Python',
      test: moreThanAll(peak('go', 1_000_000), [peak('python-asyncio', 1_000_000)]),
    },
    {
      says: 'Go needs this much memory because it starts many OS threads (tested as: with GOMAXPROCS=64 it starts over 5 times as many as with 1 and needs over 1.1 times the memory; and 10,000 threads of Rust need over half as much memory as a million goroutines)',
      test: {
        kind: 'comparisons',
        comparisons: [
          { more: threadsOf(goWith(64)), less: threadsOf(goWith(1)), times: 5 },
          { more: goWith(64), less: goWith(1), times: 1.1 },
          { more: peak('rust-threads', 10_000), less: peak('go', 1_000_000), times: 0.5 },
        ],
        needed: 'all',
      },
    },
  ],
};
