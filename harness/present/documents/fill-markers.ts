/**
 * Replaces what stands between `<!-- results:NAME -->` and `<!-- /results -->`. A name without a marker has no place in the
 * page, which stays as it is there.
 */
export function fillMarkers(page: string, contents: ReadonlyMap<string, string>): string {
  return page.replace(
    /(<!-- results:(\S+) -->)[\s\S]*?(<!-- \/results -->)/g,
    (whole, open: string, name: string, close: string) => {
      const content = contents.get(name);
      return content === undefined ? whole : `${open}\n\n${content}\n\n${close}`;
    },
  );
}
