import { repositoryRoot } from '../../provision/places.ts';

/**
 * Bundles a page's script and the chart modules that it imports into one classic script, in memory. The same sources
 * give the same bytes.
 *
 * @param entry the path of the module that imports all others.
 * @throws Error for a module that cannot run in a browser; Rolldown would only warn, and the page would be broken.
 */
export async function bundlePageScript(entry: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: entry,
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
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
