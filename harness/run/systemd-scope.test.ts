import { expect, test } from 'vitest';
import { sliceOf } from './systemd-scope.ts';

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
