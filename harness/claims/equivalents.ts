/** A runtime and workload of this harness that match a published label. */
export interface Equivalent {
  readonly runtime: string;
  readonly workload: string;
  /** The version that the post used, as a semver range, where it can be had. */
  readonly version?: string;
}

const task = (runtime: string): Equivalent => ({ runtime, workload: 'sleep' });
/** Bare sleeps awaited together, without tasks. */
const timer = (runtime: string): Equivalent => ({ runtime, workload: 'timer' });

/**
 * The runtime and workload that match each label in a post. Labels without an equivalent here (C#, GraalVM) are left out.
 * The meaning of a label changes between posts: "Python" created tasks in 2023 and passed bare sleeps to gather() in
 * 2024; "Rust (tokio)" joined bare sleeps in the first figures of 2024 and spawned tasks in the second.
 */
const SLEEPS: Readonly<Record<string, Readonly<Record<string, Equivalent>>>> = {
  'pkolaczk-2023': {
    'Rust threads': task('rust-threads'),
    'Rust tokio': task('rust-tokio'),
    'Rust async-std': task('rust-async-std'),
    Go: task('go'),
    'Java threads': task('java-platform-threads'),
    'Java virtual threads': task('java-virtual-threads'),
    'Node.JS': timer('node'),
    Python: task('python-asyncio'),
    Elixir: task('elixir'),
  },
  'hez2010-2024-take-1': {
    'Rust (tokio)': timer('rust-futures'),
    'Rust (async_std)': timer('rust-async-std'),
    Go: task('go'),
    'Java (OpenJDK)': task('java-virtual-threads'),
    NodeJS: timer('node'),
    Python: timer('python-asyncio'),
  },
  'hez2010-2024-take-2': {
    'Rust (tokio)': task('rust-tokio'),
    'Rust (async_std)': task('rust-async-std'),
    'Rust (futures)': timer('rust-futures'),
    Go: task('go'),
    'Java (OpenJDK)': task('java-virtual-threads'),
    NodeJS: timer('node'),
    Python: timer('python-asyncio'),
  },
};

/** The asyncio post names its tests like the workloads here, so only the event loop needs a match. */
const LOOPS: Readonly<Record<string, string>> = {
  asyncio: 'python-asyncio',
  uvloop: 'python-uvloop',
};

/** The equivalent of a published label; undefined when there is none. */
export function equivalentOf(published: {
  readonly publication: string;
  readonly workload: string;
  readonly label: string;
}): Equivalent | undefined {
  const { publication, workload, label } = published;
  const runtime = LOOPS[label];
  return runtime === undefined
    ? SLEEPS[publication]?.[label]
    : { runtime, workload, version: '3.8' };
}
