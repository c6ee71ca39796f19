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
import { findRustCompiler, INSTALL_RUST, TOPMOST_FOLDER } from './rust-compiler.ts';
import { RUST_OUT_OF_MEMORY } from './rust-out-of-memory.ts';

/** A way to run tasks in Rust: a program of the cargo workspace `workloads/rust/`, named as the runtime. */
export interface RustRuntime extends Pick<Runtime, 'id' | 'title' | 'lacks' | 'limit'> {
  /** The library that schedules the tasks, whose version is part of the runtime's; none for threads. */
  readonly library?: string;
}

/** What the libraries of Cargo.lock ask for. */
const NEEDS = '>=1.85';

/** A runtime that is built from Rust, with the compiler that cargo uses here. */
export function rustRuntime({ library, ...declared }: RustRuntime): Runtime {
  return {
    ...declared,
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

/** The version of a library that `workloads/rust/Cargo.lock` pins. */
async function lockedVersion(library: string): Promise<string> {
  const lock = await readFile(workloadsPath('rust/Cargo.lock'), 'utf8');
  const pin = lock.match(new RegExp(`^name = "${library}"\nversion = "([^"]+)"`, 'm'));
  if (pin?.[1] === undefined) throw new Error(`${library} is not in workloads/rust/Cargo.lock`);
  return pin[1];
}

/**
 * A plain release build of one program; what the programs share is compiled once, in a folder of the cache. What cargo's
 * configuration in the user's home folder says (of registries, but also of profiles) holds, and is part of what the build
 * is made of.
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
      // Set and empty: overrides what cargo's configuration files say too.
      const environment = buildEnvironment({ RUSTFLAGS: '' });
      const built = join(target, 'release', program);
      await rm(built, { force: true }); // an earlier build's must not be taken for this one's
      await toolOutput(command, { cwd: TOPMOST_FOLDER, environment });
      await copyFile(built, join(draft, program));
    });
    return { command: [join(folder, program)], environment: bareEnvironment };
  });
}

/** Cargo's configuration in the user's home folder, under either of its names; empty where there is none. */
function userConfiguration(): string {
  const home = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const file = ['config', 'config.toml'].map((name) => join(home, name)).find(existsSync);
  return file === undefined ? '' : readFileSync(file, 'utf8');
}
