import { readdirSync } from 'node:fs';
import type { Runtime } from './model/runtime.ts';
import type { Suite } from './model/suite.ts';
import type { Workload } from './model/workload.ts';

/** Everything that tasktax knows by name. */
export interface Catalogue {
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly suites: ReadonlyMap<string, Suite>;
}

/** Loads the three folders of declarations. A file added to one of them is found without editing a list. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [runtimes, workloads, suites] = await Promise.all([
    declarationsIn<Runtime>('runtimes', 'runtime'),
    declarationsIn<Workload>('workloads', 'workload'),
    declarationsIn<Suite>('suites', 'suite'),
  ]);
  for (const suite of suites.values()) requireContracts(suite, workloads);
  return { runtimes, workloads, suites };
}

/** Rejects a suite that names a workload without the contract, whose tasks nobody can check. */
export function requireContracts(suite: Suite, workloads: Catalogue['workloads']): void {
  for (const { workload } of suite.series) {
    if (workloads.get(workload)?.keepsContract === false) {
      throw new Error(`suite "${suite.id}" names "${workload}", which is for measure only`);
    }
  }
}

/** Loads a folder in which each file exports one declaration under `exportName`, with the file name as its id. */
async function declarationsIn<Declaration extends { readonly id: string }>(
  folder: string,
  exportName: string,
): Promise<ReadonlyMap<string, Declaration>> {
  const files = readdirSync(new URL(`./${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
  const declarations = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, Declaration> = await import(
        /* @vite-ignore */ `./${folder}/${file}`
      );
      const declaration = module[exportName];
      if (declaration?.id !== file.replace(/\.ts$/, '')) {
        throw new Error(
          `harness/${folder}/${file} must export "${exportName}" with the file's name as id`,
        );
      }
      return declaration;
    }),
  );
  return new Map(declarations.map((declaration) => [declaration.id, declaration]));
}
