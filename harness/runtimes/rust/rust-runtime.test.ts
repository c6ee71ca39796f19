import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { isMissing } from '../../model/runtime.ts';
import { repositoryRoot } from '../../provision/places.ts';
import { findRustCompiler } from './rust-compiler.ts';

const isHere = !isMissing(await findRustCompiler());
if (!isHere) console.warn('SKIPPED: builds of Rust: no cargo on the PATH');

/** Prints the command that `prepare` answers with. */
const PREPARE = `
  const { runtime } = await import('./harness/runtimes/rust-threads.ts');
  const found = await runtime.locate();
  console.log(JSON.stringify(await found.prepare()));
`;

test.skipIf(!isHere)(
  'a configuration of cargo in a folder above the checkout has no say',
  async () => {
    const above = mkdtempSync(join(tmpdir(), 'tasktax-'));
    const checkout = join(above, 'checkout');
    for (const folder of ['harness', 'workloads', 'package.json']) {
      cpSync(join(repositoryRoot, folder), join(checkout, folder), { recursive: true });
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(checkout, 'node_modules'));
    mkdirSync(join(above, '.cargo'));
    writeFileSync(join(above, '.cargo/config.toml'), '[build]\nrustc = "/bin/false"\n');
    const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', PREPARE], {
      cwd: checkout,
      env: { XDG_CACHE_HOME: join(above, 'cache') },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      command: [expect.stringContaining('rust-threads')],
    });
  },
);
