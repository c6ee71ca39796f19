import { expect, test } from 'vitest';
import { groupOfVersion1, limitsOf, ownGroupOfVersion2 } from './cgroup-place.ts';

const UNIFIED = 'sysfs /sys sysfs rw 0 0\ncgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0\n';

test('our group of version 2', () => {
  const path = '/user.slice/user@1000.service/app.slice/run-1.scope';
  expect(ownGroupOfVersion2(UNIFIED, `0::${path}\n`)).toEqual({
    path,
    folder: `/sys/fs/cgroup${path}`,
  });
});

test('at the top, as in a container', () => {
  expect(ownGroupOfVersion2(UNIFIED, '0::/\n')).toEqual({ path: '/', folder: '/sys/fs/cgroup' });
});

test.each([
  ['', ''],
  [UNIFIED, ''],
  [UNIFIED, '4:memory:/somewhere\n'],
  ['cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0\n', '0::/\n4:memory:/\n'],
  [`${UNIFIED}cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0\n`, '0::/\n4:memory:/\n'],
  ['\0\0\0', '0::'],
])('without version 2, or where version 1 has the memory, there is none: %j %j', (mounts, own) => {
  expect(ownGroupOfVersion2(mounts, own)).toMatchObject({
    missing: expect.stringContaining('version 2'),
  });
});

test('version 1: our own group in the hierarchy of memory, whatever it shares it with', () => {
  const mounts = 'cgroup /sys/fs/cgroup/memory cgroup rw,relatime,memory 0 0\n';
  expect(groupOfVersion1('memory', mounts, '5:cpu:/x\n4:memory:/docker/1\n0::/\n')).toBe(
    '/sys/fs/cgroup/memory/docker/1',
  );
  expect(groupOfVersion1('memory', mounts, '4:cpu,memory,pids:/\n')).toBe('/sys/fs/cgroup/memory');
});

test('version 1: CPU time has a hierarchy of its own, or shares one', () => {
  const mounts =
    'cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\ncgroup /sys/fs/cgroup/cpuacct cgroup rw,cpuacct 0 0\n';
  expect(groupOfVersion1('cpuacct', mounts, '2:cpuacct:/x\n1:cpu:/\n')).toBe(
    '/sys/fs/cgroup/cpuacct/x',
  );
  const shared = 'cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0\n';
  expect(groupOfVersion1('cpuacct', shared, '2:cpu,cpuacct:/\n')).toBe(
    '/sys/fs/cgroup/cpu,cpuacct',
  );
});

test.each([
  ['', '4:memory:/\n'],
  [UNIFIED, '4:memory:/\n'],
  ['cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n', '4:memory:/\n'],
  ['cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0\n', '0::/\n4:name=memory:/\n'],
])('and without it there is none: %j %j', (mounts, own) => {
  expect(groupOfVersion1('memory', mounts, own)).toBeUndefined();
});

test('the limits of a group are those of its files that set one', () => {
  const limits = {
    'memory.max': '2000000000\n',
    'memory.high': 'max\n',
    'cpu.max': 'max 100000\n',
  };
  expect(limitsOf((file) => new Map(Object.entries(limits)).get(file) ?? '')).toEqual([
    'memory.max',
  ]);
  expect(limitsOf((file) => (file === 'cpu.max' ? '50000 100000\n' : ''))).toEqual(['cpu.max']);
  expect(limitsOf(() => '')).toEqual([]);
});
