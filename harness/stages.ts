/**
 * The stages of the harness in the order in which data passes through them: a folder each, and one file. A file imports
 * from its own stage and from stages before it, never from a later one: `npm run check` holds the sources to it.
 */
export const STAGES = [
  { name: 'text', holds: 'foreign text made safe, quantities in words, Markdown and markup' },
  { name: 'model', holds: 'case, suite, workload, runtime, outcome: types and what they mean' },
  { name: 'kernel', holds: 'everything that reads /proc, control groups and limits' },
  {
    name: 'metrics',
    holds: 'one declaration a figure: column, unit, label, direction, how it is computed',
  },
  { name: 'suites', holds: 'which cases a comparison is made of, a file each' },
  { name: 'workloads', holds: 'what tasks do and what proves it, a file each' },
  { name: 'claims', holds: 'what posts claim, and the figures that they printed' },
  { name: 'provision', holds: 'finding tools, building programs, the cache' },
  { name: 'runtimes', holds: 'how each runtime is found, built and started, a file each' },
  { name: 'catalogue.ts', holds: 'everything that is known by name, read from these folders' },
  { name: 'plan', holds: 'the cases of a suite, in the order in which they run' },
  { name: 'run', holds: 'launch, checkpoints, samples, limits, the end, the judgement' },
  { name: 'results', holds: "the tables' schema, CSV, the one reader and the writer" },
  { name: 'record', holds: 'the journal of a comparison, its lock and its fallback folders' },
  { name: 'analyse', holds: 'medians, intervals, slopes, ratios, ranks, differences, verdicts' },
  { name: 'compare', holds: 'making a comparison from plan to tables, told as events' },
  { name: 'present', holds: 'terminal, report, charts, diff, documents' },
  { name: 'verify', holds: 'doctor, bench and second instrument: is the harness right?' },
  { name: 'cli', holds: 'commands, options, exit codes' },
] as const;
