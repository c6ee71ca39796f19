import { ANY_SIGN } from '../../../model/largest-figure.ts';
import type { RowOf, Table } from '../../../results/table.ts';

export const disturbanceTable = {
  name: 'disturbance',
  description:
    'What being watched does to a program: the rate at which Node creates tasks, by its own clock, with and without an observer, in interleaved pairs.',
  primaryKey: ['machine_id', 'observer', 'without'],
  foreignKeys: [{ fields: ['machine_id'], table: 'machines' }],
  fields: {
    machine_id: { type: 'string', required: true, description: 'Where it ran' },
    observer: { type: 'string', required: true, description: 'Who watched' },
    version: { type: 'string', description: 'Of the observer; empty where it does not tell' },
    without: {
      type: 'string',
      required: true,
      values: ['bare child', 'sampling off'],
      description: 'The other half of each pair: nobody watched, or the same observer did not poll',
    },
    child: { type: 'string', required: true, description: 'Runtime, workload and tasks' },
    pairs: { type: 'integer', required: true, description: 'Pairs whose two runs both ended well' },
    rate_change_median: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Median over the pairs of rate with / rate without - 1; below 0: slower',
    },
    ci_low: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Lower end of the 95 % interval of the median, by order statistics of the pairs',
    },
    ci_high: { type: 'number', minimum: ANY_SIGN, description: 'Upper end of it' },
    seconds_without_median: { type: 'number', description: 'Time to create the tasks, unwatched' },
    seconds_with_median: { type: 'number', description: 'Time to create the tasks, watched' },
  },
} as const satisfies Table;

export type DisturbanceRow = RowOf<typeof disturbanceTable>;
