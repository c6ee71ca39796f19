import { escapeMarkup } from '../../text/escape-markup.ts';

/** A page of the site. */
export interface SitePage {
  /** From the site's root: `suites/one-million/index.html`. */
  readonly path: string;
  readonly title: string;
  /** What search engines and links to it show. */
  readonly description: string;
  /** What stands below the navigation. */
  readonly content: string;
  /** Data that the page's script reads; none for a page without a script. */
  readonly script?: { readonly file: string; readonly data: string };
  /** The image that links to the page show, from the site's root, where it is not a card of words. */
  readonly image?: string;
  /** Shown in pages of others: no navigation, no footer. */
  readonly isEmbedded?: true;
}

const PLACES = [
  ['index.html', 'Results'],
  ['runtimes/index.html', 'Runtimes'],
  ['compare.html', 'Compare two'],
  ['claims.html', 'Claims'],
] as const;

/** Only what the site itself holds may be loaded; ECharts sets styles, and nothing else is inline. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'";

/** The way from a page back to the site's root: `../../`. */
function toRoot(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Where the image that links to a page show is, from the site's root. */
export function imagePath({ path, image }: Pick<SitePage, 'path' | 'image'>): string {
  return image ?? `cards/${path.replaceAll('/', '-').replace(/\.html$/, '')}.png`;
}

/**
 * A page as HTML.
 *
 * @param url where the site will be, with a slash at its end; previews of links need it. Empty: unknown.
 */
export function sitePageHtml(page: SitePage, url: string, hasImages: boolean): string {
  const { path, content, script } = page;
  const root = toRoot(path);
  const [title, description] = [escapeMarkup(page.title), escapeMarkup(page.description)];
  const card = hasImages
    ? `<meta property="og:image" content="${url || root}${imagePath(page)}">\n<meta name="twitter:card" content="summary_large_image">\n`
    : '';
  const links = PLACES.map(([place, name]) => {
    const current = place === path ? ' aria-current="page"' : '';
    return `<a href="${root}${place}"${current}>${name}</a>`;
  });
  const navigation = `<nav aria-label="Site"><strong>tasktax</strong> ${links.join(' ')}</nav>\n`;
  const scripts = script
    ? `<script type="application/json" id="report-data">${script.data}</script>\n<script type="module" src="${root}assets/${script.file}"></script>\n`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${card}<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}assets/site.css">
</head>
<body>
${page.isEmbedded ? '' : navigation}${content}
${scripts}</body>
</html>
`;
}
