/**
 * Goes on without whoever was reading: a terminal that is gone (EIO), a pipe with nobody behind it (EPIPE) or a full disk
 * under a redirection end the telling, never the measuring. Without this, Node would throw in the middle of a run.
 */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
