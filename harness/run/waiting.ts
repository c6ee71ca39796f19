import type { Child } from './child.ts';

/** A process that is gone has closed its pipe; one that lives on in a grandchild may never. */
export const DRAIN_MS = 200;

/** Resolves when a run is to be stopped from our side. */
export function stoppedBy(stop: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve('stopped');
    stop.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
}

/** Resolves when a program has ended and there was time to read what it had still said. */
export async function gone(child: Child): Promise<'end'> {
  await child.ended;
  await after(DRAIN_MS);
  return 'end';
}

/** Resolves after some time. */
export async function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
