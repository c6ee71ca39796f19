import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Launchable, Missing, Runtime } from '../../model/runtime.ts';
import { buildEnvironment } from '../../provision/build-environment.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { onPath } from '../../provision/on-path.ts';
import { cacheFolder, workloadsPath } from '../../provision/places.ts';
import { sourcesIn } from '../../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../../provision/tool-output.ts';
import { byVersionDescending, isInRange } from '../../provision/version-match.ts';

/** A kind of thread in Java: a main class of `workloads/java/`. */
export interface JavaRuntime extends Pick<Runtime, 'id' | 'title' | 'lacks' | 'limit'> {
  readonly mainClass: string;
}

/** The first with virtual threads. */
const NEEDS = '>=21';
const INSTALL =
  'install a JDK of version 21 or later: apt install openjdk-25-jdk-headless or openjdk-21-jdk-headless';

/** A Java runtime, with its compiler beside it, on this machine. */
interface Jdk {
  readonly home: string;
  readonly version: string;
}

/** A runtime on the newest JDK that is installed here. */
export function javaRuntime({ mainClass, ...declared }: JavaRuntime): Runtime {
  return {
    ...declared,
    family: 'jvm',
    outOfMemory: [/OutOfMemoryError/i],
    async locate(range = '*') {
      const jdks = await findJdks();
      const [newest] = jdks
        .filter(({ version }) => isInRange(version, range) && isInRange(version, NEEDS))
        .sort((a, b) => byVersionDescending(a.version, b.version));
      if (newest === undefined) {
        const here = jdks.map(({ version }) => version).join(', ') || 'none';
        return { missing: `no JDK in "${range}" and "${NEEDS}" (here: ${here})`, remedy: INSTALL };
      }
      const executable = join(newest.home, 'bin/java');
      return {
        executable,
        version: newest.version,
        source: 'installed JDK',
        prepare: () => compile(newest, executable, mainClass),
      };
    },
  };
}

/** JDKs where JAVA_HOME and the PATH point, and in the folders where systems and tools put them. */
async function findJdks(): Promise<readonly Jdk[]> {
  const ofPath = await onPath('javac');
  const folders = [
    '/usr/lib/jvm',
    '/opt',
    '/Library/Java/JavaVirtualMachines',
    join(homedir(), '.jdks'),
    join(homedir(), '.sdkman/candidates/java'),
  ];
  const homes = [
    process.env.JAVA_HOME ?? '',
    ofPath === undefined ? '' : dirname(dirname(ofPath)),
    ...folders.flatMap(entriesOf),
  ].flatMap((home) => [home, join(home, 'Contents/Home')]);
  const jdks = homes.flatMap((home) => {
    const version = releaseOf(home);
    return version === undefined || !existsSync(join(home, 'bin/javac')) ? [] : [{ home, version }];
  });
  // Of equal versions the first: JAVA_HOME and the PATH are what the user means.
  return jdks.filter(
    ({ version }, index) => jdks.findIndex((jdk) => jdk.version === version) === index,
  );
}

/** What lies in a folder, by its whole path; nothing where there is no such folder, or one that is not ours to read. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((entry) => join(folder, entry));
  } catch {
    return [];
  }
}

/** Every JDK says its version in a file: no process has to be started to ask. */
function releaseOf(home: string): string | undefined {
  const path = join(home, 'release');
  if (home === '' || !existsSync(path)) return undefined;
  return readFileSync(path, 'utf8').match(/^JAVA_VERSION="([^"]+)"/m)?.[1];
}

async function compile(
  { home, version }: Jdk,
  java: string,
  mainClass: string,
): Promise<Launchable | Missing> {
  if (cacheFolder.includes(delimiter)) {
    return {
      missing: `a class path cannot hold ${cacheFolder}, since "${delimiter}" separates its folders`,
      remedy: `set XDG_CACHE_HOME to a folder without "${delimiter}"`,
    };
  }
  const source = workloadsPath('java');
  const remedy = 'cd workloads/java && javac -d "$(mktemp -d)" *.java';
  return unlessToolFails('javac failed', remedy, async () => {
    const inputs = [version, ...sourcesIn(source)];
    const classes = await contentCache('java', inputs, async (draft) => {
      const files = readdirSync(source).filter((file) => file.endsWith('.java'));
      const compiler = join(home, 'bin/javac');
      const environment = buildEnvironment();
      await toolOutput([compiler, '-d', draft, ...files], { cwd: source, environment });
    });
    return { command: [java, '-cp', classes, mainClass], environment: bareEnvironment };
  });
}
