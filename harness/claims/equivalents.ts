/** A runtime of ours in a workload of ours. */
export interface Equivalent {
  readonly runtime: string;
  readonly workload: string;
}

const task = (runtime: string): Equivalent => ({ runtime, workload: 'sleep' });
/** Sleeps that are awaited together, with no task of the program's own around them. */
const timer = (runtime: string): Equivalent => ({ runtime, workload: 'timer' });

/**
 * Which of our runtimes and workloads means the same as a label that a post printed. What has none here (C#, GraalVM) is
 * left out. Labels change their meaning from post to post: "Python" created tasks in 2023 and handed bare sleeps to
 * gather() in 2024; "Rust (tokio)" joined bare sleeps in the first figures of 2024 and spawned tasks in the second.
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

/** The asyncio post's own tests, which are workloads of ours: only the loop has to be found. */
const LOOPS: Readonly<Record<string, string>> = {
  asyncio: 'python-asyncio',
  uvloop: 'python-uvloop',
};

/** What we measure in place of a published label; undefined where nothing of ours means the same. */
export function equivalentOf(published: {
  readonly publication: string;
  readonly workload: string;
  readonly label: string;
}): Equivalent | undefined {
  const { publication, workload, label } = published;
  const runtime = LOOPS[label];
  return runtime === undefined ? SLEEPS[publication]?.[label] : { runtime, workload };
}
