import { machineRowWith } from '../results/machine-row.fixture.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { runRowWith } from './run-row.fixture.ts';
import type { Noise } from './simulated-noise.fixture.ts';

/** What several machines that agree are to have measured. */
export interface SeveralMachines {
  /** How many blocks each machine made, and by which factor its figures are off. */
  readonly machines: readonly { readonly blocks: number; readonly factor: number }[];
  /** True figures of the cases of a block. */
  readonly cases: readonly {
    readonly runtimeId: string;
    readonly tasks?: number;
    readonly bytes: number;
  }[];
  readonly noise: Noise;
}

/** The machine that all of them are like. */
export const ALIKE = machineRowWith({});

/** Simulates the runs of a comparison that several machines made in whole blocks. */
export function runsOfSeveral({ machines, cases, noise }: SeveralMachines): readonly RunRow[] {
  const blocks = machines.flatMap(({ blocks, factor }, index) =>
    Array.from({ length: blocks }, () => ({ host_id: `host-${index}`, factor })),
  );
  return blocks.flatMap(({ host_id, factor }, block) =>
    cases.map(({ runtimeId, tasks = 1000, bytes }, place) =>
      runRowWith({
        run_id: `c-${block * cases.length + place + 1}`,
        host_id,
        runtime_id: runtimeId,
        tasks,
        repeat: block + 1,
        position: block * cases.length + place + 1,
        peak_rss_bytes: bytes * factor * noise(),
      }),
    ),
  );
}
