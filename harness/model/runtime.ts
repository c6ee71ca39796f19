import type { Family } from './family.ts';

/** Something that runs tasks. One file each in `harness/runtimes/`, one program each in `workloads/`. */
export interface Runtime {
  /** As typed on the command line and printed in tables: `python-uvloop`. */
  readonly id: string;
  /** As a post would write it: `Python (uvloop)`. */
  readonly title: string;
  /** The language it belongs to. Default: one of its own. */
  readonly family?: Family;
  /** Workloads that this runtime has no equivalent for, each with the reason. */
  readonly lacks?: Readonly<Record<string, string>>;
  /** What it writes to stderr when it gets no memory: each pattern is tried on every line. */
  readonly outOfMemory?: readonly RegExp[];
  /** The most tasks that it can have at once, where something other than memory bounds them. */
  readonly limit?: () => TaskLimit;
  /**
   * Finds the runtime; nothing is built, installed or hashed.
   *
   * @param range a semver range: the newest version in it that can be had. Default: the version that is here.
   */
  readonly locate: (range?: string) => Promise<Located | Missing>;
  /** Every release that can be had, where old ones can. */
  readonly releases?: () => Promise<readonly string[]>;
}

/** How many tasks a runtime can have, and what bounds them. */
export interface TaskLimit {
  readonly tasks: number;
  readonly reason: string;
}

/** A runtime that is on this machine. */
export interface Located {
  readonly version: string;
  /** Where it came from: `npm`, `path`, … */
  readonly source: string;
  /** The file found, or about to be fetched: never a shim, always what will run or what will build it. */
  readonly executable: string;
  /** Builds or installs what the program needs, once, into the cache. */
  readonly prepare: () => Promise<Launchable | Missing>;
}

/** What to start; the harness appends `WORKLOAD TASKS [key=value …]`. */
export interface Launchable {
  /** The executable (absolute, a real binary) and the arguments before the workload's. */
  readonly command: readonly [string, ...string[]];
  /** What a large number of tasks cannot do without. */
  readonly raised?: RaisedLimit;
  /** The whole environment of the child, but for what the harness itself adds; a command of yours inherits the shell's. */
  readonly environment: Readonly<Record<string, string>> | 'inherited';
}

/** A limit of the runtime's own that has to be raised for many tasks, and is left alone for few. */
export interface RaisedLimit {
  /** As it stands in the tables: from how many tasks on, and the flags. */
  readonly said: string;
  /** Goes right after the executable. */
  readonly flags: (tasks: number) => readonly string[];
}

/** Something that is not available on this machine: a runtime, a tool, a facility of the kernel. */
export interface Missing {
  /** What is missing. */
  readonly missing: string;
  /** What the user can do about it: often a command to run. */
  readonly remedy: string;
}

/** Tells the two answers of `locate` and `prepare` apart. */
export function isMissing(answer: object): answer is Missing {
  return 'missing' in answer;
}
