import { metrics } from '../metrics/all-metrics.ts';
import {
  allMore,
  allMoreThanAll,
  type ClaimFigure,
  inOrder,
  moreThanAll,
  moreThanLeast,
  type Publication,
} from './claim.ts';

const peak = (runtime: string, tasks: number, workload = 'sleep'): ClaimFigure => ({
  runtime,
  workload,
  tasks: [tasks],
  metric: metrics.peak_rss_bytes,
});
const go = (tasks: number) => peak('go', tasks);
const tokio = (tasks: number) => peak('rust-tokio', tasks);
const asyncStd = (tasks: number) => peak('rust-async-std', tasks);
const rustThreads = (tasks: number) => peak('rust-threads', tasks);
const javaThreads = (tasks: number) => peak('java-platform-threads', tasks);
const java = (tasks: number) => peak('java-virtual-threads', tasks);
const node = (tasks: number) => peak('node', tasks, 'timer');
const python = (tasks: number) => peak('python-asyncio', tasks);
const elixir = (tasks: number) => peak('elixir', tasks);

/** The first post. C# has no equivalent here, so the claims leave it out. */
export const millionTasks2023: Publication = {
  id: 'pkolaczk-2023',
  title: 'How Much Memory Do You Need to Run 1 Million Concurrent Tasks? (2023)',
  claims: [
    {
      says: 'With one task, native programs need an order of magnitude less memory than managed or interpreted ones (tested as: every native program needs less than a fifth of every other)',
      test: allMoreThanAll(
        [javaThreads(1), java(1), node(1), python(1), elixir(1)],
        [go(1), rustThreads(1), tokio(1), asyncStd(1)],
        5,
      ),
    },
    {
      says: 'With 10,000, Java platform threads need the most memory',
      test: moreThanAll(javaThreads(10_000), [
        rustThreads(10_000),
        tokio(10_000),
        asyncStd(10_000),
        go(10_000),
        java(10_000),
        node(10_000),
        python(10_000),
        elixir(10_000),
      ]),
    },
    {
      says: 'With 10,000, goroutines need more than half as much memory as OS threads in Rust',
      test: moreThanAll(go(10_000), [rustThreads(10_000)], 0.5),
    },
    {
      says: 'With 10,000, Go needs over 6 times as much memory as the best Rust program',
      test: moreThanLeast(go(10_000), [tokio(10_000), asyncStd(10_000), rustThreads(10_000)], 6),
    },
    {
      says: 'With 100,000, Go needs more memory than Rust, Java and Node',
      test: moreThanAll(go(100_000), [
        tokio(100_000),
        asyncStd(100_000),
        java(100_000),
        node(100_000),
      ]),
    },
    {
      says: 'With a million, Go needs over 12 times as much memory as tokio, the winner',
      test: moreThanAll(go(1_000_000), [tokio(1_000_000)], 12),
    },
    {
      says: 'With a million, Go needs over twice as much memory as Java',
      test: moreThanAll(go(1_000_000), [java(1_000_000)], 2),
    },
    {
      says: 'With a million, tokio needs the least memory',
      test: allMore(
        [
          asyncStd(1_000_000),
          go(1_000_000),
          java(1_000_000),
          node(1_000_000),
          python(1_000_000),
          elixir(1_000_000),
        ],
        tokio(1_000_000),
      ),
    },
    {
      says: 'With a million, the order from least memory to most is: tokio, Node, async-std, Java, Python, Go, Elixir (as in the chart of the post)',
      test: inOrder([
        tokio(1_000_000),
        node(1_000_000),
        asyncStd(1_000_000),
        java(1_000_000),
        python(1_000_000),
        go(1_000_000),
        elixir(1_000_000),
      ]),
    },
  ],
};
