import { expect, test } from 'vitest';
import { groupAbove, memoryGroupOfVersion1, whyNoMemoryBelow } from './cgroup-place.ts';

const UNIFIED = 'sysfs /sys sysfs rw 0 0\ncgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0\n';

test('groups are made beside ours', () => {
  const own = '0::/user.slice/user@1000.service/app.slice/run-1.scope\n';
  expect(groupAbove(UNIFIED, own)).toBe('/sys/fs/cgroup/user.slice/user@1000.service/app.slice');
});

test('at the top, as in a container, the place is the top', () => {
  expect(groupAbove(UNIFIED, '0::/\n')).toBe('/sys/fs/cgroup');
});

test.each([
  ['', ''],
  [UNIFIED, ''],
  [UNIFIED, '4:memory:/somewhere\n'],
  ['cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0\n', '0::/\n4:memory:/\n'],
  ['\0\0\0', '0::'],
])('without version 2 there is none: %j %j', (mounts, own) => {
  expect(groupAbove(mounts, own)).toMatchObject({ missing: expect.stringContaining('version 2') });
});

test('memory must be there and be handed down', () => {
  expect(whyNoMemoryBelow('/g', 'cpu io memory pids\n', 'memory pids\n')).toBeUndefined();
  expect(whyNoMemoryBelow('/g', 'hugetlb\n', '')?.missing).toContain('not among the controllers');
  expect(whyNoMemoryBelow('/g', 'cpu memory\n', 'cpu\n')?.missing).toContain('hand');
  expect(whyNoMemoryBelow('/g', '', '')?.missing).toContain('not among the controllers');
});

test('version 1: our own group in the hierarchy of memory, whatever it shares it with', () => {
  const mounts = 'cgroup /sys/fs/cgroup/memory cgroup rw,relatime,memory 0 0\n';
  expect(memoryGroupOfVersion1(mounts, '5:cpu:/x\n4:memory:/docker/1\n0::/\n')).toBe(
    '/sys/fs/cgroup/memory/docker/1',
  );
  expect(memoryGroupOfVersion1(mounts, '4:cpu,memory,pids:/\n')).toBe('/sys/fs/cgroup/memory');
});

test.each([
  ['', '4:memory:/\n'],
  [UNIFIED, '4:memory:/\n'],
  ['cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n', '4:memory:/\n'],
  ['cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0\n', '0::/\n4:name=memory:/\n'],
])('and without it there is none: %j %j', (mounts, own) => {
  expect(memoryGroupOfVersion1(mounts, own)).toBeUndefined();
});
