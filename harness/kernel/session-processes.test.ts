import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { sessionFinder } from './session-processes.ts';

test('a process that was started into a session of its own is found, and a stranger is not', async () => {
  // The shell starts a helper that leaves its session at once, says so, and waits.
  const script = 'setsid sh -c "echo \\$\\$; exec sleep 60" & wait';
  const child = execa('sh', ['-c', script], { detached: true, reject: false, cleanup: false });
  const pid = child.pid ?? 0;
  const helper = await new Promise<number>((resolve) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
  });
  onTestFinished(() => {
    process.kill(helper, 'SIGKILL');
    process.kill(-pid, 'SIGKILL');
  });

  const find = sessionFinder(pid);
  for (const members of [find(), find()]) {
    expect(members.map((one) => one.pid)).toEqual([pid, helper]);
    expect(members.map((one) => one.stat.session)).toEqual([pid, helper]);
  }
});
