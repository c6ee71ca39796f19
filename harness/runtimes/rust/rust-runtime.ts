import { existsSync, readFileSync } from 'node:fs';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isMissing, type Launchable, type Missing, type Runtime } from '../../model/runtime.ts';
import { buildEnvironment } from '../../provision/build-environment.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { cacheFolder, workloadsPath } from '../../provision/places.ts';
import { sourcesIn } from '../../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../../provision/tool-output.ts';
import { inRange } from '../../provision/version-match.ts';
import { COMPILED_BEFORE } from '../../workloads/warm-sleep.ts';
import { findRustCompiler, INSTALL_RUST, TOPMOST_FOLDER } from './rust-compiler.ts';
import { RUST_OUT_OF_MEMORY } from './rust-out-of-memory.ts';

/** A way to run tasks in Rust, with a program of the same name in the cargo workspace `workloads/rust/`. */
export interface RustRuntime extends Pick<Runtime, 'id' | 'title' | 'lacks' | 'limit'> {
  /** The library that schedules the tasks. Its version becomes part of the runtime's. None for threads. */
  readonly library?: string;
}

/** The versions of Rust that the libraries in Cargo.lock support. */
const NEEDS = '>=1.85';

/** Declares a runtime that is built with the installed cargo. */
export function rustRuntime({ library, ...declared }: RustRuntime): Runtime {
  return {
    ...declared,
    lacks: { ...COMPILED_BEFORE, ...declared.lacks },
    family: 'rust',
    outOfMemory: [RUST_OUT_OF_MEMORY],
    async locate(range) {
      const compiler = await findRustCompiler();
      if (isMissing(compiler)) return compiler;
      const here = inRange(compiler, range ?? NEEDS, INSTALL_RUST);
      if (isMissing(here)) return here;
      const locked = library === undefined ? '' : `+${library}-${await lockedVersion(library)}`;
      const version = `${compiler.version}${locked}`;
      return {
        executable: compiler.executable,
        version,
        source: 'built with the cargo of the PATH',
        prepare: () => build(declared.id, version),
      };
    },
  };
}

/** The pinned version of a library in `workloads/rust/Cargo.lock`. */
async function lockedVersion(library: string): Promise<string> {
  const lock = await readFile(workloadsPath('rust/Cargo.lock'), 'utf8');
  const pin = lock.match(new RegExp(`^name = "${library}"\nversion = "([^"]+)"`, 'm'));
  if (pin?.[1] === undefined) throw new Error(`${library} is not in workloads/rust/Cargo.lock`);
  return pin[1];
}

/**
 * Makes a plain release build of one program. Shared libraries are compiled once, in the cache. The configuration of cargo
 * in the user's home folder applies (registries, but also profiles), so it is an input of the build.
 */
async function build(program: string, version: string): Promise<Launchable | Missing> {
  const source = workloadsPath('rust');
  const target = join(cacheFolder, 'rust-target');
  const manifest = join(source, 'Cargo.toml');
  const what = ['--release', '--locked', '--bin', program, '--target-dir', target];
  const command = ['cargo', 'build', '--quiet', '--manifest-path', manifest, ...what] as const;
  return unlessToolFails('cargo build failed', command.join(' '), async () => {
    const inputs = [program, version, process.arch, userConfiguration(), ...sourcesIn(source)];
    const folder = await contentCache(program, inputs, async (draft) => {
      // An empty variable also overrides the flags in cargo's configuration files.
      const environment = buildEnvironment({ RUSTFLAGS: '' });
      const built = join(target, 'release', program);
      await rm(built, { force: true }); // an old binary must not pass for the new one
      await toolOutput(command, { cwd: TOPMOST_FOLDER, environment });
      await copyFile(built, join(draft, program));
    });
    return { command: [join(folder, program)], environment: bareEnvironment };
  });
}

/** Cargo's configuration in the user's home folder, under either of its names; empty when there is none. */
function userConfiguration(): string {
  const home = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const file = ['config', 'config.toml'].map((name) => join(home, name)).find(existsSync);
  return file === undefined ? '' : readFileSync(file, 'utf8');
}
