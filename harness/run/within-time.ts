import { setTimeout as after } from 'node:timers/promises';

/**
 * Waits for a value, but not for ever. The timer ends with the wait: one that is left behind keeps the harness alive.
 *
 * @returns undefined when the value did not come in time.
 */
export async function withinTime<Value>(
  value: Promise<Value>,
  milliseconds: number,
): Promise<Value | undefined> {
  const inTime = new AbortController();
  const late = after(milliseconds, undefined, { signal: inTime.signal }).catch(() => undefined);
  try {
    return await Promise.race([value, late]);
  } finally {
    inTime.abort();
  }
}
