import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCgroupPlace } from '../kernel/cgroup-place.ts';
import { numbersIn, readProc } from '../kernel/proc-file.ts';
import { isMissing } from '../model/runtime.ts';
import { onPath } from '../provision/on-path.ts';
import { repositoryRoot } from '../provision/places.ts';
import { toolOutput } from '../provision/tool-output.ts';

const WAYS = [
  'child',
  'grandchild',
  'session',
  'process-group',
  'daemon',
  'exits-first',
  'many-daemons',
  'overwritten-environment',
  'ignores-all-signals',
  'blocks-all-signals',
  'stopped',
  'stops-all',
  'ptraced',
  'own-subreaper',
  'ignores-children',
  'hops',
  'hops-between-sessions',
  'fork-bomb',
  'vfork',
  'own-control-group',
  'own-pid-namespace',
  'oom-immune',
];

const compiler = await onPath('cc');
if (compiler === undefined) console.warn('SKIPPED: escapes: no C compiler; apt install gcc');
const setpriv = await onPath('setpriv');
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const users = [['ourselves', []] as const].concat(
  isRoot && setpriv !== undefined
    ? [['nobody', [setpriv, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']] as never]
    : [],
);

const place = findCgroupPlace();
let folder: string;
let program: string;
let group = '-';
beforeAll(async () => {
  if (compiler === undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'tasktax-escapes-'));
  chmodSync(folder, 0o755);
  program = join(folder, 'escapes');
  const source = fileURLToPath(new URL('./fixtures/escapes.c', import.meta.url));
  await toolOutput([compiler, '-O1', '-Wall', '-Wextra', '-o', program, source]);
  if (isMissing(place)) return;
  group = join(place.folder, `escaped-${process.pid}`);
  mkdirSync(group);
});
afterAll(() => {
  if (group !== '-') rmdirSync(group);
});

/** Starts a harness in which the program escapes in every way at once. */
function start(token: string, seconds: number, asUser: readonly string[]) {
  const cache = join(folder, `cache-${token}`);
  mkdirSync(cache);
  if (asUser.length > 0) chownSync(cache, NOBODY, NOBODY);
  const script = fileURLToPath(new URL('./fixtures/run-escapes.ts', import.meta.url));
  const [file = '', ...words] = [
    ...asUser,
    ...[process.execPath, script, program, token, group, String(seconds), ...WAYS],
  ];
  return execa(file, words, {
    cwd: repositoryRoot,
    env: { XDG_CACHE_HOME: cache },
    reject: false,
    timeout: 100_000,
  });
}

/** The processes that have the token among their arguments, but for the harness. */
function alive(token: string, harness: number | undefined): readonly string[] {
  return numbersIn('/proc').flatMap((pid) => {
    const words = readProc(`/proc/${pid}/cmdline`) ?? '';
    return pid !== harness && words.includes(token)
      ? [`${pid} ${words.replaceAll('\0', ' ')}`]
      : [];
  });
}

/** Enough that every way has been gone. */
async function escaped(token: string, harness: number | undefined) {
  while (alive(token, harness).length < 400) await after(50);
  await after(500);
}

describe.skipIf(compiler === undefined).each(users)('as %s', (user, asUser) => {
  const tokenOf = (what: number) => `86400.${process.pid}${user.length}${what}`;

  test('a run that is over leaves no process, whichever way they went', async () => {
    const token = tokenOf(1);
    const harness = start(token, 5, asUser);
    const { stdout, stderr } = await harness;
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(
      WAYS.map((way) => (way === 'exits-first' ? 'ok' : 'timeout')),
    );
    expect(alive(token, harness.pid)).toEqual([]);
  });

  test('nor does a harness that is killed', async () => {
    const token = tokenOf(2);
    const harness = start(token, 60, asUser);
    await escaped(token, harness.pid);
    harness.kill('SIGKILL');
    await harness;
    for (let tries = 0; tries < 200 && alive(token, undefined).length > 0; tries += 1) {
      await after(100);
    }
    expect(alive(token, undefined)).toEqual([]);
  });
});
