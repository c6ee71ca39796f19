import { execa } from 'execa';
import type { Launchable } from '../../model/runtime.ts';
import { ToolFailure } from '../../provision/tool-output.ts';

const TIMEOUT_MS = 60_000;

/**
 * Runs a contract program without the harness: its stdin holds a newline for every checkpoint, so that it never waits.
 * (/dev/zero would not do: a program that reads lines would wait for the end of one for ever.)
 *
 * @returns what it wrote to stderr.
 * @throws ToolFailure when it cannot be started or exits with another code than 0.
 */
export async function runToItsEnd(
  { command: [file, ...programArguments], environment }: Launchable,
  request: readonly string[],
  checkpoints: number,
): Promise<string> {
  const inherits = environment === 'inherited';
  const result = await execa(file, [...programArguments, ...request], {
    input: '\n'.repeat(checkpoints),
    stdout: 'ignore',
    env: inherits ? {} : environment,
    extendEnv: inherits,
    timeout: TIMEOUT_MS,
    reject: false,
  });
  if (result.failed) throw new ToolFailure(result.shortMessage);
  return result.stderr;
}
