import type { RunFigures, RunMetric } from '../model/metric.ts';
import { readyMemory } from './memory-at-checkpoints.ts';

/** Memory of a run minus its memory at "ready", in bytes; null when either is unknown. */
export function netMemoryOf(run: RunFigures, memory: RunMetric): number | null {
  const ready = readyMemory.ready_rss_bytes.valueIn(run);
  const whole = memory.valueIn(run);
  return ready === null || whole === null ? null : whole - ready;
}
