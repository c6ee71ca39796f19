/**
 * What apt is told to install by a line that says how to get a runtime, such as `apt install a b or c, and do that`.
 *
 * @returns each package as a list of alternatives, the best first: `[['a'], ['b', 'c']]`; none for a line without apt.
 */
export function aptPackages(install: string): readonly (readonly string[])[] {
  const names = install.match(/\bapt install ([a-z\d.+ -]+)/)?.[1]?.trim();
  return names?.split(/(?<! or) (?!or )/).map((alternatives) => alternatives.split(' or ')) ?? [];
}
