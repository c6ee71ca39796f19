import type { PublishedFigure } from '../../claims/read-published.ts';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { evidence } from '../claims/claim-evidence.ts';
import { CLAIM_COLUMNS, judgedPublications } from '../claims/judged-publications.ts';
import type { PublishedRuns } from '../documents/published-results.ts';
import { textCell } from '../report/report-table.ts';
import { tableHtml } from '../report/table-html.ts';
import type { SitePage } from './site-page.ts';

/** What the posts claim, with verdicts that are computed from the runs. */
export function claimsSitePage(
  runs: PublishedRuns,
  published: readonly PublishedFigure[],
): SitePage {
  const sections = judgedPublications(runs, published).map(({ title, rows: claims }) => {
    const rows = claims.map(({ says, judgement, printed }) => ({
      cells: [says, judgement.verdict, evidence(judgement) || '—', printed].map((text) =>
        textCell(text.replaceAll('`', '')),
      ),
    }));
    return `<section><h2>${escapeMarkup(title)}</h2>\n${tableHtml({ head: CLAIM_COLUMNS, rows }, { label: title })}</section>`;
  });
  return {
    path: 'claims.html',
    title: 'What the posts claim · tasktax',
    description: 'The claims of the posts on the cost of tasks, and whether our runs confirm them.',
    content: `<header><h1>What the posts claim</h1>
<p>A claim holds here or does not hold here only if the whole interval of what decides it lies on one side; otherwise it cannot be told. The posts used other machines and other versions.</p></header>
<main>${sections.join('\n')}</main>`,
    script: { file: 'tables.js', data: '{}' },
  };
}
