import { join } from 'node:path';
import type { Missing } from '../../model/runtime.ts';
import { onPath } from '../../provision/on-path.ts';
import { toolOutput, unlessToolFails } from '../../provision/tool-output.ts';

/** The Rust compiler that cargo uses here. */
export interface RustCompiler {
  readonly executable: string;
  readonly version: string;
}

/** Packaged versions are often too old: Debian 12 has 1.63. */
export const INSTALL_RUST = 'install Rust with rustup';

/**
 * The working directory of cargo and rustc. Both read settings (`.cargo/config.toml`, `rust-toolchain.toml`) from the
 * working directory and all its parents; the root has no parents.
 */
export const TOPMOST_FOLDER = '/';

/** Asks rustc for its real path: the command on the PATH is often rustup's shim. */
export async function findRustCompiler(): Promise<RustCompiler | Missing> {
  for (const command of ['rustc', 'cargo']) {
    if ((await onPath(command)) === undefined) {
      return { missing: `no "${command}" on the PATH`, remedy: INSTALL_RUST };
    }
  }
  return unlessToolFails('rustc does not run', INSTALL_RUST, async () => {
    const [version, sysroot] = await Promise.all([
      toolOutput(['rustc', '--version'], { cwd: TOPMOST_FOLDER }),
      toolOutput(['rustc', '--print', 'sysroot'], { cwd: TOPMOST_FOLDER }),
    ]);
    // `rustc 1.95.0 (59807616e 2026-04-14)`
    return { executable: join(sysroot, 'bin/rustc'), version: version.split(' ')[1] ?? '' };
  });
}
