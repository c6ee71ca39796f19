import { metrics } from '../metrics/all-metrics.ts';
import { cpuSeconds } from '../metrics/cpu-time.ts';
import { allMore, type ClaimFigure, inOrder, moreThanAll, type Publication } from './claim.ts';

/** The figures at one size: each runtime with the workload that its program in the post implements. */
function at(
  tasks: number,
  of: Pick<ClaimFigure, 'metric' | 'parameters'> = { metric: metrics.peak_rss_bytes },
) {
  const figure = (runtime: string, workload: string): ClaimFigure => ({
    runtime,
    workload,
    tasks: [tasks],
    ...of,
  });
  return {
    futures: figure('rust-futures', 'timer'),
    tokio: figure('rust-tokio', 'sleep'),
    asyncStd: figure('rust-async-std', 'sleep'),
    go: figure('go', 'sleep'),
    java: figure('java-virtual-threads', 'sleep'),
    node: figure('node', 'timer'),
    python: figure('python-asyncio', 'timer'),
  };
}

const one = at(1);
const tenThousand = at(10_000);
const hundredThousand = at(100_000);
const million = at(1_000_000);
// Runs with a longer sleep do not count here: the post measured the time with a sleep of 10 s.
const millionSeconds = at(1_000_000, { metric: metrics.wall_seconds, parameters: 'seconds=10' });
const millionCpu = at(1_000_000, { metric: cpuSeconds, parameters: 'seconds=10' });

/** Tasks sleep for 10 seconds; the programs that the post calls on time took at most 10.83 s. */
const IN_TIME_SECONDS = 11;

/** The post of 2024, in its second version. C# and GraalVM have no equivalent here, so the claims leave them out. */
export const millionTasks2024: Publication = {
  id: 'hez2010-2024-take-2',
  title: 'How Much Memory Do You Need in 2024 to Run 1 Million Concurrent Tasks? - Take 2 (2024)',
  claims: [
    {
      says: 'With one task, joined futures on tokio need the least memory',
      test: allMore([one.tokio, one.asyncStd, one.go, one.java, one.node, one.python], one.futures),
    },
    {
      says: 'With 10,000, goroutines need far more memory than Rust (tested as: over twice as much as tokio)',
      test: moreThanAll(tenThousand.go, [tenThousand.tokio], 2),
    },
    {
      says: 'With 100,000, Go needs more memory than Rust, Java and Node',
      test: moreThanAll(hundredThousand.go, [
        hundredThousand.futures,
        hundredThousand.tokio,
        hundredThousand.asyncStd,
        hundredThousand.java,
        hundredThousand.node,
      ]),
    },
    {
      says: 'With a million, the order from least memory to most is: joined futures, tokio, async-std, Node, Java, Python, Go (as in the chart of the post)',
      test: inOrder([
        million.futures,
        million.tokio,
        million.asyncStd,
        million.node,
        million.java,
        million.python,
        million.go,
      ]),
    },
    {
      says: 'With a million, goroutines need much more memory than Java virtual threads (tested as: over 1.5 times as much)',
      test: moreThanAll(million.go, [million.java], 1.5),
    },
    {
      says: 'With a million, goroutines finish on time (tested as: within 11 seconds)',
      test: { kind: 'bounds', figure: millionSeconds.go, from: 0, to: IN_TIME_SECONDS },
    },
    {
      says: 'With a million, Python does not finish on time (tested as: within 11 seconds)',
      test: late(millionSeconds.python),
    },
    {
      says: 'With a million, Java does not finish on time (tested as: within 11 seconds)',
      test: late(millionSeconds.java),
    },
    {
      says: 'With a million, Java needs significantly more CPU time than the others (tested as: over twice as much)',
      test: moreThanAll(
        millionCpu.java,
        [
          millionCpu.futures,
          millionCpu.tokio,
          millionCpu.asyncStd,
          millionCpu.go,
          millionCpu.node,
          millionCpu.python,
        ],
        2,
      ),
    },
  ],
};

function late(figure: ClaimFigure) {
  return { kind: 'bounds', figure, from: IN_TIME_SECONDS, to: Number.POSITIVE_INFINITY } as const;
}
