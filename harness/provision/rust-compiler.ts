import { join } from 'node:path';
import type { Missing } from '../vocabulary/runtime.ts';
import { toolOutput, unlessToolFails } from './tool-output.ts';

/** The Rust compiler that cargo uses here. */
export interface RustCompiler {
  readonly executable: string;
  readonly version: string;
}

export const INSTALL_RUST = 'install Rust with rustup';

let asked: Promise<RustCompiler | Missing> | undefined;

/** Asks rustc who it really is, once for all Rust runtimes: the PATH often holds rustup's shim. */
export function findRustCompiler(): Promise<RustCompiler | Missing> {
  asked ??= askRustc();
  return asked;
}

function askRustc(): Promise<RustCompiler | Missing> {
  return unlessToolFails('rustc does not run', INSTALL_RUST, async () => {
    const [version, sysroot] = await Promise.all([
      toolOutput(['rustc', '--version']),
      toolOutput(['rustc', '--print', 'sysroot']),
    ]);
    // `rustc 1.95.0 (59807616e 2026-04-14)`
    return { executable: join(sysroot, 'bin/rustc'), version: version.split(' ')[1] ?? '' };
  });
}
