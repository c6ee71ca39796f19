import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { javaRuntime } from './java-runtime.ts';

afterEach(() => vi.unstubAllEnvs());

/** A folder that says it is a JDK of a version that nobody has installed. */
function fakeJdk(home: string): string {
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'release'), 'JAVA_VERSION="99.0.1"\n');
  writeFileSync(join(home, 'bin/javac'), '');
  return home;
}

test('of JDKs of one version it is that of JAVA_HOME', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tasktax-'));
  fakeJdk(join(home, '.sdkman/candidates/java/99.0.1-other'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('JAVA_HOME', fakeJdk(join(home, 'mine')));
  const java = javaRuntime({ id: 'java', title: 'Java', mainClass: 'Main' });
  expect(await java.locate('99')).toMatchObject({
    version: '99.0.1',
    executable: join(home, 'mine/bin/java'),
  });
});
