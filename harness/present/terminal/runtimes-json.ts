import { isMissing } from '../../model/runtime.ts';
import type { Sought } from '../../provision/provide.ts';

/** Every runtime for programs to read: one object each, with `found` true or false. */
export function runtimesJson(sought: readonly Sought[]): string {
  const entries = sought.map(
    ({ runtime: { id, title, lacks = {}, limit, variants = [] }, found }) => ({
      runtime: id,
      title,
      ...(isMissing(found)
        ? { found: false, missing: found.missing, install: found.remedy }
        : { found: true, version: found.version, path: found.executable, source: found.source }),
      lacks,
      taskLimit: limit?.() ?? null,
      variants: variants.map(({ name, sets, why }) => ({ runtime: `${id}+${name}`, sets, why })),
    }),
  );
  return JSON.stringify(entries, null, 2);
}
