import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { groupsLeft, sliceOf } from './systemd-scope.ts';

test.each([
  ['/user.slice/user-1000.slice/user@1000.service/app.slice/run-1.scope', 'user', 'app.slice'],
  ['/user.slice/user-1000.slice/user@1000.service/bench.slice/run-1.scope', 'user', 'bench.slice'],
  ['/user.slice/user-1000.slice/session-3.scope', 'user', undefined],
  ['/user.slice/user-1000.slice/session-3.scope', 'root', 'user-1000.slice'],
  ['/user.slice/user-0.slice/user@0.service/app.slice/run-1.scope', 'root', 'user-0.slice'],
  ['/system.slice/cron.service', 'root', 'system.slice'],
  ['/init.scope', 'root', undefined],
])('from %s the scope of a %s goes to %s', (path, who, slice) => {
  expect(sliceOf(path, who === 'root')).toBe(slice);
});

test.each([
  ['/user.slice/user-1000.slice/session-3.scope', 'user', []],
  ['/user.slice/user-1000.slice/user@1000.service/app.slice/a.scope/b/c', 'user', ['b', 'a.scope']],
  [
    '/user.slice/user-0.slice/user@0.service/app.slice/a.scope',
    'root',
    ['app.slice', 'user@0.service'],
  ],
  [
    '/system.slice/slurmstepd.scope/job_1/task_0',
    'user',
    ['job_1', 'slurmstepd.scope', 'system.slice'],
  ],
  ['/system.slice/slurmstepd.scope/job_1/task_0', 'root', ['job_1', 'slurmstepd.scope']],
  ['/init.scope', 'root', []],
])('from %s the scope of a %s leaves %j', (path, who, names) => {
  const left = groupsLeft(path, who === 'root');
  expect(left.map((group) => basename(group))).toEqual(names);
  for (const group of left) expect(path.startsWith(`${group}/`)).toBe(true);
});
