import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './places.ts';

const FROM = pathToFileURL(join(repositoryRoot, 'package.json'));

/**
 * The folder of a package that was installed with tasktax: in its own `node_modules`, or, where tasktax is itself a
 * dependency, often beside it. Undefined when npm left it out.
 */
export function installedPackage(name: string): string | undefined {
  try {
    const manifest = findPackageJSON(name, FROM);
    return manifest === undefined ? undefined : dirname(manifest);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}
