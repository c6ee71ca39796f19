import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'(\.[^']*)';$/gm;
const EXPORT = /^export (?=(?:const|function) (\w+))/gm;

/**
 * Joins a module of ours and those that it imports into one script without types, so that a page needs no file beside it.
 * Each module becomes a function of its own, so that their names cannot meet. It knows as much of the language as
 * the harness uses in such modules: named imports of relative files, and exported constants and functions.
 *
 * @throws Error for a module that uses more.
 */
export function joinModules(entry: URL): string {
  const joined: string[] = [];
  const places = new Map<string, number>();
  const visit = (url: URL): number => {
    const known = places.get(url.href);
    if (known !== undefined) return known;
    const names: string[] = [];
    const body = stripTypes(readFileSync(url, 'utf8'))
      .replace(
        IMPORT,
        (_, imported, path) => `const {${imported}} = module${visit(new URL(path, url))};`,
      )
      .replace(EXPORT, (_, name) => {
        names.push(name);
        return '';
      });
    const unknown = body.match(/^(?:import|export)\b.*/m);
    if (unknown) throw new Error(`${url.pathname} cannot be joined: ${unknown[0]}`);
    const place = places.size;
    places.set(url.href, place);
    const code = body
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{2,}/g, '\n')
      .trim();
    joined.push(`const module${place} = (() => {\n${code}\nreturn { ${names.join(', ')} };\n})();`);
    return place;
  };
  visit(entry);
  return `"use strict";\n(() => {\n${joined.join('\n')}\n})();\n`;
}

/** Strips types without the note on stderr that Node's function for it is new: the harness itself runs by it. */
function stripTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
