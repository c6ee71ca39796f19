/**
 * The stages of the harness in the order in which data passes through them, a folder each. A file imports from its own
 * stage and from stages before it, never from a later one: `npm run check` holds the sources to it.
 */
export const STAGES = [
  { folder: 'text', holds: 'foreign text made safe, quantities in words, Markdown and markup' },
  { folder: 'model', holds: 'case, suite, workload, runtime, outcome: types and what they mean' },
  { folder: 'kernel', holds: 'everything that reads /proc, control groups and limits' },
  {
    folder: 'metrics',
    holds: 'one declaration a figure: column, unit, label, direction, how it is computed',
  },
  { folder: 'suites', holds: 'which cases a comparison is made of, a file each' },
  { folder: 'workloads', holds: 'what tasks do and what proves it, a file each' },
  { folder: 'claims', holds: 'what posts claim, and the figures that they printed' },
  { folder: 'provision', holds: 'finding tools, building programs, the cache' },
  { folder: 'runtimes', holds: 'how each runtime is found, built and started, a file each' },
  { folder: 'plan', holds: 'the cases of a suite, in the order in which they run' },
  { folder: 'run', holds: 'launch, checkpoints, samples, limits, the end, the judgement' },
  { folder: 'results', holds: "the tables' schema, CSV, the one reader and the writer" },
  { folder: 'record', holds: 'the journal of a comparison, its lock and its fallback folders' },
  { folder: 'analyse', holds: 'medians, intervals, slopes, ratios, ranks, differences, verdicts' },
  { folder: 'compare', holds: 'making a comparison from plan to tables, told as events' },
  { folder: 'present', holds: 'terminal, report, charts, diff, documents' },
  { folder: 'verify', holds: 'doctor, bench and second instrument: is the harness right?' },
  { folder: 'cli', holds: 'commands, options, exit codes' },
] as const;
