import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Launchable, RaisedLimit } from '../vocabulary/runtime.ts';
import { bareEnvironment } from './child-environment.ts';
import { onPath } from './on-path.ts';
import { toolOutput } from './tool-output.ts';

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
  const words = (await toolOutput(typed, { environment: { HOME: '/' } })).split('\n');
  return {
    command: [otp.emulator, ...words],
    raised: raisedProcessLimit,
    environment: {
      ...bareEnvironment,
      ROOTDIR: otp.root,
      BINDIR: dirname(otp.emulator),
      EMU: 'beam',
      PROGNAME: 'erl',
    },
  };
}

/** The usual limit of processes is 2^18; the emulator takes powers of two, and needs some for itself. */
const USUAL_PROCESSES = 2 ** 18;
const PROCESSES_OF_ITS_OWN = 1_000;

const raisedProcessLimit: RaisedLimit = {
  said: `-P <the next power of two> for more than ${USUAL_PROCESSES - PROCESSES_OF_ITS_OWN} tasks`,
  flags(tasks) {
    const needed = tasks + PROCESSES_OF_ITS_OWN;
    return needed <= USUAL_PROCESSES ? [] : ['-P', `${2 ** Math.ceil(Math.log2(needed))}`];
  },
};

/** The version of an OTP application, as its `.app` file tells it. */
export function applicationVersion(ebin: string): string | undefined {
  const file = readdirSync(ebin).find((name) => name.endsWith('.app'));
  return file === undefined
    ? undefined
    : readFileSync(join(ebin, file), 'utf8').match(/\{vsn,\s*"([^"]+)"\}/)?.[1];
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
