import { formatParameters, type Parameters } from './parameters.ts';

/** One cell of a comparison: runtime x workload x number of tasks x parameters. */
export interface Case {
  /** The runtime's id with its version: `node@26.10.0`. */
  readonly runtimeId: string;
  readonly workload: string;
  readonly tasks: number;
  readonly parameters: Parameters;
}

/** One planned execution of a case. */
export interface PlannedRun {
  readonly case: Case;
  /** Which repeat of the case, from 1. */
  readonly repeat: number;
  /** Position in the order of all runs, from 1. */
  readonly position: number;
}

/** The same text for the same case. */
export function caseKey({ runtimeId, workload, tasks, parameters }: Case): string {
  return `${runtimeId} ${workload} ${tasks} ${formatParameters(parameters)}`;
}
