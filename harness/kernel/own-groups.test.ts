import { expect, test } from 'vitest';
import { GROUP_FILES } from './cgroup-files.ts';
import { groupFilePaths, parseOwnGroups } from './own-groups.ts';

const { memoryLimit, cpuQuota } = GROUP_FILES;

test('version 2: our group and all above it', () => {
  expect(groupFilePaths('0::/a/b\n', memoryLimit)).toEqual([
    '/sys/fs/cgroup/a/b/memory.max',
    '/sys/fs/cgroup/a/memory.max',
    '/sys/fs/cgroup/memory.max',
  ]);
});

test('version 1: the hierarchy of the controller, whatever it shares it with', () => {
  expect(groupFilePaths('4:cpu,cpuacct:/x\n3:cpuset:/\n', cpuQuota)).toEqual([
    '/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us',
    '/sys/fs/cgroup/cpu/cpu.cfs_quota_us',
  ]);
});

test.each(['', '\n\n', 'nonsense', '1:name=systemd:/'])('nowhere for %j', (text) => {
  expect(groupFilePaths(text, cpuQuota)).toEqual([]);
});

test('a path may hold colons', () => {
  expect(parseOwnGroups('0::/a:b\n')).toEqual([{ version: 2, controllers: [], path: '/a:b' }]);
});
