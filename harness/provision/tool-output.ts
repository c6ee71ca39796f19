import { execa } from 'execa';
import type { Missing } from '../model/runtime.ts';

/**
 * What a tool prints on stdout, trimmed. Used for versions and builds, never for what is measured.
 *
 * @throws ToolFailure when the tool cannot be started or exits with another code than 0.
 */
export async function toolOutput(
  command: readonly [string, ...string[]],
  options: {
    readonly cwd?: string;
    /** The tool's whole environment; by default the user's. */
    readonly environment?: Readonly<Record<string, string>>;
    /** What the tool reads on stdin; nothing by default. */
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

/** A tool that did not do its work; the message is the last line of what it said. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
}

/**
 * What some work with tools makes; or, when one of them or the file system fails at it, that the runtime is missing and
 * why.
 *
 * @param failure what to say before the tool's last words: `go build failed`.
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

/** What the system refuses (a file that is not there, or not ours) names the call that it refused; our mistakes do not. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
