import { execa } from 'execa';
import { processIdentity } from '../kernel/process-identity.ts';
import { HARNESS_VARIABLE, RUN_ID_VARIABLE } from '../kernel/run-processes.ts';
import { callersPath } from '../provision/callers-path.ts';
import type { LaunchRequest } from './child.ts';

/**
 * Starts a process in a session of its own, with pipes on the standard streams, and with the environment that was asked for.
 *
 * @param channel whether it gets one more pipe, for both directions: `pipe` for the launcher, which keeps it from the program.
 */
export function startProcess(
  [file, ...words]: readonly [string, ...string[]],
  { environment, runId }: Pick<LaunchRequest, 'environment' | 'runId'>,
  channel: 'pipe' | 'ignore',
) {
  const inherits = environment === 'inherited';
  return execa(file, words, {
    detached: true, // setsid(2), so that the whole family can be found and ended
    cleanup: false, // we end the session ourselves
    env: {
      ...(inherits ? { PATH: callersPath() } : environment),
      [RUN_ID_VARIABLE]: runId,
      [HARNESS_VARIABLE]: processIdentity(process.pid),
    },
    extendEnv: inherits,
    stdio: ['pipe', 'pipe', 'pipe', channel],
    buffer: false,
    reject: false,
  });
}
