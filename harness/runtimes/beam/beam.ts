import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Launchable, RaisedLimit } from '../../model/runtime.ts';
import { buildEnvironment } from '../../provision/build-environment.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { onPath } from '../../provision/on-path.ts';
import { toolOutput } from '../../provision/tool-output.ts';

/** An Erlang/OTP on this machine. */
export interface Otp {
  /** The emulator itself: `erl` is a script that starts a program that starts it. */
  readonly emulator: string;
  readonly root: string;
  readonly version: string;
}

/** The OTP whose `erl` is on the PATH; read off its files, since asking it would start it. */
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
 * The emulator's own command for what somebody would type, so that the process that is measured is the emulator from its
 * first moment: no shell, and no launcher, is ever part of it.
 *
 * @param typed `erl …` or `elixir …`, with the flag `-emu_args_exit` among erl's: it prints the command, a word a line.
 */
export async function emulatorCommand(
  otp: Otp,
  typed: readonly [string, ...string[]],
): Promise<Launchable> {
  // The home folder is part of the command, and of nothing that is measured.
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
      ERL_CRASH_DUMP_SECONDS: '0', // no erl_crash.dump in whichever folder the harness was started from
    },
  };
}

/** The emulator takes a power of two as its limit of processes, and needs some of them for itself. */
const PROCESSES_OF_ITS_OWN = 1_000;

/** The limit of processes is raised only where that OTP's own does not do: 2^18, since OTP 27 2^20. */
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

/** The version of an OTP application, as its `.app` file tells it; undefined where there is none. */
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
