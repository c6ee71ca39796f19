/** What `tasktax init` writes: every setting once, as a comment that works when it is taken out of it. */
export const SAMPLE_CONFIG = `// Settings of tasktax for this folder. All are optional; remove the // of those that you want.
// Words that start with ./ or ../ are paths, from this file's folder.

/** @type {import('tasktax').TasktaxConfig} */
export default {
  // Suites of your own: tasktax compare few
  // suites: [
  //   {
  //     id: 'few',
  //     title: 'a few sleeping tasks',
  //     repeats: 5, // or untilSettled: { precision: 0.02, maxRepeats: 30, budgetSeconds: 600 },
  //     series: [
  //       { workload: 'sleep', tasks: [1, 100, 10000], parameters: [{ seconds: 1 }] },
  //       { workload: 'spawn-join', tasks: [1000] },
  //     ],
  //   },
  // ],

  // Programs of your own that keep the contract (tasktax verify checks it): tasktax compare few --runtimes mine,node
  // programs: [
  //   {
  //     id: 'mine',
  //     title: 'My runtime',
  //     command: ['./my-program'],
  //     workloads: ['sleep', 'spawn-join'],
  //     versionCommand: ['./my-program', '--version'],
  //     environment: { MY_THREADS: '4' },
  //   },
  // ],

  // Commands of your own, compared with each other: tasktax measure
  // measure: {
  //   base: ['node', './base.mjs', '{tasks}'],
  //   mine: ['node', './mine.mjs', '{tasks}'],
  // },

  // What tasktax diff puts up with, unless --fail-above says otherwise.
  // diff: { failAbove: '5%' },
};
`;
