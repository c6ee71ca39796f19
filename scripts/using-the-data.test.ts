// Runs every snippet of results/USING.md as it stands there. Observable itself runs only in a browser: d3-dsv, with which
// it reads attached files, and Observable Plot run in Node, on the DOM of linkedom.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { onPath } from '../harness/provision/on-path.ts';
import { cacheFolder, repositoryRoot } from '../harness/provision/places.ts';
import { readResults } from '../harness/results/read-results.ts';

const folder = join(repositoryRoot, 'results', 'one-million');
const page = readFileSync(join(repositoryRoot, 'results', 'USING.md'), 'utf8');
const tools = join(cacheFolder, 'data-tools');

/** The snippets of a language, in the order of the page. */
function snippets(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n((?:(?!```).*\n)*)```$/gm)].flatMap(
    ([, fence, code = '']) => (fence === language ? [code] : []),
  );
}

// The answers, by the harness's own reader.
const { costs, summary, runs } = readResults(folder);
const byCost = costs
  .filter((row) => row.workload === 'sleep')
  .sort((a, b) => a.bytes_per_task - b.bytes_per_task);
const [leanest] = summary
  .filter((row) => row.metric === 'peak_rss_bytes' && row.tasks === 1_000_000)
  .sort((a, b) => (a.median ?? Infinity) - (b.median ?? Infinity));
const run = runs.find(
  (row) => row.runtime_id.startsWith('node@') && row.tasks === 1_000_000 && row.repeat === 1,
);
const curve = readFileSync(join(folder, 'samples.csv'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith(`${run?.run_id},`));

test('the questions have answers', () => {
  expect(byCost.length).toBeGreaterThan(10);
  expect(leanest?.runtime_id).toMatch(/^rust-/);
  expect(curve.length).toBeGreaterThan(50);
});

/** Runs code from the root of the repository, where a reader would. */
async function outputOf(command: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await execa(command, words, { cwd: repositoryRoot });
  return stdout;
}

/** Whether a tool is here; a test that cannot run says so. */
function isHere(tool: string, found: boolean): boolean {
  if (!found) console.warn(`SKIPPED: the snippets for ${tool}; .ci/run installs it`);
  return found;
}

const python = join(tools, 'python', 'bin', 'python');
const hasPython = isHere('DuckDB and pandas', existsSync(python));

test.skipIf(!hasPython)('DuckDB', async () => {
  const code = [
    'import duckdb, json, sys',
    'print(json.dumps([duckdb.sql(query).fetchall() for query in sys.argv[1:]]))',
  ].join('\n');
  const [cost, least, memory] = JSON.parse(await outputOf(python, '-c', code, ...snippets('sql')));
  expect(cost).toEqual(
    byCost.map((row) => [
      row.runtime_id,
      ...[row.bytes_per_task, row.ci_low, row.ci_high].map((bytes) => Math.round(bytes ?? 0)),
    ]),
  );
  expect(least).toEqual([[leanest?.runtime_id, (leanest?.median ?? 0) / 1e6]]);
  expect(memory).toHaveLength(curve.length);
});

/** What follows the snippets, in each language: how many points the chart drew, as a line of its own. */
const COUNT = {
  python: 'import matplotlib.pyplot as plt\nprint(len(plt.gca().lines[0].get_xdata()))\n',
  r: 'cat(sum(startsWith(curves$runtime_id, "node@")), "\\n")\n',
};

function expectAnswers(output: string): void {
  const lines = output.trim().split('\n');
  const of = (column: number) =>
    lines.slice(1, 1 + byCost.length).map((line) => wordsOf(line)[column]);
  expect(of(0)).toEqual(byCost.map((row) => row.runtime_id));
  expect(of(1).map(Number)).toEqual(byCost.map((row) => expect.closeTo(row.bytes_per_task, 1)));
  const [name, bytes] = wordsOf(lines.at(-2));
  expect([name, Number(bytes)]).toEqual([leanest?.runtime_id, leanest?.median]);
  expect(wordsOf(lines.at(-1))).toEqual([String(curve.length)]);
}

function wordsOf(line = ''): readonly string[] {
  return line.trim().split(/\s+/);
}

test.skipIf(!hasPython)('pandas', async () => {
  const headless = "import matplotlib\nmatplotlib.use('Agg')\n";
  expectAnswers(
    await outputOf(python, '-c', `${headless}${snippets('python').join('')}${COUNT.python}`),
  );
});

const hasR = isHere('R', (await onPath('Rscript')) !== undefined);

test.skipIf(!hasR)('R', async () => {
  const code = `pdf(NULL)\n${snippets('r').join('')}${COUNT.r}`;
  expectAnswers(await outputOf('Rscript', '-e', code));
});

const hasObservable = isHere('Observable', existsSync(join(tools, 'node_modules')));

test.skipIf(!hasObservable)('Observable', async () => {
  const module = join(mkdtempSync(join(tmpdir(), 'tasktax-observable-')), 'notebook.mjs');
  const preamble = `
    import { createRequire } from 'node:module';
    import { readFileSync } from 'node:fs';
    const load = async (name) => import(createRequire(${JSON.stringify(`${tools}/`)}).resolve(name));
    const { parseHTML } = await load('linkedom');
    const { window } = parseHTML('<html><body></body></html>');
    globalThis.window = window;
    const { csvParse, autoType } = await load('d3-dsv');
    const d3 = await load('d3-array');
    const Plot = await load('@observablehq/plot');
    const FileAttachment = (name) => ({
      csv: async ({ typed }) => csvParse(
        readFileSync('results/one-million/' + name, 'utf8'), typed ? autoType : undefined),
    });
    const shown = [];
    const display = (value) => shown.push(value);`;
  const epilogue = `
    const [sorted, least, chart] = shown;
    const points = chart.querySelector('[aria-label=line] path').getAttribute('d').split(/[ML]/).length - 1;
    console.log(JSON.stringify({ sorted, least, points }));`;
  writeFileSync(module, [preamble, ...snippets('js'), epilogue].join('\n'));
  const { sorted, least, points } = JSON.parse(await outputOf(process.execPath, module));
  expect(sorted).toEqual(byCost.map((row) => expect.objectContaining(row)));
  expect(least.runtime_id).toBe(leanest?.runtime_id);
  expect(points).toBe(curve.length);
});
