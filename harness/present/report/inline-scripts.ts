import { createHash } from 'node:crypto';

/**
 * Nothing may be fetched and only the page's own script may run, even if a runtime's text got in as markup.
 *
 * @param connects whether the page may connect to the server that it came from.
 */
export function contentPolicy(script: string, connects = false): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const connections = connects ? " connect-src 'self';" : '';
  return `default-src 'none';${connections} style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
}

/** In a script element, only this would end it (HTML, 13.1.2: raw text). */
export function inScript(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** Data in a script element that is only read. */
export function jsonInScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
