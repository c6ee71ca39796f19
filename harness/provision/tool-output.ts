import { execa } from 'execa';
import type { Missing } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';

/**
 * Runs a tool and returns its stdout, trimmed. For versions and builds, never for measured programs.
 *
 * @throws ToolFailure when the tool cannot be started or its exit code is not 0.
 */
export async function toolOutput(
  command: readonly [string, ...string[]],
  options: {
    readonly cwd?: string;
    /** The complete environment of the tool. Default: the user's. */
    readonly environment?: Readonly<Record<string, string>>;
    /** The stdin of the tool. Default: empty. */
    readonly input?: string;
  } = {},
): Promise<string> {
  const [file, ...parameters] = command;
  const result = await execa(file, parameters, {
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    reject: false,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.environment === undefined ? {} : { env: options.environment, extendEnv: false }),
  });
  if (result.failed) {
    const lastLine = result.stderr.trim().split('\n').at(-1);
    throw new ToolFailure(lastLine || result.shortMessage, { cause: result.stderr });
  }
  return result.stdout.trim();
}

/** A tool failed. The message is the last line of its stderr. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
}

/**
 * Does work that uses tools. If a tool or the file system fails, returns why the runtime is missing.
 *
 * @param failure the text before the error message of the tool: `go build failed`.
 */
export async function unlessToolFails<Made>(
  failure: string,
  remedy: string,
  work: () => Promise<Made>,
): Promise<Made | Missing> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ToolFailure || isSystemError(error))) throw error;
    return { missing: `${failure}: ${error.message}`, remedy };
  }
}
