/** The time from a child's first checkpoint to its release from the last, and the CPU that watching it used meanwhile. */
export interface ObservedTime {
  readonly seconds: number;
  /** CPU time of the observer, without its children; null where nobody watched. */
  readonly observerCpuSeconds: number | null;
}

/** Starts both clocks; the returned function reads them. */
export function startObservedTime(cpuSeconds: () => number | null): () => ObservedTime {
  const cpuBefore = cpuSeconds();
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    const cpuNow = cpuSeconds();
    const unknown = cpuBefore === null || cpuNow === null;
    return { seconds, observerCpuSeconds: unknown ? null : cpuNow - cpuBefore };
  };
}
