/** Titles of workloads are Markdown; an image and a page show them as they are. */
export function plainTitle(title: string): string {
  return title.replaceAll('`', '');
}
