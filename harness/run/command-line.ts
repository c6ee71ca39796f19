import type { Case } from '../model/case.ts';
import { parameterArguments } from '../model/parameters.ts';
import type { Launchable } from '../model/runtime.ts';
import type { Workload } from '../model/workload.ts';

/** Stands for the number of tasks in a measured command. */
export const TASKS_PLACEHOLDER = '{tasks}';

/** The command line of a case: the program with `WORKLOAD TASKS [key=value …]`, or a command with `{tasks}` replaced. */
export function commandLine(
  { command, raised }: Pick<Launchable, 'command' | 'raised'>,
  { tasks, parameters }: Pick<Case, 'tasks' | 'parameters'>,
  workload: Workload,
): readonly [string, ...string[]] {
  const [file, ...rest] = command;
  const before = (raised?.after ?? 1) - 1;
  return workload.keepsContract === false
    ? [file, ...rest.map((word) => word.replaceAll(TASKS_PLACEHOLDER, String(tasks)))]
    : [
        file,
        ...rest.slice(0, before),
        ...(raised?.flags(workload.expectedTasks(tasks, parameters)) ?? []),
        ...rest.slice(before),
        ...[workload.id, String(tasks), ...parameterArguments(parameters)],
      ];
}
