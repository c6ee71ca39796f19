import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentCache } from './content-cache.ts';
import { ToolFailure, toolOutput } from './tool-output.ts';

const OPTIONS = ['-O2', '-Wall', '-Wextra'];

/**
 * Builds a program that is one C file, into the cache: statically linked, so that it is small and has no memory of a C library
 * that others may map too, where the C library of the machine allows it.
 *
 * @returns the path of the program.
 * @throws ToolFailure when the compiler fails.
 */
export async function buildC(compiler: string, source: URL): Promise<string> {
  const path = fileURLToPath(source);
  const name = basename(path, '.c');
  const inputs = [compiler, ...OPTIONS, readFileSync(path, 'utf8')];
  const folder = await contentCache(name, inputs, async (draft) => {
    const command = [compiler, ...OPTIONS, '-o', join(draft, name), path] as const;
    await toolOutput([...command, '-static']).catch((error) => {
      if (!(error instanceof ToolFailure)) throw error;
      return toolOutput(command);
    });
  });
  return join(folder, name);
}
