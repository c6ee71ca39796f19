/**
 * A signal that fires at the first Ctrl-C (or SIGTERM, SIGHUP), so that the run is stopped and what is done is
 * written. A second one ends the harness at once; children notice that their stdin is closed.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}
