import { setTimeout as after } from 'node:timers/promises';
import type { Parameters } from '../../model/parameters.ts';
import type { Launchable } from '../../model/runtime.ts';
import type { Workload } from '../../model/workload.ts';
import { commandLine } from '../../run/command-line.ts';

/** A program that keeps the contract, or a command, for each observer to watch in turn. */
export interface BenchChild {
  readonly command: Launchable['command'];
  readonly workload: Workload;
  readonly tasks: number;
  readonly parameters: Parameters;
  /** Milliseconds for which it waits at a checkpoint; at the others it goes on at once. */
  readonly holdMs: Readonly<Record<string, number>>;
  /** It starts processes of its own: observers are told to follow them, where they can. */
  readonly forks?: true;
}

/** The command line that every observer starts it with. */
export function wordsOf(child: BenchChild): readonly [string, ...string[]] {
  return commandLine(child, child, child.workload);
}

/** Whether it waits at checkpoints; a command runs through. */
export function keepsContract({ workload }: BenchChild): boolean {
  return workload.keepsContract !== false;
}

/** Keeps a child waiting, so that it runs equally long under every observer and each has time to look. */
export async function hold(child: BenchChild, checkpoint: string): Promise<void> {
  const milliseconds = child.holdMs[checkpoint] ?? 0;
  if (milliseconds > 0) await after(milliseconds);
}
