import { existsSync, lstatSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ComparisonFacts } from './comparison-facts.ts';
import { makeFolder } from './make-folder.ts';
import { DESCRIPTOR } from './read-descriptor.ts';
import { requireOwnReport } from './report-files.ts';
import { type ResultsPaths, workPathIn } from './results-path.ts';
import { openSource } from './results-source.ts';

/** A folder for the tables of a comparison. */
export interface ResultsFolder extends ResultsPaths {
  /** The comparison whose tables it holds, if any. */
  readonly holds: Pick<ComparisonFacts, 'comparisonId' | 'complete'> | undefined;
}

/**
 * Checks, without writing, whether the tables of a suite may go to a folder.
 *
 * @throws UsageError when the folder holds another suite's tables, or files that tasktax did not write.
 */
export function inspectResultsFolder(path: string, suite: string): ResultsFolder {
  const workPath = workPathIn(path);
  if (!existsSync(join(path, DESCRIPTOR))) {
    requireEmpty(path);
    return { path, holds: undefined, workPath };
  }
  const { facts } = choosingAnother(() => openSource(path));
  if (facts.suite !== suite) {
    throw new UsageError(
      `${path} holds the results of suite "${facts.suite}", not of "${suite}": choose another --out`,
    );
  }
  choosingAnother(() => requireOwnReport(path));
  return { path, holds: facts, workPath };
}

/** A folder without results must be empty, so that tables do not mix with the user's own files. */
function requireEmpty(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory()) return; // prepareResultsFolder() reports a path where no folder can be made
  const foreign = readdirSync(path).find((name) => !name.startsWith('.') && name !== 'lost+found');
  if (foreign === undefined) return;
  throw new UsageError(
    `${path} holds ${foreign}, which tasktax did not write: choose another --out, a new or empty folder`,
  );
}

function choosingAnother<Result>(look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}, or choose another --out`);
  }
}

/**
 * Makes a results folder, and checks that it is writable.
 *
 * @throws UsageError when it is not.
 */
export function prepareResultsFolder({ path, workPath }: ResultsPaths): void {
  try {
    makeFolder(workPath);
    refuseLinks(workPath);
    const probe = join(workPath, `probe-${process.pid}`); // another comparison may probe at the same time
    writeFileSync(probe, Buffer.alloc(PROBE_BYTES)); // an empty file fits on a full disk
    rmSync(probe, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot write to ${path} (${error.code}): choose another --out`);
  }
}

/** About the size of a run in the journal. */
const PROBE_BYTES = 65_536;

/** Refuses links in the work folder: a folder from a stranger could redirect what is written to it. */
function refuseLinks(workPath: string): void {
  const paths = [workPath, ...readdirSync(workPath).map((name) => join(workPath, name))];
  const link = paths.find((path) => lstatSync(path).isSymbolicLink());
  if (link === undefined) return;
  throw new UsageError(
    `${link} is a symbolic link, which tasktax does not write through: remove it, or choose another --out`,
  );
}
