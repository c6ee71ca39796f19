import type { Case } from '../../model/case.ts';
import { formatParameters } from '../../model/parameters.ts';

/** The same text for the same case. */
export function caseKey({ runtimeId, workload, tasks, parameters }: Case): string {
  return `${runtimeId} ${workload} ${tasks} ${formatParameters(parameters)}`;
}
