import type { MachineRow } from '../results/tables/machines.ts';

/** Firmware takes a little more or less of equal memory for itself. */
const EQUAL_MEMORY_SHARE = 0.01;

/** What two machines must have in common for their runs to be of one population: all that is known to change figures. */
const SHARED = [
  'os',
  'kernel',
  'architecture',
  'cpu_model',
  'cpu_count',
  'page_bytes',
  'transparent_hugepages',
  'overcommit',
  'cpu_governor',
  'virtualization',
] as const satisfies readonly (keyof MachineRow)[];

/**
 * Which machines agree, so that their runs can be pooled: in everything but the size of swap space (swapping is flagged
 * in the run that suffers it) and a hundredth of memory.
 *
 * @returns the id of the first machine that each one agrees with, by its own id.
 */
export function machineClasses(machines: readonly MachineRow[]): ReadonlyMap<string, string> {
  const first: MachineRow[] = [];
  const classes = machines.map((machine) => {
    const same = first.find((other) => agree(machine, other));
    if (same === undefined) first.push(machine);
    return [machine.machine_id, (same ?? machine).machine_id] as const;
  });
  return new Map(classes);
}

/** The machines that differ in kind, each standing for those that agree with it. */
export function machineKinds(machines: readonly MachineRow[]): readonly MachineRow[] {
  const classes = machineClasses(machines);
  return machines.filter(({ machine_id }) => classes.get(machine_id) === machine_id);
}

function agree(a: MachineRow, b: MachineRow): boolean {
  const larger = Math.max(a.memory_bytes, b.memory_bytes);
  return (
    SHARED.every((column) => a[column] === b[column]) &&
    Math.abs(a.memory_bytes - b.memory_bytes) <= EQUAL_MEMORY_SHARE * larger
  );
}
