import { expect, test } from 'vitest';
import type { Difference, DifferenceVerdict } from '../../analyse/differences.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import { changeLine } from './change-line.ts';

function differenceThat(verdict: DifferenceVerdict, runtimeId: string): Difference {
  const side = { runtimeId, value: 1, okRuns: 3, failedRuns: 0 };
  return {
    workload: 'sleep',
    tasks: 1,
    parameters: 'seconds=10',
    metric: metrics.peak_rss_bytes,
    before: side,
    after: side,
    ratio: undefined,
    verdict,
  };
}

test('where no difference is significant, the line says so', () => {
  expect(changeLine([differenceThat('not-told-apart', 'go@1')], 0, 0)).toBe(
    '1 figure in common, none has changed significantly',
  );
});

test('each verdict by its name, with its runtimes; then the cases that only one side has', () => {
  const differences = [
    differenceThat('worse', 'go@2'),
    differenceThat('worse', 'go@2'),
    differenceThat('better', 'bun@2'),
    differenceThat('no-interval', 'node@2'),
  ];
  expect(changeLine(differences, 1, 1200)).toBe(
    '4 figures in common, 1 better (bun@2), 2 worse (go@2); 1,200 cases new; 1 case gone',
  );
});
