import { ANY_SIGN } from '../../../model/largest-figure.ts';
import type { RowOf, Table } from '../../../results/table.ts';

export const accuracyTable = {
  name: 'accuracy',
  description:
    'How far the peak memory that an observer reports is from the truth, for programs whose memory is known to the byte, and what the observer costs.',
  primaryKey: ['machine_id', 'observer', 'child'],
  foreignKeys: [{ fields: ['machine_id'], table: 'machines' }],
  fields: {
    machine_id: { type: 'string', required: true, description: 'Where it ran' },
    observer: { type: 'string', required: true, description: 'Who watched' },
    version: { type: 'string', description: 'Of the observer; empty where it does not tell' },
    child: { type: 'string', required: true, description: 'What was watched' },
    truth_bytes: {
      type: 'integer',
      required: true,
      description: 'Memory that the program touches, counted once',
    },
    figure: {
      type: 'string',
      required: true,
      values: ['vmhwm', 'cgroup', 'pss', 'ru_maxrss', 'highest sample', 'none'],
      description: 'Which figure of the observer is held against the truth; none: it has none',
    },
    runs: { type: 'integer', required: true, description: 'Runs with a figure' },
    failed_runs: { type: 'integer', required: true, description: 'Runs without one' },
    empty_bytes: {
      type: 'number',
      description: 'Median reported peak of the same program with 0 MiB, which is taken off',
    },
    error_median: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Median of (reported peak - empty_bytes) / truth_bytes - 1; 0 is right',
    },
    error_worst: { type: 'number', minimum: ANY_SIGN, description: 'The one furthest from 0' },
    cpu_share: {
      type: 'number',
      description:
        'CPU seconds of the observer, without its children, in a second of the life of the child (from its first checkpoint to its last, so without start-up), over all runs; empty for a command, which has no checkpoints',
    },
    life_seconds: {
      type: 'number',
      description:
        'Median life of the child, as for cpu_share; what an observer does once a run weighs less in a longer life',
    },
    samples_per_second: {
      type: 'number',
      description: 'Median over the runs; empty for an observer that asks once, at the end',
    },
  },
} as const satisfies Table;

export type AccuracyRow = RowOf<typeof accuracyTable>;
