import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Launchable, Missing, Runtime } from '../../model/runtime.ts';
import { buildEnvironment } from '../../provision/build-environment.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { onPath } from '../../provision/on-path.ts';
import { cacheFolder, workloadsPath } from '../../provision/places.ts';
import { raisedHeap } from '../../provision/raised-heap.ts';
import { sourcesIn } from '../../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../../provision/tool-output.ts';
import { byVersionDescending, isInRange } from '../../provision/version-match.ts';

/** A kind of Java thread, with its main class in `workloads/java/`. */
export interface JavaRuntime
  extends Pick<Runtime, 'id' | 'title' | 'lacks' | 'limit' | 'variants'> {
  readonly mainClass: string;
}

/** Virtual threads became final in 21 (JEP 444). */
const NEEDS = '>=21';
const INSTALL =
  'install a JDK of version 21 or later: apt install openjdk-25-jdk-headless or openjdk-21-jdk-headless';

/** An installed JDK, with its compiler. */
interface Jdk {
  readonly home: string;
  readonly version: string;
}

/** Declares a runtime that uses the newest installed JDK. */
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

/** Finds JDKs through JAVA_HOME, the PATH, and the folders in which systems and tools install them. */
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
  // Of equal versions, the first: JAVA_HOME and the PATH are the user's choice.
  return jdks.filter(
    ({ version }, index) => jdks.findIndex((jdk) => jdk.version === version) === index,
  );
}

/** The full paths of the entries of a folder; empty when the folder does not exist or is not readable. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((entry) => join(folder, entry));
  } catch {
    return [];
  }
}

/** Reads the version from the `release` file of a JDK, which avoids starting it; undefined when there is none. */
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
      missing: `${cacheFolder} cannot be on a class path, because "${delimiter}" separates its folders`,
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
    return {
      command: [java, '-cp', classes, mainClass],
      environment: bareEnvironment,
      raised: raisedHeap((megabytes) => `-Xmx${megabytes}m`),
    };
  });
}
