/** The time from a child's first checkpoint to its release from the last, and what watching it cost meanwhile. */
export interface Life {
  readonly seconds: number;
  /** CPU time of the observer, without its children; null where nobody watched. */
  readonly observerCpuSeconds: number | null;
}

/** Starts the clocks of a life; the returned function reads them. */
export function beginLife(cpuSeconds: () => number | null): () => Life {
  const cpuBefore = cpuSeconds();
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    const cpuNow = cpuSeconds();
    const unknown = cpuBefore === null || cpuNow === null;
    return { seconds, observerCpuSeconds: unknown ? null : cpuNow - cpuBefore };
  };
}

/** CPU time of this process, for observers that live in it. */
export function ourCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
