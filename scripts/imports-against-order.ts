import { dirname, join } from 'node:path/posix';

/** An import that goes against the order of the stages. */
export interface WrongImport {
  readonly file: string;
  readonly imported: string;
}

/** Imports and re-exports of relative files, static and dynamic, as Biome formats them. */
const IMPORT = /\b(?:from|import)[ (]'(\.[^']+)'/g;

/**
 * Finds every import from a later stage than the importing file's. Tests and their fixtures may import anything; whole-program
 * tests and configuration come after the last stage.
 *
 * @param sources the text of each file, by its path from the root of the repository: `harness/run/judge.ts`.
 * @param order what stands in `harness/`, the first stage first.
 */
export function importsAgainstOrder(
  sources: ReadonlyMap<string, string>,
  order: readonly string[],
): readonly WrongImport[] {
  return [...sources]
    .filter(([file]) => !TEST.test(file))
    .flatMap(([file, source]) =>
      [...source.matchAll(IMPORT)]
        .map(([, specifier = '']) => ({ file, imported: join(dirname(file), specifier) }))
        .filter(({ imported }) => stageOf(imported, order) > stageOf(file, order)),
    );
}

const TEST = /\.(test|fixture)\.ts$/;

/** The place of a file's stage in the order. */
function stageOf(file: string, order: readonly string[]): number {
  const place = order.indexOf(file.split('/')[1] ?? '');
  return place === -1 ? order.length : place;
}
