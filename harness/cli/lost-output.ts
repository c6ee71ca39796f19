import { StorageError } from '../model/storage-error.ts';
import { isSystemError } from '../model/system-error.ts';

/**
 * Goes on without whoever was reading: a terminal that is gone (EIO), a pipe with nobody behind it (EPIPE) or a full disk
 * under a redirection end the telling, never the measuring. Without this, Node would throw in the middle of a run.
 *
 * @returns what a command whose output is its product calls at its end: it throws a StorageError when some was lost.
 */
export function surviveLostOutput(): () => Promise<void> {
  let lost: Error | undefined;
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error) => {
    lost ??= error;
  });
  return async () => {
    await new Promise((resolve) => process.stdout.write('', resolve));
    if (lost === undefined) return;
    const reason = isSystemError(lost) ? lost.code : lost.message;
    throw new StorageError(`cannot write the output (${reason}): it is not whole`);
  };
}
