import { repositoryRoot } from '../../provision/places.ts';

/** A script as a file. */
export interface ScriptFile {
  readonly file: string;
  readonly code: string;
}

/**
 * Bundles a page's script and the chart modules that it imports into one classic script, in memory. The same sources
 * give the same bytes.
 *
 * @param entry the path of the module that imports all others.
 * @throws Error for a module that cannot run in a browser; Rolldown would only warn, and the page would be broken.
 */
export async function bundlePageScript(entry: string): Promise<string> {
  const [script] = await bundled(entry, 'iife');
  return script?.code ?? '';
}

/**
 * Bundles the scripts of several pages into modules that share what more than one of them needs, and leave to a file of its
 * own what they load later.
 *
 * @param entries the path of the main module of each, by the name of its file.
 * @throws Error like `bundlePageScript`.
 */
export function bundlePageModules(
  entries: Readonly<Record<string, string>>,
): Promise<readonly ScriptFile[]> {
  return bundled({ ...entries }, 'esm');
}

async function bundled(
  input: string | Record<string, string>,
  format: 'iife' | 'esm',
): Promise<readonly ScriptFile[]> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input,
    // Part of the output depends on it, and a reader's folder must not.
    cwd: repositoryRoot,
    platform: 'browser',
    // Libraries leave out what only their developers need.
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: (_, { message }) => {
      throw new Error(`the page's script cannot be bundled: ${message}`);
    },
  });
  try {
    const { output } = await bundle.generate({ format, minify: true });
    return output.flatMap((one) =>
      one.type === 'chunk' ? [{ file: one.fileName, code: one.code }] : [],
    );
  } finally {
    await bundle.close();
  }
}
