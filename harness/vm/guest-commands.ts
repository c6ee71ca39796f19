import { fromCsv } from '../results/csv.ts';
import { type RunRow, runsTable } from '../results/tables/runs.ts';
import { GUEST_NODE, SHARED, type StepResult } from './run-scenario.ts';

/** The command that starts the harness in a machine. */
export const GUEST_CLI = [GUEST_NODE, '/srv/tasktax/harness/cli.ts'] as const;

/** The name of the fixture in the shared folder. */
export const FIXTURE = 'fixture';

/** The memory that the fixture's five processes share. */
export const TREE_BYTES = 100 * 2 ** 20;

export const LIMIT_BYTES = 150 * 2 ** 20;

/** The line after which a step prints the table of runs. */
const TABLE = 'runs.csv:\n';

/** Two runs under a limit: a tree of processes that stays below it, and a program that allocates without end. */
export const TREE_AND_HOG: readonly string[] = [
  'sh',
  '-c',
  `out=$(mktemp -d)/out
   "$@" --out "$out" -- sh -c 'case {tasks} in 1) exec ${SHARED}/${FIXTURE} tree 1 mib=100 children=4 seconds=0 ;; esac
     exec tail /dev/zero'
   code=$?; printf '${TABLE.replace('\n', '\\n')}'; cat "$out/runs.csv"; exit $code`,
  'sh',
  ...[...GUEST_CLI, 'measure', '--memory-limit', String(LIMIT_BYTES)],
  ...['--tasks', '1,2', '--repeats', '1'],
];

/** The rows of those two runs. */
export function treeAndHog({ stdout, stderr }: StepResult): readonly RunRow[] {
  const [, table] = stdout.split(TABLE);
  if (table === undefined) throw new Error(`no table of runs: ${stdout}${stderr}`);
  return fromCsv(runsTable, table).toSorted((one, other) => one.tasks - other.tasks);
}

/**
 * A measurement that would take ten minutes, interrupted with SIGINT as soon as it has said who enforces the limit.
 *
 * @param within the command that starts it, if it is not started directly.
 */
export function interrupted(...within: readonly string[]): readonly string[] {
  const script = `folder=$(mktemp -d); chmod 777 "$folder"; cd "$folder"
    "$@" --out "$folder/out" -- sleep 600 >said & measurement=$!
    until grep 'memory limit' said || ! kill -0 $measurement; do sleep 0.2; done
    kill -INT $measurement; wait $measurement`;
  const measure = [...GUEST_CLI, 'measure', '--memory-limit', String(LIMIT_BYTES)];
  return ['sh', '-c', script, 'sh', ...within, ...measure];
}
