/** What Node throws when the operating system refuses a call: `code` is the name of the errno. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

/**
 * Whether the operating system refused a call, as opposed to a bug in the harness.
 *
 * @param codes the errno names to accept, e.g. `ENOENT`. Default: any.
 */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is SystemError {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return false;
  return codes.length === 0 || codes.includes(String(error.code));
}
