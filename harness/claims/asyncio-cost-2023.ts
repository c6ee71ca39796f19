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

const goThreads = (tasks: number): ClaimFigure => ({
  runtime: 'go',
  workload: 'sleep',
  tasks: [tasks],
  metric: metrics.threads_peak,
});

/** The post about the cost of an asyncio task, a reply to the post of the week before. */
export const asyncioCost2023: Publication = {
  id: 'so1n-2023-python3.8',
  title: 'What an asyncio task costs (2023, CPython 3.8)',
  claims: [
    {
      says: 'A coroutine takes about 2 KB of the Python heap (tested as: 1.6 to 2.4 KB)',
      test: {
        kind: 'bounds',
        figure: {
          runtime: 'python-asyncio',
          workload: 'footprint',
          tasks: [100_000],
          metric: metrics.heap_bytes,
          isPerTask: true,
        },
        from: 1_600,
        to: 2_400,
      },
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
      says: 'With a million, Go needs more memory than Python',
      test: moreThanAll(
        { runtime: 'go', workload: 'sleep', tasks: [1_000_000], metric: metrics.peak_rss_bytes },
        [
          {
            runtime: 'python-asyncio',
            workload: 'sleep',
            tasks: [1_000_000],
            metric: metrics.peak_rss_bytes,
          },
        ],
      ),
    },
    {
      says: 'Go needs this much memory because it starts many OS threads (tested as: over 10 times as many with a million tasks as with one)',
      test: moreThanAll(goThreads(1_000_000), [goThreads(1)], 10),
    },
  ],
};
