import { chargedCells } from '../kernel/charged-memory.ts';
import { counterCells } from '../kernel/counters.ts';
import { cpuCells } from '../kernel/cpu-account.ts';
import type { Reading } from '../kernel/reading.ts';
import type { ReadingRow } from '../results/tables/readings.ts';

/** A reading as a row of `readings.csv`. */
export function readingRow(runId: string, reading: Reading): ReadingRow {
  return {
    run_id: runId,
    checkpoint: reading.checkpoint,
    elapsed_seconds: reading.elapsedSeconds,
    ...counterCells(reading),
    ...chargedCells(reading.charged),
    ...cpuCells(reading.cpu),
  };
}
