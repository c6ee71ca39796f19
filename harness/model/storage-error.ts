/** Results could not be written. The message is the one line that the user sees, and says what was kept. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
