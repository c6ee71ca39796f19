/**
 * What apt is told to install by a remedy, such as `apt install a b or c, and do that`.
 *
 * @returns each package as a list of alternatives, the best first: `[['a'], ['b', 'c']]`; none for a line without apt.
 */
export function aptPackages(remedy: string): readonly (readonly string[])[] {
  const names = remedy.match(/\bapt install ([a-z\d.+ -]+)/)?.[1]?.trim();
  return names?.split(/(?<! or) (?!or )/).map((alternatives) => alternatives.split(' or ')) ?? [];
}
