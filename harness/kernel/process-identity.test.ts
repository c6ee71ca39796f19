import { execa } from 'execa';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readProc } from './proc-file.ts';
import { isAlive, processIdentity } from './process-identity.ts';

test('this process lives', () => {
  expect(isAlive(processIdentity(process.pid))).toBe(true);
});

test('a process that has taken the number of another is not that other', () => {
  expect(isAlive(`${process.pid}@0.01`)).toBe(false);
});

test('a number that nobody has is nobody', () => {
  expect(isAlive('4194305@1')).toBe(false);
});

test.skipIf(process.platform !== 'linux')(
  'one that has ended and is not collected does not live',
  async () => {
    // The shell becomes a program that knows nothing of the child it started before.
    const script = 'sleep 0.2 & echo $!; exec sleep 60';
    const parent = execa('sh', ['-c', script], { reject: false });
    onTestFinished(() => {
      parent.kill('SIGKILL');
    });
    const child = await new Promise<number>((resolve) => {
      parent.stdout.once('data', (text) => resolve(Number(text)));
    });
    const identity = processIdentity(child);
    expect(isAlive(identity)).toBe(true);
    await vi.waitFor(() => expect(readProc(`/proc/${child}/stat`)).toContain(') Z '), 5_000);
    expect(processIdentity(child)).toBe(identity);
    expect(isAlive(identity)).toBe(false);
  },
);
