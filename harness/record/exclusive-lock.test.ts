import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeEach, expect, test } from 'vitest';
import { takeLock } from './exclusive-lock.ts';

const lockModule = fileURLToPath(new URL('exclusive-lock.ts', import.meta.url));

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'tasktax-lock-')), 'lock');
});

/** A process that says "mine" once it has the lock, or "taken", and then lives until it is killed. */
function contender() {
  const code = `
    const { takeLock } = await import(${JSON.stringify(lockModule)});
    console.log('release' in await takeLock(${JSON.stringify(path)}, 'a test') ? 'mine' : 'taken');
    setInterval(() => {}, 1000);
  `;
  const child = execa(process.execPath, ['--input-type=module', '-e', code], { reject: false });
  const answer = new Promise<string>((resolve) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()));
  });
  return { child, answer };
}

test('one has it, another is told who, and gets it once it is released', async () => {
  const lock = await takeLock(path, 'the first');
  expect(await takeLock(path, 'the second')).toEqual({ pid: process.pid, purpose: 'the first' });
  if ('release' in lock) lock.release();
  expect(await takeLock(path, 'the second')).toHaveProperty('release');
});

test('a lock goes with its holder, even when that is killed, and names its new one', async () => {
  const { child, answer } = contender();
  expect(await answer).toBe('mine');
  expect(await takeLock(path, 'me')).toEqual({ pid: child.pid, purpose: 'a test' });
  child.kill('SIGKILL');
  await child;
  expect(await takeLock(path, 'me')).toHaveProperty('release');
  expect(await takeLock(path, 'me')).toEqual({ pid: process.pid, purpose: 'me' });
});

test('of many that come at once to what a dead one has left, exactly one gets it', async () => {
  for (const left of ['{"harness":"1@0.01","purpose":"gone"}', '{"harn', '']) {
    writeFileSync(`${path}.json`, left);
    const contenders = Array.from({ length: 6 }, contender);
    const answers = await Promise.all(contenders.map(({ answer }) => answer));
    expect(answers.sort()).toEqual(['mine', ...Array(5).fill('taken')]);
    for (const { child } of contenders) child.kill('SIGKILL');
    await Promise.all(contenders.map(({ child }) => child));
  }
});
