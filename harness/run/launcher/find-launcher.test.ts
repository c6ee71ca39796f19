import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isMissing } from '../../model/runtime.ts';

const folder = mkdtempSync(join(tmpdir(), 'tasktax-launcher-'));
const calls = join(folder, 'calls');
vi.stubEnv('XDG_CACHE_HOME', folder);
vi.stubEnv('PATH', [folder, process.env.PATH].join(delimiter));
// A compiler of a machine without a static C library.
writeFileSync(
  join(folder, 'cc'),
  `#!/bin/sh
echo call >> ${calls}
case $* in *-static*) echo 'cannot find -lc' >&2; exit 1;; esac
while [ "$1" != -o ]; do shift; done
printf '#!/bin/sh\\n' > "$2"
chmod +x "$2"
`,
  { mode: 0o755 },
);

/** As a new start of the harness looks for it. */
async function look() {
  vi.resetModules();
  const { findLauncher } = await import('./find-launcher.ts');
  return findLauncher();
}

test.skipIf(process.platform !== 'linux')(
  'where nothing can be linked statically it is built once, not at each start',
  async () => {
    const launcher = await look();
    if (isMissing(launcher)) throw new Error(launcher.missing);
    expect(readFileSync(launcher.executable, 'utf8')).toBe('#!/bin/sh\n');
    const callsOnce = readFileSync(calls, 'utf8');
    expect(await look()).toEqual(launcher);
    expect(readFileSync(calls, 'utf8')).toBe(callsOnce);
  },
);
