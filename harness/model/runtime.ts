import type { Family } from './family.ts';

/** Something that runs tasks. One file each in `harness/runtimes/`, one program each in `workloads/`. */
export interface Runtime {
  /** The name on the command line and in tables: `python-uvloop`. */
  readonly id: string;
  /** The name in prose: `Python (uvloop)`. */
  readonly title: string;
  /** The language it belongs to. Default: one of its own. */
  readonly family?: Family;
  /** Workloads that this runtime cannot express, each with the reason. */
  readonly lacks?: Readonly<Record<string, string>>;
  /** Patterns of the messages on stderr when an allocation fails; each is tried on every line. */
  readonly outOfMemory?: readonly RegExp[];
  /** The maximum number of tasks at once, where something other than memory limits it. */
  readonly limit?: () => TaskLimit;
  /**
   * Finds the runtime, without building, installing or hashing anything.
   *
   * @param range a semver range, which selects its newest available version. Default: the installed version.
   */
  readonly locate: (range?: string) => Promise<Located | Missing>;
  /** Lists every available release, where there can be several. */
  readonly releases?: () => Promise<readonly string[]>;
  /** Other ways to run it, which are measured only when they are asked for: `go+procs64`. */
  readonly variants?: readonly Variant[];
  /** The variant that this runtime is of another; undefined for one that is run as it comes. */
  readonly variant?: Variant;
}

/** A way to run a runtime that is not its default, for a question that the default cannot answer. */
export interface Variant {
  /** Follows the name of the runtime and a `+`: lower-case letters and digits. */
  readonly name: string;
  /** What it sets, in prose: `GOMAXPROCS=64`. */
  readonly sets: string;
  /** The question, in a clause: `do goroutines cost more with more threads?` */
  readonly why: string;
  /** The versions that can do so, as a semver range. Default: all. */
  readonly needs?: string;
  /** Variables that are added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Flags, directly after the executable. */
  readonly flags?: readonly string[];
}

/** The name of a runtime without its variant: `go` for `go+procs64`. The `+` of a library's version comes after the `@`. */
export function withoutVariant(name: string): string {
  return name.split('+', 1)[0] ?? name;
}

/** The maximum number of tasks of a runtime, and what limits it. */
export interface TaskLimit {
  readonly tasks: number;
  readonly reason: string;
}

/** A runtime that was found on this machine. */
export interface Located {
  readonly version: string;
  /** Where it came from: `npm`, `path`, … */
  readonly source: string;
  /** The file that will run, or that will build what runs; never a shim. It may still have to be fetched. */
  readonly executable: string;
  /** Builds or installs what the program needs into the cache, once. */
  readonly prepare: () => Promise<Launchable | Missing>;
}

/** What to start; the harness appends `WORKLOAD TASKS [key=value …]`. */
export interface Launchable {
  /** The executable (absolute, a real binary) and the arguments before the workload's. */
  readonly command: readonly [string, ...string[]];
  /** A limit that a large number of tasks requires to be raised. */
  readonly raised?: RaisedLimit;
  /** The environment of the child; the harness adds only its own variables. A command of `measure` inherits the caller's. */
  readonly environment: Readonly<Record<string, string>> | 'inherited';
}

/** A limit of the runtime that is raised only when the number of tasks requires it. */
export interface RaisedLimit {
  /** The text in the tables: the flags, and the number of tasks from which they apply. */
  readonly said: string;
  /** The number of words of the command that the flags follow. Default: 1, the executable. */
  readonly after?: number;
  /** The flags for a number of tasks. */
  readonly flags: (tasks: number) => readonly string[];
}

/** Something that is not available on this machine: a runtime, a tool, a facility of the kernel. */
export interface Missing {
  /** What is missing. */
  readonly missing: string;
  /** What the user can do, often a command to run. */
  readonly remedy: string;
}

/** Whether `locate` or `prepare` found something missing. */
export function isMissing(answer: object): answer is Missing {
  return 'missing' in answer;
}
