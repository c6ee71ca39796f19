import { isCheckout } from '../provision/places.ts';

/** Command lines that work as they stand, for the help of each command; what stands before a command's name is added. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  compare: [
    'compare smoke',
    'compare --runtimes node,bun@1.2 --tasks 1000,50000',
    'compare one-million --dry-run',
    'compare --resume',
    'compare one-million --repeats 8 --shard 2/8 --out shard-2',
    'compare one-million --repeats 8 --on slurm --nodes 8',
  ],
  measure: [
    'measure -- ./server --port 0',
    'measure --tasks 1,1000,10000 -- ./mine {tasks}',
    'measure --name base="./base {tasks}" --name mine="./mine {tasks}"',
  ],
  report: ['report', 'report results/local/smoke-20260101T120000000Z'],
  site: ['site', 'site results/local --out /tmp/site'],
  merge: ['merge shard-1 shard-2 --out results/local/merged'],
  check: ['check results/local/theirs'],
  diff: [
    'diff results/before results/after',
    'diff results/before results/after --fail-above 5% --format markdown',
  ],
  runtimes: ['runtimes', 'runtimes --json'],
  doctor: ['doctor'],
  bench: ['bench'],
  verify: ['verify ./my-program', 'verify --workloads sleep,spawn -- python3 tasks.py'],
  init: ['init'],
  completion: ['completion bash >> ~/.bashrc', 'completion fish | source'],
};

/** The examples below a command's help; nothing for a command without. */
export function exampleLines(command: string): string {
  const examples = EXAMPLES[command];
  if (examples === undefined) return '';
  const before = isCheckout ? 'node harness/cli.ts' : 'npx tasktax';
  return ['', 'Examples:', ...examples.map((words) => `  ${before} ${words}`)].join('\n');
}
