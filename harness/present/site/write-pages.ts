import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasFont } from '../charts/chart-png.ts';
import { imagePath, type SitePage, sitePageHtml } from './site-page.ts';
import { socialCard } from './social-card.ts';

/** Where the site is written, and where it will be served. */
export interface SitePlace {
  readonly folder: string;
  /** With a slash at its end. Empty: unknown; then previews of links show no image. */
  readonly url: string;
}

/** Writes pages of the site, each with the image that links to it show. */
export function writePages(pages: readonly SitePage[], { folder, url }: SitePlace): void {
  const canWrite = hasFont();
  for (const page of pages) {
    writeSiteFile(folder, page.path, sitePageHtml(page, url, canWrite));
    if (page.image !== undefined || !canWrite) continue;
    writeSiteFile(folder, imagePath(page), socialCard(page.title, page.description));
  }
}

/** Writes a file of the site, with the folders above it. */
export function writeSiteFile(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
