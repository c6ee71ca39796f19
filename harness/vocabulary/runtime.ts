/** Something that runs tasks. One file each in `harness/runtimes/`, one program each in `workloads/`. */
export interface Runtime {
  /** As typed on the command line and printed in tables: `python-uvloop`. */
  readonly id: string;
  /** As a post would write it: `Python (uvloop)`. */
  readonly title: string;
  /** Workloads that this runtime has no equivalent for, each with the reason. */
  readonly lacks?: Readonly<Record<string, string>>;
  /** Finds the runtime on this machine, in milliseconds: nothing is built, installed or hashed. */
  readonly locate: () => Promise<Located | Missing>;
}

/** A runtime that is on this machine. */
export interface Located {
  readonly version: string;
  /** Where it came from: `npm`, `path`, … */
  readonly source: string;
  /** The file found: never a shim, always what will run or what will build it. */
  readonly executable: string;
  /** Builds or installs what the program needs, once, into the cache. */
  readonly prepare: () => Promise<Launchable | Missing>;
}

/** What to start; the harness appends `WORKLOAD TASKS [key=value …]`. */
export interface Launchable {
  /** The executable (absolute, a real binary) and the arguments before the workload's. */
  readonly command: readonly [string, ...string[]];
  /** The whole environment of the child, but for what the harness itself adds; a command of yours inherits the shell's. */
  readonly environment: Readonly<Record<string, string>> | 'inherited';
}

/** A runtime that is not to be had here, with what the user can do about it. */
export interface Missing {
  readonly missing: string;
  readonly install: string;
}

/** Tells the two answers of `locate` and `prepare` apart. */
export function isMissing(answer: object): answer is Missing {
  return 'missing' in answer;
}
