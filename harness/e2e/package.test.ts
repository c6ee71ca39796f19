import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';

const INSTALL = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save'];
const SYSTEM_NODE = '/usr/bin/node';
const NEEDED_MAJOR = 24;

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'tasktax-package-'));
/** Installed with everything, and without the runtimes. */
const whole = emptyFolder();
const bare = emptyFolder();
const environment = { XDG_CACHE_HOME: emptyFolder() };
const oldNode = await systemNodeThatIsTooOld();
if (oldNode === undefined)
  console.warn(`SKIPPED: no Node before ${NEEDED_MAJOR} as ${SYSTEM_NODE}`);

async function systemNodeThatIsTooOld(): Promise<string | undefined> {
  if (!existsSync(SYSTEM_NODE)) return undefined;
  const { stdout } = await execa(SYSTEM_NODE, ['-p', 'process.versions.node']);
  return Number.parseInt(stdout, 10) < NEEDED_MAJOR ? SYSTEM_NODE : undefined;
}

/** Runs the installed command under a certain Node, in the folder of the user. */
function tasktax(folder: string, node: string, ...words: readonly string[]) {
  const start = join(folder, 'node_modules/.bin/tasktax');
  return execa(node, [start, ...words], {
    cwd: folder,
    env: environment,
    reject: false,
    stdin: 'ignore',
  });
}

let packed: readonly string[] = [];

beforeAll(async () => {
  const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', whole], {
    cwd: repositoryRoot,
  });
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  packed = files.map(({ path }: { path: string }) => path);
  const tarball = join(whole, filename);
  await execa('npm', [...INSTALL, tarball], { cwd: whole });
  await execa('npm', [...INSTALL, '--omit=optional', tarball], { cwd: bare });
}, 300_000);

describe('what is packed', () => {
  test('no test, fixture or build product of a program', () => {
    expect(packed.filter((file) => /\.test\.|\.fixture\.|\/e2e\/|target\//.test(file))).toEqual([]);
  });

  test.each([
    'dist/cli.js',
    'dist/cli.d.ts',
    'dist/present/report/page/page-script.js',
    'dist/present/report/page/live-page-script.js',
    'dist/present/site/scripts/suite.js',
    'dist/present/charts/licences/echarts-LICENSE',
    'workloads/js/tasks.mjs',
    'results/reference/one-million-tasks.csv',
  ])('%s', (file) => {
    expect(packed).toContain(file);
  });
});

test('without the runtimes, it takes less than 40 MB', () => {
  const folder = join(bare, 'node_modules');
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  expect(bytes).toBeLessThan(40e6);
});

test.each([
  ['a current Node', process.execPath],
  ...(oldNode === undefined ? [] : [['a Node that is too old', oldNode]]),
])(
  'under %s, a comparison ends well, and its results are where the user stands',
  async (_, node = '') => {
    const words = ['compare', 'smoke', '--runtimes', 'node,bun', '--out', `results/${node.length}`];
    const { exitCode, stdout } = await tasktax(whole, node, ...words);
    expect(stdout).toMatch(/^(\d+) runs: \1 ok/m);
    expect(exitCode).toBe(0);
    const out = join(whole, `results/${node.length}`);
    expect(readFileSync(join(out, 'runtimes.csv'), 'utf8')).not.toContain(whole);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('echarts');
    const again = await tasktax(whole, node, 'report', `results/${node.length}`);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  },
);

test('a watched comparison serves its report until its end', async () => {
  const words = ['compare', '--watch', '--runtimes', 'node', '--tasks', '1', '--repeats', '2'];
  const comparison = tasktax(whole, process.execPath, ...words, '--sleep', '2', '--out', 'watched');
  const url = await new Promise<string>((resolve, reject) => {
    let told = '';
    comparison.stdout.on('data', (part: Buffer) => {
      told += part;
      const printed = /^watch: (\S+)$/m.exec(told)?.[1];
      if (printed !== undefined) resolve(printed);
    });
    comparison.then(() => reject(new Error(`no URL: ${told}`)));
  });
  const page = async () => (await fetch(url)).text();
  await expect.poll(page, { timeout: 60_000 }).toContain('of 2 runs are made');
  expect(await page()).toContain('EventSource');
  expect((await comparison).exitCode).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test('a site of results of the user, with all that its pages load', async () => {
  const measured = ['compare', 'smoke', '--runtimes', 'bun', '--out', 'own/smoke'];
  expect((await tasktax(whole, process.execPath, ...measured)).exitCode).toBe(0);
  const { exitCode, stdout, stderr } = await tasktax(whole, process.execPath, 'site', 'own');
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain('site: site, of 1 results folder');
  const site = join(whole, 'site');
  const page = readFileSync(join(site, 'suites/smoke/index.html'), 'utf8');
  expect(page).toContain('assets/suite.js');
  const [, imported = ''] = /import\(`\.\/([^`]+)`\)/.exec(
    readFileSync(join(site, 'assets/suite.js'), 'utf8'),
  ) ?? ['', 'none'];
  expect(statSync(join(site, 'assets', imported)).size).toBeGreaterThan(100_000);
  expect(readFileSync(join(site, 'runtimes/bun.html'), 'utf8')).toContain('workloads/js/tasks.mjs');
  const again = await tasktax(whole, process.execPath, 'site', 'nowhere');
  expect(again.stderr).toMatch(/^error: .*nowhere/);
  expect(again.exitCode).toBe(2);
});

test('results go to the folder of the user', async () => {
  const { stdout } = await tasktax(whole, process.execPath, 'compare', 'smoke', '--dry-run');
  expect(stdout).toContain('results/smoke');
  expect(stdout).not.toContain('node_modules');
});

test.skipIf(oldNode === undefined)(
  'without any Node that can run it, one line says what to do',
  async () => {
    const { exitCode, stderr } = await tasktax(bare, String(oldNode), 'runtimes');
    expect(stderr).toMatch(
      /^error: tasktax needs Node 24 or later, and this is .*: .* npm install --include=optional$/,
    );
    expect(exitCode).toBe(2);
  },
);

test.skipIf(oldNode === undefined)('its version is told by any Node', async () => {
  const { stdout } = await tasktax(bare, String(oldNode), '--version');
  expect(stdout).toMatch(/^\d+\.\d+\.\d+$/);
});

test('a runtime that npm left out is said to be missing', async () => {
  const { stdout } = await tasktax(bare, process.execPath, 'runtimes');
  expect(stdout).toContain('npm install --include=optional');
});

test("a config in TypeScript is read by the packaged Node, and has the package's types", async () => {
  writeFileSync(
    join(whole, 'tasktax.config.ts'),
    `import { defineConfig } from 'tasktax';
const repeats: number = 1;
export default defineConfig({
  suites: [{ id: 'few', repeats, series: [{ workload: 'spawn', tasks: [5] }] }],
});
`,
  );
  const node = oldNode ?? process.execPath;
  const { stdout } = await tasktax(whole, node, 'compare', 'few', '--runtimes', 'bun', '--dry-run');
  expect(stdout).toContain('spawn');
  const types = '{"compilerOptions":{"module":"nodenext","strict":true,"noEmit":true,"types":[]}}';
  writeFileSync(join(whole, 'tsconfig.json'), types);
  const tsc = join(repositoryRoot, 'node_modules/.bin/tsc');
  const checked = await execa(tsc, ['-p', '.'], { cwd: whole, reject: false });
  expect(checked.stdout).toBe('');
});
