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
  /** The comparison whose tables it holds. */
  readonly holds: Pick<ComparisonFacts, 'comparisonId' | 'complete'> | undefined;
}

/**
 * Looks whether a suite's tables may go to a folder; writes nothing.
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

/** Where no tables of ours are, there may be nothing: a dozen files among a user's own are no service. */
function requireEmpty(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory()) return; // whether it can be made shows when it is
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
 * Makes the folder ready to be written to.
 *
 * @throws UsageError when it cannot be.
 */
export function prepareResultsFolder({ path, workPath }: ResultsPaths): void {
  try {
    makeFolder(workPath);
    refuseLinks(workPath);
    const probe = join(workPath, `probe-${process.pid}`); // another comparison may be looking too
    writeFileSync(probe, Buffer.alloc(PROBE_BYTES)); // an empty file fits on a full disk
    rmSync(probe, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot write to ${path} (${error.code}): choose another --out`);
  }
}

/** About what a run takes in the journal. */
const PROBE_BYTES = 65_536;

/** What is written to the work folder goes nowhere else: a folder that comes from elsewhere may hold links. */
function refuseLinks(workPath: string): void {
  const paths = [workPath, ...readdirSync(workPath).map((name) => join(workPath, name))];
  const link = paths.find((path) => lstatSync(path).isSymbolicLink());
  if (link === undefined) return;
  throw new UsageError(
    `${link} is a symbolic link, and would be written through: remove it, or choose another --out`,
  );
}
