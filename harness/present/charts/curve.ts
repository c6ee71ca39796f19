import type { ChartRuntime } from './chart-figure.ts';

/** The memory curve of one run, with the moments at which it was read exactly. */
export interface Curve {
  readonly runtime: ChartRuntime;
  /** Seconds since the launch, bytes. */
  readonly points: readonly (readonly [number, number])[];
  readonly checkpoints: readonly CurveCheckpoint[];
}

/** A checkpoint on a curve. */
export interface CurveCheckpoint {
  readonly name: string;
  readonly seconds: number;
  readonly bytes: number;
}
