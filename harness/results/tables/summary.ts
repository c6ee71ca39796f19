import { ANY_SIGN } from '../../model/largest-figure.ts';
import { PARAMETERS_PATTERN } from '../../model/parameters.ts';
import type { RowOf, Table } from '../table.ts';

export const summaryTable = {
  name: 'summary',
  description: 'One row per case and metric, computed from the ok runs.',
  primaryKey: ['machine_id', 'runtime_id', 'workload', 'tasks', 'parameters', 'metric'],
  foreignKeys: [
    { fields: ['machine_id'], table: 'machines' },
    { fields: ['runtime_id'], table: 'runtimes' },
  ],
  fields: {
    machine_id: { type: 'string', required: true, description: 'Where it ran' },
    runtime_id: { type: 'string', required: true, description: 'What ran' },
    workload: { type: 'string', required: true, description: 'What the tasks did' },
    tasks: { type: 'integer', required: true, minimum: 1, description: 'Number of tasks' },
    parameters: {
      type: 'string',
      required: true,
      pattern: PARAMETERS_PATTERN,
      description: "The workload's parameters; - for none",
    },
    metric: { type: 'string', required: true, description: 'A column of runs' },
    unit: { type: 'string', required: true, description: 'Unit of the metric' },
    runs: {
      type: 'integer',
      required: true,
      description: 'Number of ok runs, from which the values are computed',
    },
    failed_runs: {
      type: 'integer',
      required: true,
      description:
        'Number of runs of the case with any other status; one that the user stopped is in none of the counts',
    },
    noisy_runs: {
      type: 'integer',
      required: true,
      description: 'Number of ok runs that have a noise flag',
    },
    median: { type: 'number', minimum: ANY_SIGN, description: 'Median; empty when no run was ok' },
    ci_low: {
      type: 'number',
      minimum: ANY_SIGN,
      description:
        'Lower bound of the 95 % confidence interval of the median, also when runs were added until it was narrow enough: with 6 or more runs, from interpolated order statistics; with 3 to 5, from their spread (Student, on logarithms); empty for fewer than 3 runs, or where a value is not positive',
    },
    ci_high: { type: 'number', minimum: ANY_SIGN, description: 'Upper bound of the interval' },
    min: { type: 'number', minimum: ANY_SIGN, description: 'Smallest' },
    max: { type: 'number', minimum: ANY_SIGN, description: 'Largest' },
    verdict: {
      type: 'string',
      values: ['settled', 'two-modes', 'spread', 'not-settled'],
      description:
        'settled: the interval is within the precision asked for (memory: 2 %, rates and times: 10 %, unless the user asked for another). two-modes: the runs gather around two values. spread: the runs differ so much that even the most that are planned would not settle the median. not-settled: more runs are needed. Two modes and spreads are claimed of 12 runs or more. Empty when no run was ok',
    },
    more_runs: {
      type: 'integer',
      description: 'Where it is not settled: about how many more runs would settle it',
    },
    low_mode: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Of two modes: the median of the runs of the lower',
    },
    low_mode_runs: { type: 'integer', description: 'Number of runs of the lower mode' },
    high_mode: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Of two modes: the median of the runs of the higher',
    },
    high_mode_runs: { type: 'integer', description: 'Number of runs of the higher mode' },
    quarter_low: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Of a spread: a quarter of the runs are below it',
    },
    quarter_high: {
      type: 'number',
      minimum: ANY_SIGN,
      description: 'Of a spread: a quarter of the runs are above it',
    },
    machine_spread: {
      type: 'number',
      description:
        'Where the runs are of several machines that agree: by what share the figures of the highest machine are above those of the lowest, as all cases of the workload show it (0.1: 10 %). Median and interval are those of the average machine. Empty for one machine',
    },
  },
} as const satisfies Table;

export type SummaryRow = RowOf<typeof summaryTable>;
