import type { ControlGroup } from '../kernel/control-group.ts';
import type { EndedProcesses } from '../metrics/measured-run.ts';
import type { Launchable } from '../model/runtime.ts';
import type { LineReader } from './line-reader.ts';
import type { RunClock } from './run-clock.ts';

/** A started program. */
export interface Child {
  /** Also the id of its session and process group. */
  readonly pid: number;
  /** Its parent, and of all of the run that have lost theirs; undefined where there is no launcher. */
  readonly launcherPid: number | undefined;
  /** Started with the program. */
  readonly clock: RunClock;
  readonly lines: LineReader;
  /** Lets the program go on from a checkpoint. */
  readonly release: () => void;
  readonly exited: Promise<Exit>;
  /** What its ended processes used, so far; undefined where there is no launcher to tell. */
  readonly endedProcesses: () => EndedProcesses | undefined;
  readonly stderrTail: () => string;
  /** Resolves once the launcher has collected every process of the run; never where there is none, or it was ended. */
  readonly allEnded: Promise<'all'>;
  /** Ends whatever the launcher finds of the run, and lets go of the pipes, which a process that got away may hold. */
  readonly endRest: () => Promise<void>;
}

/** How a child exited; exactly one of code and signal is known. */
export interface Exit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly elapsedSeconds: number;
}

/** What is started, and how. */
export interface LaunchRequest {
  readonly command: Launchable['command'];
  readonly environment: Launchable['environment'];
  readonly runId: string;
  /** The control group that the program joins before it is the program. */
  readonly group: ControlGroup | undefined;
}
