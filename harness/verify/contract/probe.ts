import { type Parameters, parameterArguments } from '../../model/parameters.ts';
import type { Workload } from '../../model/workload.ts';

/** One start of a program, and how it is treated there. */
export interface Probe {
  readonly workload: Workload;
  readonly tasks: number;
  readonly parameters: Parameters;
  /**
   * `release`: it may go on from each checkpoint at once. `hold`: only after longer than all its work takes, which
   * shows whether it waits. A checkpoint's name: its stdin is closed there.
   */
  readonly treatment: 'release' | 'hold' | { readonly closeAt: string };
}

/** One, two, and enough for a mistake in counting to show. */
const SIZES = [1, 2, 1000];
const FEW = 2;

/** Short work in two lengths, so that a program that does not read its parameters is found; else the defaults. */
const PARAMETERS: Readonly<Record<string, readonly [Parameters, ...Parameters[]]>> = {
  sleep: [{ seconds: 0.3 }, { seconds: 1.1 }],
  'warm-sleep': [{ seconds: 0.3, warmup: 3 }],
  lateness: [
    { seconds: 0.3, extra: 0 },
    { seconds: 0.3, extra: 0.4 },
  ],
  timer: [{ seconds: 0.3 }, { seconds: 1.1 }],
  'spawn-backlog': [{ backlog: 3 }, { backlog: 0 }, { backlog: 1000 }],
  footprint: [
    { laps: 3, pause: 0.1, heap: 0 },
    { laps: 2, pause: 0.4, heap: 1 },
  ],
};

/** What a program that claims a workload is put through, the most telling first. */
export function probesOf(workload: Workload): readonly Probe[] {
  const [usual, ...others] = PARAMETERS[workload.id] ?? [workload.parameters];
  const probe = (tasks: number, parameters: Parameters, treatment: Probe['treatment']): Probe => ({
    workload,
    tasks,
    parameters,
    treatment,
  });
  return [
    probe(FEW, usual, 'hold'),
    ...SIZES.map((tasks) => probe(tasks, usual, 'release')),
    ...others.map((parameters) => probe(FEW, parameters, 'release')),
    ...workload.checkpoints.map((closeAt) => probe(FEW, usual, { closeAt })),
  ];
}

/** What the program is started with, as one would type it. */
export function requestOf({ workload, tasks, parameters }: Probe): readonly string[] {
  return [workload.id, String(tasks), ...parameterArguments(parameters)];
}
