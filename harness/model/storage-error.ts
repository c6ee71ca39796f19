/** A disk that does not take what was measured: its message is the one line that the user sees, and says what was kept. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
