// A comparison on a Slurm cluster of four virtual nodes on this machine, one of which is lost in the middle.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyseRuns } from '../analyse/analyse-runs.ts';
import { loadCatalogue } from '../catalogue.ts';
import { shardPathIn } from '../compare/slurm/slurm-folder.ts';
import { readJournal } from '../record/journal.ts';
import { toCsv } from '../results/csv.ts';
import { readMeasurements } from '../results/read-results.ts';
import { workPathIn } from '../results/results-path.ts';
import { costsTable } from '../results/tables/costs.ts';
import { runsTable } from '../results/tables/runs.ts';
import { summaryTable } from '../results/tables/summary.ts';
import { journalOf } from './fixtures/comparison-files.ts';
import { type SlurmCluster, startSlurmCluster, whyNoCluster } from './fixtures/slurm-cluster.ts';
import { tasktaxWhere } from './fixtures/tasktax.ts';

const NODES = 4;
const SIZES = [1, 10, 100, 1000];
const LONG_MS = 400_000;

const noCluster = whyNoCluster();
if (noCluster !== undefined) console.warn(`SKIPPED: comparisons on Slurm: ${noCluster}`);

let cluster: SlurmCluster | undefined;
let out: string;

beforeAll(async () => {
  if (noCluster === undefined) cluster = await startSlurmCluster(NODES);
});
afterAll(() => cluster?.stop());

function compareOnCluster(...words: readonly string[]) {
  const suite = ['one-million', '--runtimes', 'node', '--tasks', SIZES.join(), '--sleep', '1'];
  const place = ['--on', 'slurm', '--nodes', String(NODES), '--repeats', String(NODES)];
  const env = { ...cluster?.environment };
  return tasktaxWhere({ env }, 'compare', ...suite, ...place, '--out', out, ...words);
}

function journalOfShard(shard: number): string {
  return journalOf(shardPathIn(workPathIn(out), shard));
}

/** How many runs a shard has made. */
function runsMade(shard: number): number {
  const path = journalOfShard(shard);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 2 : 0;
}

test.skipIf(noCluster)(
  'four nodes, one of them lost in the middle: every planned run once, as if one machine had analysed them',
  { timeout: LONG_MS },
  async () => {
    out = join(mkdtempSync(join(tmpdir(), 'tasktax-on-slurm-')), 'out');
    const comparison = compareOnCluster();
    await expect.poll(() => runsMade(2), { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    const firstRun = [...readJournal(journalOfShard(2))][0]?.run;
    const node = /node\d/.exec(await nodeOfShard(2))?.[0] ?? '';
    cluster?.loseNode(node);
    await soonOnAnotherNode(2, comparison);

    const { exitCode, stdout, stderr } = await comparison;
    expect(`${exitCode} ${stderr}`).toMatch(/^0 /);
    expect(stdout).toContain('16 runs: 16 ok');
    expect(stderr).toContain('shards: 4 complete, 0 running, 0 waiting');

    const { facts, runs, machines } = readMeasurements(out);
    expect(facts).toMatchObject({ complete: true, plannedRuns: 16, repeats: 4 });
    expect(runs.map(({ position }) => position)).toEqual(
      Array.from({ length: 16 }, (_, index) => index + 1),
    );
    expect(runs).toContainEqual(firstRun); // what the lost node had made is kept

    const journals = [1, 2, 3, 4].flatMap((shard) =>
      [...readJournal(journalOfShard(shard))].map(({ run }) => run),
    );
    const sorted = journals.sort((a, b) => a.position - b.position);
    const { workloads } = await loadCatalogue();
    const { summary, costs } = analyseRuns(sorted, machines, workloads);
    const written = (table: string) => readFileSync(join(out, `${table}.csv`), 'utf8');
    expect(written('runs')).toBe(toCsv(runsTable, sorted));
    expect(written('summary')).toBe(toCsv(summaryTable, summary));
    expect(written('costs')).toBe(toCsv(costsTable, costs));
  },
);

test.skipIf(noCluster)(
  'Ctrl-C leaves the jobs alone and says how to go on; going on makes the rest',
  { timeout: LONG_MS },
  async () => {
    out = join(mkdtempSync(join(tmpdir(), 'tasktax-on-slurm-')), 'out');
    const comparison = compareOnCluster();
    await expect.poll(() => runsMade(1), { timeout: 60_000 }).toBeGreaterThanOrEqual(1);
    comparison.kill('SIGINT');
    const stopped = await comparison;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toMatch(
      /repeat the command with --resume .*; to end them: scancel \d+$/m,
    );

    const again = await compareOnCluster();
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('follow them with --resume, or end them with: scancel');

    const { exitCode, stdout } = await compareOnCluster('--resume');
    expect(stdout).toContain('16 runs: 16 ok');
    expect(exitCode).toBe(0);
  },
);

test.skipIf(noCluster)(
  'jobs that end before they have made a run are told with their last words',
  { timeout: LONG_MS },
  async () => {
    out = join(mkdtempSync(join(tmpdir(), 'tasktax-on-slurm-')), 'out');
    for (let node = 1; node <= NODES; node += 1) {
      const cache = join(cluster?.root ?? '', `cache-node${node}`);
      rmSync(cache, { recursive: true, force: true });
      writeFileSync(cache, 'a file in its place');
    }
    const { exitCode, stderr } = await compareOnCluster();
    expect(stderr).toMatch(
      /^error: the job of shard 1 ended without .*; it said: error: cannot write/m,
    );
    expect(exitCode).toBe(1);
  },
);

test.skipIf(noCluster).each([
  [
    'a partition that is not there',
    ['--partition', 'nowhere'],
    /^error: sbatch refuses the jobs: /m,
  ],
  ['more nodes than blocks', ['--repeats', '3'], /^error: 4 nodes cannot share 3 blocks: choose/m],
  ['several suites', ['smoke'], /^error: --on slurm compares one suite at a time$/m],
  ['nothing to resume', ['--resume'], /^error: nothing to resume: no jobs were submitted/m],
])('%s is one line, and exit code 2', async (_, words, message) => {
  out = join(mkdtempSync(join(tmpdir(), 'tasktax-on-slurm-')), 'out');
  const { exitCode, stderr } = await compareOnCluster(...words);
  expect(stderr).toMatch(message);
  expect(exitCode).toBe(2);
});

async function nodeOfShard(shard: number): Promise<string> {
  const { stdout } = await execa('squeue', ['--array', '--noheader', '--format=%K %N'], {
    env: { ...cluster?.environment },
  });
  return stdout.split('\n').find((line) => line.startsWith(`${shard} `)) ?? '';
}

/** Slurm lets a job whose node was lost wait for two minutes before it starts again; a test need not. */
async function soonOnAnotherNode(shard: number, comparison: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  comparison.finally(() => {
    hasEnded = true;
  });
  const isWaiting = async () => {
    const { stdout } = await execa('squeue', ['--array', '--noheader', '--format=%K %T %F'], {
      env: { ...cluster?.environment },
    });
    const [, jobId] = new RegExp(`^${shard} PENDING (\\d+)$`, 'm').exec(stdout) ?? [];
    if (jobId !== undefined) {
      await execa('scontrol', ['update', `JobId=${jobId}_${shard}`, 'StartTime=now'], {
        env: { ...cluster?.environment },
      });
    }
    return jobId !== undefined || hasEnded;
  };
  await expect.poll(isWaiting, { timeout: 120_000, interval: 500 }).toBe(true);
}
