import type { Parameters } from '../../model/parameters.ts';
import { workload as commandWorkload } from '../../workloads/command.ts';
import { FIXTURE_WORKLOADS } from '../known-memory/known-memory.ts';
import type { BenchChild } from './bench-child.ts';

/** A program whose memory is known to the byte, the same program without that memory, and what runs before it. */
export interface KnownCase {
  readonly id: string;
  readonly title: string;
  /** The true peak, net of the empty child's. */
  readonly truthBytes: number;
  readonly child: BenchChild;
  readonly emptyChild: BenchChild;
  /** A child that the observer has watched just before. */
  readonly before?: BenchChild;
  /** At most so many runs of it. */
  readonly mostRuns?: number;
  /** It may end before an observer that polls has looked once. */
  readonly mayGoUnseen?: true;
}

const MIB = 2 ** 20;

/**
 * An observer that has to start up gets time before the work, and one that polls gets time to see memory that stays.
 * The length of a spike is a parameter of its program.
 */
const HOLD_MS = { ready: 300, parked: 300 };

/** The cases, for the built fixture. */
export function knownCases(fixture: string): readonly KnownCase[] {
  const child = (
    workload: keyof typeof FIXTURE_WORKLOADS,
    parameters: Parameters,
    rest: Partial<Pick<BenchChild, 'forks' | 'holdMs'>> = {},
  ): BenchChild => ({
    command: [fixture],
    workload: FIXTURE_WORKLOADS[workload],
    tasks: 1,
    parameters,
    holdMs: HOLD_MS,
    ...rest,
  });
  /** Of a command there are no checkpoints: it cannot wait for anybody to look. */
  const command = (words: string, rest: Pick<BenchChild, 'forks'> = {}): BenchChild => ({
    command: [fixture, ...words.split(' ')],
    workload: commandWorkload,
    tasks: 1,
    parameters: {},
    holdMs: {},
    ...rest,
  });
  return [
    {
      id: 'steady',
      title: '256 MiB that stay',
      truthBytes: 256 * MIB,
      // Long enough that CPU which an observer uses once a run weighs little in its share.
      child: child('steady', { mib: 256 }, { holdMs: { ready: 300, parked: 1000 } }),
      emptyChild: child('steady', { mib: 0 }),
    },
    {
      id: 'spike',
      title: '200 MiB for 0.1 s',
      truthBytes: 200 * MIB,
      child: child('spike', { mib: 200, seconds: 0.1 }),
      emptyChild: child('spike', { mib: 0, seconds: 0.1 }),
    },
    {
      id: 'short-spike',
      title: '200 MiB for 0.01 s',
      truthBytes: 200 * MIB,
      child: child('spike', { mib: 200, seconds: 0.01 }),
      emptyChild: child('spike', { mib: 0, seconds: 0.01 }),
      mostRuns: 5,
    },
    {
      id: 'tree',
      title: '500 MiB shared with 4 children',
      truthBytes: 500 * MIB,
      child: child('tree', { mib: 500, children: 4, seconds: 0 }, { forks: true }),
      emptyChild: child('tree', { mib: 0, children: 4, seconds: 0 }, { forks: true }),
    },
    {
      id: 'short-child',
      title: '200 MiB for 0.02 s in a child process',
      truthBytes: 200 * MIB,
      child: child('worker', { mib: 200, seconds: 0.02 }, { forks: true }),
      emptyChild: child('worker', { mib: 0, seconds: 0.02 }, { forks: true }),
      mostRuns: 5,
    },
    {
      id: 'pool',
      title:
        'a command: 300 MiB shared with a pool of 4 processes, which have 25 MiB each of their own',
      truthBytes: 400 * MIB,
      child: command('pool 1 mib=300 children=4 own=25 seconds=1', { forks: true }),
      emptyChild: command('pool 1 mib=0 children=4 own=0 seconds=1', { forks: true }),
      mostRuns: 5,
    },
    {
      id: 'short-command',
      title: 'a command of 20 ms: 16 MiB',
      truthBytes: 16 * MIB,
      child: command('hold 1 mib=16 seconds=0.005'),
      emptyChild: command('hold 1 mib=0 seconds=0.005'),
      mayGoUnseen: true,
    },
    {
      id: 'small-after-large',
      title: '16 MiB, after a run of 512 MiB',
      truthBytes: 16 * MIB,
      child: child('steady', { mib: 16 }),
      emptyChild: child('steady', { mib: 0 }),
      before: child('steady', { mib: 512 }),
      mostRuns: 3,
    },
  ];
}
