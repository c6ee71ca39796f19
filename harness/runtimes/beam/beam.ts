import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Launchable, RaisedLimit } from '../../model/runtime.ts';
import { buildEnvironment } from '../../provision/build-environment.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { onPath } from '../../provision/on-path.ts';
import { toolOutput } from '../../provision/tool-output.ts';

/** An Erlang/OTP installation. */
export interface Otp {
  /** The emulator binary. `erl` is a script that starts it through a launcher. */
  readonly emulator: string;
  readonly root: string;
  readonly version: string;
}

/**
 * Finds the OTP installation whose `erl` is on the PATH. The version is read from its files, which avoids a start of the
 * emulator.
 */
export async function findOtp(): Promise<Otp | undefined> {
  const erl = await onPath('erl');
  if (erl === undefined) return undefined;
  const root = dirname(dirname(erl));
  const [erts, release] = readIfThere(join(root, 'releases/start_erl.data'))?.split(/\s+/) ?? [];
  if (erts === undefined || release === undefined) return undefined;
  const version = readIfThere(join(root, 'releases', release, 'OTP_VERSION'))?.trim() ?? release;
  return { emulator: join(root, `erts-${erts}`, 'bin/beam.smp'), root, version };
}

/**
 * Translates an `erl` or `elixir` command into the command line of the emulator, so that the measured process is the
 * emulator from the start, without a shell or launcher.
 *
 * @param typed `erl …` or `elixir …`, with the erl flag `-emu_args_exit`, which prints its words, one per line.
 */
export async function emulatorCommand(
  otp: Otp,
  typed: readonly [string, ...string[]],
): Promise<Launchable> {
  // The home folder becomes part of the command line, and runtimes.csv must not contain it.
  const environment = buildEnvironment({ HOME: '/' });
  const words = (await toolOutput(typed, { environment })).split('\n');
  return {
    command: [otp.emulator, ...words],
    raised: raisedProcessLimit(otp.version),
    environment: {
      ...bareEnvironment,
      ROOTDIR: otp.root,
      BINDIR: dirname(otp.emulator),
      EMU: 'beam',
      PROGNAME: 'erl',
      ERL_CRASH_DUMP_SECONDS: '0', // no erl_crash.dump in the working directory
    },
  };
}

/** The emulator itself needs some of the processes that its limit allows. */
const PROCESSES_OF_ITS_OWN = 1_000;

/** Raises the process limit, a power of two, only when the default is too low: 2^18, or 2^20 since OTP 27. */
export function raisedProcessLimit(otpVersion: string): RaisedLimit {
  const usual = Number.parseInt(otpVersion, 10) < 27 ? 2 ** 18 : 2 ** 20;
  return {
    said: `-P <the next power of two> for more than ${usual - PROCESSES_OF_ITS_OWN} tasks`,
    flags(tasks) {
      const needed = tasks + PROCESSES_OF_ITS_OWN;
      return needed <= usual ? [] : ['-P', `${2 ** Math.ceil(Math.log2(needed))}`];
    },
  };
}

/** The version in the `.app` file of an OTP application; undefined without such a file. */
export function applicationVersion(ebin: string): string | undefined {
  if (!existsSync(ebin)) return undefined;
  const file = readdirSync(ebin).find((name) => name.endsWith('.app'));
  return file === undefined
    ? undefined
    : readFileSync(join(ebin, file), 'utf8').match(/\{vsn,\s*"([^"]+)"\}/)?.[1];
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
