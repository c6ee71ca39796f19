import { expect, test } from 'vitest';
import { parsePsrecordLog } from './psrecord-log.ts';

test('the highest sample, in bytes, and the pace of the samples', () => {
  const log = [
    '# Elapsed time   CPU (%)     Real (MB)   Virtual (MB)',
    '       0.000        0.000        1.250        2.500',
    '       0.100       98.500      256.004      300.000',
    '       0.500        0.000        1.250        2.500',
    '',
  ].join('\n');
  expect(parsePsrecordLog(log)).toEqual({
    peakBytes: 262_148 * 1024, // 256 MiB and 4 KiB
    samplesPerSecond: 4,
  });
});

test('a program that ended before the first sample has no peak, not a peak of 0', () => {
  const heading = '# Elapsed time   CPU (%)     Real (MB)   Virtual (MB)\n';
  expect(parsePsrecordLog(heading)).toEqual({ peakBytes: null, samplesPerSecond: null });
});
