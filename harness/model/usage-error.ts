/** Invalid input. The message is the one line that the user sees, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
