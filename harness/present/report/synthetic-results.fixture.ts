import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { costRows } from '../../analyse/costs.ts';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { chargedCells } from '../../kernel/charged-memory.ts';
import { counterCells, onlyAlwaysKnown } from '../../kernel/counters.ts';
import { cpuCells } from '../../kernel/cpu-account.ts';
import type { Workload } from '../../model/workload.ts';
import { machineRowWith } from '../../results/machine-row.fixture.ts';
import { workPathIn } from '../../results/results-path.ts';
import { costsTable } from '../../results/tables/costs.ts';
import { machinesTable } from '../../results/tables/machines.ts';
import { type ReadingRow, readingsTable } from '../../results/tables/readings.ts';
import { type RunRow, runsTable } from '../../results/tables/runs.ts';
import { runtimesTable } from '../../results/tables/runtimes.ts';
import { type SampleRow, samplesTable } from '../../results/tables/samples.ts';
import { summaryTable } from '../../results/tables/summary.ts';
import { writeTables } from '../../results/write-tables.ts';

/** Names as long and as many as they get, with what a task costs in each: made up, for layouts only. */
const RUNTIMES: readonly (readonly [string, number])[] = [
  ['bun@1.4.5', 580],
  ['c-pthread@12.2.0', 9_900],
  ['deno@2.9.5', 1_280],
  ['dotnet@8.0.122', 400],
  ['elixir@1.14.0+otp-25', 3_100],
  ['erlang@25.2.3', 2_900],
  ['go@1.26.8', 2_730],
  ['java-virtual-threads@25.0.1', 1_150],
  ['kotlin-coroutines@2.2.0+jvm-25.0.1', 700],
  ['node@22.11.0', 900],
  ['node@26.10.0', 815],
  ['python-asyncio@3.11.7', 1_480],
  ['python-trio@3.11.7+trio-0.31.0', 4_200],
  ['python-uvloop@3.11.7+uvloop-0.23.0', 1_785],
  ['ruby-async@3.1.2+async-2.34.0', 13_000],
  ['rust-threads@1.95.0', 8_400],
  ['rust-tokio@1.95.0+tokio-1.52.3', 330],
];

/** Threads end before tasks do. */
const BOUND = /thread@|threads@1/;
const BOUND_TASKS = 100_000;

/** A collector that makes the memory of one runtime depend on the run, and another one jump between two values. */
function unsteady(id: string, repeat: number): number {
  if (id.startsWith('java')) return 0.7 + ((7 * repeat) % 10) / 12;
  return id.startsWith('go') && repeat % 3 === 0 ? 1.4 : 1;
}

/** What to make up. */
export interface SyntheticResults {
  readonly runtimes: number;
  readonly sizes: readonly number[];
  readonly repeats: number;
  readonly samples?: number;
  /** The last words of runs that failed. */
  readonly detail?: string;
  /** One more runtime, of this name. */
  readonly name?: string;
}

/** Writes a results folder with made-up figures: noise, failures, sizes that some runtimes cannot reach. */
export function writeSyntheticResults(
  folder: string,
  wanted: SyntheticResults,
  workloads: ReadonlyMap<string, Workload>,
): void {
  const random = xoroshiro128plus(1);
  const noise = (share: number) => 1 + share * (uniformFloat64(random) - 0.5);
  const named = RUNTIMES.slice(0, wanted.runtimes).map(([id, cost]) => ({ id, cost }));
  const runtimes = wanted.name ? [...named, { id: wanted.name, cost: 500 }] : named;
  const runs: RunRow[] = [];
  for (const tasks of wanted.sizes) {
    for (let repeat = 1; repeat <= wanted.repeats; repeat += 1) {
      for (const { id, cost } of runtimes) {
        if (BOUND.test(id) && tasks > BOUND_TASKS) continue;
        const ready = (4e6 + cost * 1e4) * noise(0.02);
        const create = (tasks * cost) / 5e8 + 0.001;
        const status = statusOf(id, tasks, repeat, wanted);
        runs.push(
          runRowWith({
            run_id: `made-up-${String(runs.length + 1).padStart(6, '0')}`,
            runtime_id: id,
            tasks,
            repeat,
            position: runs.length + 1,
            status,
            status_detail: status === 'ok' ? null : (wanted.detail ?? 'ended by SIGKILL'),
            peak_rss_bytes: Math.round((ready + cost * tasks) * noise(0.05) * unsteady(id, repeat)),
            peak_source: 'vmhwm',
            charged_peak_bytes: Math.round((1.2 * ready + 1.3 * cost * tasks) * noise(0.05)),
            ready_rss_bytes: Math.round(ready),
            parked_rss_bytes: Math.round(ready + cost * tasks),
            create_seconds: create * noise(0.3),
            finish_seconds: 10 + create * noise(0.3),
            tasks_per_second: (tasks / create) * noise(0.3),
            noise_flags: runs.length % 23 === 0 ? 'other-cpu steal' : null,
          }),
        );
      }
    }
  }
  const facts = {
    comparisonId: 'made-up',
    suite: 'made-up',
    title: `Made up: ${runtimes.length} runtimes`,
    createdAt: '2026-01-01T00:00:00.000Z',
    seed: 1,
    repeats: wanted.repeats,
    plannedRuns: runs.length,
    complete: true,
    harnessVersion: '0.0.0',
  };
  writeTables({ path: folder, workPath: workPathIn(folder) }, facts, [
    { table: machinesTable, portions: [[MACHINE]] },
    { table: runtimesTable, portions: [runtimes.map(({ id }) => runtimeRow(id))] },
    { table: runsTable, portions: [runs] },
    { table: readingsTable, portions: [runs.flatMap(readingsOf)] },
    { table: samplesTable, portions: portionsOf(runs, wanted.samples ?? 60) },
    { table: summaryTable, portions: [summaryRows(runs)] },
    { table: costsTable, portions: [costRows(runs, workloads)] },
  ]);
}

function statusOf(id: string, tasks: number, repeat: number, { sizes }: SyntheticResults) {
  const isLargest = tasks === sizes.at(-1);
  if (id.startsWith('ruby') && isLargest) return 'out-of-memory';
  if (id.startsWith('erlang') && isLargest && repeat === 1) return 'timeout';
  return 'ok';
}

/** A made-up runtime of a name. */
export function runtimeRow(id: string) {
  const [runtime = '', version = ''] = id.split('@');
  const command = `env -i LANG=C.UTF-8 ${runtime} workloads/${runtime}`;
  const executable_sha256 = 'ab'.repeat(32);
  const isBound = BOUND.test(id);
  return {
    runtime_id: id,
    runtime,
    variant: null,
    version,
    executable_sha256,
    source: 'made up',
    command,
    raised_limit: id.startsWith('erlang') ? 'from 200,000 tasks on: +P 2000000' : null,
    task_limit: isBound ? BOUND_TASKS : null,
    task_limit_reason: isBound ? 'a made-up limit of threads' : null,
  };
}

function readingsOf(run: RunRow): readonly ReadingRow[] {
  const create = run.create_seconds ?? 0;
  const reading = (checkpoint: string, elapsed_seconds: number, rss_bytes: number | null) => ({
    run_id: run.run_id,
    checkpoint,
    elapsed_seconds,
    ...counterCells({ ...onlyAlwaysKnown({ processes: 1, rssBytes: rss_bytes ?? 0 }), threads: 1 }),
    ...chargedCells(),
    ...cpuCells(undefined),
  });
  return [
    reading('ready', 0.1, run.ready_rss_bytes),
    reading('parked', 0.1 + create, run.parked_rss_bytes),
    reading('finished', 0.1 + create + (run.finish_seconds ?? 0), run.peak_rss_bytes),
  ];
}

function* portionsOf(runs: readonly RunRow[], samples: number): Generator<readonly SampleRow[]> {
  for (const run of runs) {
    const create = run.create_seconds ?? 0;
    yield Array.from({ length: samples }, (_, index) => {
      const elapsed = ((index + 1) / samples) * (0.1 + create + (run.finish_seconds ?? 0));
      const share = Math.min(1, elapsed / (0.1 + create));
      return {
        run_id: run.run_id,
        elapsed_seconds: elapsed,
        rss_bytes: Math.round(share * (run.parked_rss_bytes ?? 0)),
        threads: 1,
      };
    });
  }
}

/** The machine of made-up results. */
export const MACHINE = machineRowWith({});
