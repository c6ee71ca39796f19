import { expect, test } from 'vitest';
import { CPU_LIMIT, MEMORY_LIMIT, settingPaths } from './cgroup-settings.ts';

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
