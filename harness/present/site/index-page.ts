import { escapeMarkup } from '../../text/escape-markup.ts';
import { formatCount } from '../../text/quantity.ts';
import type { Preview, SiteFolder } from './site-folder.ts';
import type { SitePage } from './site-page.ts';

const ABOUT =
  'What a concurrent task costs in every runtime: memory and time, measured from outside, with every run behind every figure.';

/** All results with their findings. */
export function indexPage(folders: readonly SiteFolder[]): SitePage {
  return {
    path: 'index.html',
    title: 'tasktax: what a concurrent task costs',
    description: ABOUT,
    content: `<header><h1>What a concurrent task costs</h1><p class="finding">${ABOUT}</p></header>
<main>
${folders.map(card).join('\n')}
</main>`,
  };
}

function card({
  slug,
  title,
  machine,
  day,
  runs,
  runtimes,
  sections,
  preview,
}: SiteFolder): string {
  const findings = sections.map(
    ({ id, title: subject, finding }) =>
      `<li><a href="suites/${slug}/index.html#${id}">${escapeMarkup(subject)}</a>. ${escapeMarkup(finding)}</li>`,
  );
  return `<section class="preview">
<h2><a href="suites/${slug}/index.html">${escapeMarkup(title)}</a></h2>
<p class="muted">${formatCount(runs)} runs of ${runtimes.length} runtimes; ${escapeMarkup(machine)}; ${escapeMarkup(day)}</p>
<ul>
${findings.join('\n')}
</ul>
${preview ? picture(slug, preview) : ''}
</section>`;
}

/** Not where it would be too small to read: the page of the suite draws it for the width that there is. */
function picture(slug: string, { id, alt, width, height }: Preview): string {
  const path = (theme: string) => `suites/${slug}/charts/${id}.${theme}.svg`;
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${path('dark')}"><img loading="lazy" alt="${escapeMarkup(alt)}" src="${path('light')}" width="${width}" height="${height}"></picture>`;
}
