import type { Case } from '../vocabulary/case.ts';
import { parameterArguments } from '../vocabulary/parameters.ts';
import type { Launchable } from '../vocabulary/runtime.ts';
import type { Workload } from '../vocabulary/workload.ts';

/** Where a command of anyone takes the number of tasks. */
export const TASKS_PLACEHOLDER = '{tasks}';

/** What is started for a case: the program with `WORKLOAD TASKS [key=value …]`, or a command with `{tasks}` filled in. */
export function commandLine(
  { command, raised }: Pick<Launchable, 'command' | 'raised'>,
  { tasks, parameters }: Case,
  workload: Workload,
): readonly [string, ...string[]] {
  const [file, ...rest] = command;
  return workload.keepsContract === false
    ? [file, ...rest.map((word) => word.replaceAll(TASKS_PLACEHOLDER, String(tasks)))]
    : [
        file,
        ...(raised?.flags(workload.expectedTasks(tasks, parameters)) ?? []),
        ...rest,
        ...[workload.id, String(tasks), ...parameterArguments(parameters)],
      ];
}
