import { expect, test } from 'vitest';
import { cpuTime, pressure, throttling, vmstat } from './machine-sources.ts';

test('a line of vmstat', () => {
  const files = { vmstat: 'nr_free_pages 1\npswpin 10\nxpswpin 11\n' };
  expect(vmstat('pswpin')(files)).toBe(10);
  expect(vmstat('pswpout')(files)).toBeNull();
  expect(vmstat('pswpin')({})).toBeNull();
});

test('times of all CPUs together, in seconds', () => {
  const files = { stat: 'cpu  1000 200 300 9000 40 0 5 60 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\n' };
  expect(cpuTime(['user', 'nice', 'system'])(files)).toBe(15);
  expect(cpuTime(['steal'])(files)).toBe(0.6);
  expect(cpuTime(['user'])({})).toBeNull();
  expect(cpuTime(['steal'])({ stat: 'cpu  1000 200 300 9000\n' })).toBeNull();
});

test('pressure on a resource, of some task and not of all', () => {
  const files = {
    'pressure/memory':
      'some avg10=0.00 avg60=0.00 avg300=0.00 total=2000000\nfull avg10=0.00 total=1000000\n',
  };
  expect(pressure('memory')(files)).toBe(2);
  expect(pressure('io')(files)).toBeNull();
});

test.each([
  ['a group above ours', ['throttled_usec 0\n', 'throttled_usec 2000000\n'], 2],
  ['our group, below one without a quota', ['throttled_usec 3000000\n', 'usage_usec 1\n'], 3],
  ['two groups', ['throttled_usec 1000000\n', 'throttled_usec 500000\n', undefined], 1.5],
  ['a group of version 1, which counts nanoseconds', ['throttled_time 4000000000\n'], 4],
  ['nobody who tells', ['usage_usec 1\n', undefined], null],
])('held back by %s', (_, cpuStats, seconds) => {
  expect(throttling({ cpuStats })).toBe(seconds);
});
