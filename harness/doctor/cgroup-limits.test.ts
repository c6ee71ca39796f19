import { expect, test } from 'vitest';
import {
  CPU_LIMIT,
  cpuLimitCheck,
  MEMORY_LIMIT,
  memoryLimitCheck,
  settingPaths,
} from './cgroup-limits.ts';

test('version 2: our group and all above it', () => {
  expect(settingPaths('0::/a/b\n', MEMORY_LIMIT)).toEqual([
    '/sys/fs/cgroup/a/b/memory.max',
    '/sys/fs/cgroup/a/memory.max',
    '/sys/fs/cgroup/memory.max',
  ]);
});

test('version 1: the hierarchy of the controller, whatever it shares it with', () => {
  expect(settingPaths('4:cpu,cpuacct:/x\n3:cpuset:/\n', CPU_LIMIT)).toEqual([
    '/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us',
  ]);
});

test.each([undefined, '', '\n\n', 'nonsense', '1:name=systemd:/'])('nowhere for %j', (text) => {
  expect(settingPaths(text, CPU_LIMIT)).toEqual([]);
});

const TOTAL = 16e9;

test.each([
  [['max\n'], 'ok'],
  [['9223372036854771712\n'], 'ok'],
  [['max\n', '8000000000\n', 'max\n'], 'warn'],
  [['8000000000\n', 'nonsense'], 'warn'],
  [['0\n'], 'warn'],
  [['nonsense'], 'unknown'],
  [['-5'], 'unknown'],
  [[''], 'unknown'],
  [[], 'unknown'],
] as const)('memory limits %j: %s', (texts, verdict) => {
  expect(memoryLimitCheck(texts, TOTAL).verdict).toBe(verdict);
});

test.each([
  [['max 100000\n'], 'ok'],
  [['-1\n'], 'ok'],
  [['max 100000\n', '50000 100000\n'], 'warn'],
  [['150000\n'], 'warn'],
  [['maximum'], 'unknown'],
  [['-2'], 'unknown'],
  [[''], 'unknown'],
  [[], 'unknown'],
] as const)('cpu quotas %j: %s', (texts, verdict) => {
  expect(cpuLimitCheck(texts).verdict).toBe(verdict);
});
