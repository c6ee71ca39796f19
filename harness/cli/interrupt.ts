import { ExitCode } from './exit-code.ts';

/** One Ctrl-C may arrive twice under npm: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 500;

/**
 * A signal that fires at the first Ctrl-C (or SIGTERM, SIGHUP), so that the run is stopped and what is done is
 * written. A second one ends the harness at once, and the run with it.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  let abortedAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (!controller.signal.aborted) {
        abortedAt = now;
        controller.abort();
      } else if (now - abortedAt > SAME_PRESS_MS) {
        process.exit(ExitCode.interrupted);
      }
    });
  }
  return controller.signal;
}
