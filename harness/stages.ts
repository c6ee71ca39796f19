/**
 * The stages of the harness in the order in which data passes through them: a folder each, and one file. A file imports
 * from its own stage and from stages before it, never from a later one: `npm run check` holds the sources to it.
 */
export const STAGES = [
  { name: 'text', holds: 'making untrusted text safe, formatting quantities, Markdown and markup' },
  { name: 'model', holds: 'case, suite, workload, runtime, outcome: types and their meaning' },
  { name: 'kernel', holds: 'reading /proc, control groups and limits' },
  {
    name: 'metrics',
    holds: 'one declaration for each metric: column, unit, label, direction, computation',
  },
  { name: 'workloads', holds: 'what tasks do and how they prove it, one file per workload' },
  { name: 'suites', holds: 'the cases of each comparison, one file per suite' },
  { name: 'claims', holds: 'the claims of posts, and their published figures' },
  { name: 'provision', holds: 'finding tools, building programs, the cache' },
  { name: 'runtimes', holds: 'how each runtime is found, built and started, one file per runtime' },
  { name: 'catalogue.ts', holds: 'all declarations in these folders, by name' },
  { name: 'plan', holds: 'the cases of a suite, in the order in which they run' },
  {
    name: 'run',
    holds: 'launch, checkpoints, samples, limits, ending processes, judging the outcome',
  },
  { name: 'results', holds: 'the schema of the tables, CSV, one reader and one writer' },
  { name: 'config', holds: 'suites, programs, commands and thresholds of the user' },
  { name: 'record', holds: 'the journal of a comparison, its lock and its fallback folders' },
  { name: 'analyse', holds: 'medians, intervals, slopes, ratios, ranks, differences, verdicts' },
  { name: 'compare', holds: 'making a comparison from plan to tables, reported as events' },
  { name: 'present', holds: 'terminal, report, charts, diff, documents' },
  { name: 'verify', holds: 'checking the harness: doctor, bench and second instrument' },
  { name: 'cli', holds: 'commands, options, exit codes' },
] as const;
