import { expect, test } from 'vitest';
import { allErrors, tellingErrors } from './bench-markdown.ts';
import type { AccuracyRow } from './tables/accuracy.ts';

function accuracy(
  observer: string,
  child: string,
  changes: Partial<AccuracyRow> = {},
): AccuracyRow {
  return {
    machine_id: 'm',
    observer,
    version: null,
    child,
    truth_bytes: 1_000,
    figure: 'vmhwm',
    runs: 5,
    failed_runs: 0,
    empty_bytes: 0,
    error_median: 0,
    error_worst: 0.01,
    cpu_share: 0.02,
    life_seconds: 1,
    samples_per_second: null,
    ...changes,
  };
}

const rows = {
  accuracy: [
    accuracy('ours', 'steady'),
    accuracy('ours', 'short-command'),
    accuracy('theirs', 'steady'),
    accuracy('theirs', 'short-command', { runs: 2, failed_runs: 3, error_worst: -0.5 }),
    accuracy('blind', 'steady', { figure: 'none', runs: 0, error_worst: null }),
    accuracy('blind', 'short-command', { runs: 0, failed_runs: 5, error_worst: null }),
  ],
  disturbance: [],
};

test('each observer has a row, with its worst error about every program', () => {
  expect(
    allErrors(rows),
  ).toBe(`| observer | steady | short-command | CPU (steady) | change of rate |
| --- | ---: | ---: | ---: | ---: |
| ours | +1.00 % | +1.00 % | 2.0 % | — |
| theirs | +1.00 % | -50.00 % (in 2 of 5) | 2.0 % | — |
| blind | — | no figure | 2.0 % | — |`);
});

test('of the programs that tell tools apart, those that were measured', () => {
  const [head] = tellingErrors(rows).split('\n');
  expect(head).toBe('| tool | holds 16 MiB and ends within 0.02 s | change of pace |');
});
