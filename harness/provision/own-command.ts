import { isCheckout } from './places.ts';

/** How the user calls a command of ours from where it stands: `npm run report -- FOLDER`, or `npx tasktax report FOLDER`. */
export function ownCommand(name: string, ...words: readonly string[]): string {
  const own = isCheckout ? ['npm', 'run', name] : ['npx', 'tasktax', name];
  const separator = isCheckout && words.length > 0 ? ['--'] : [];
  return [...own, ...separator, ...words].join(' ');
}
