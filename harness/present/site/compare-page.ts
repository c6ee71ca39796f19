import type { RuntimeComparisons } from './page/runtime-comparisons.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SitePage } from './site-page.ts';

/** A page on which the reader holds two runtimes against each other, in every workload that both were measured with. */
export function comparePage(): SitePage {
  return {
    path: 'compare.html',
    title: 'Two runtimes against each other · tasktax',
    description:
      'Any two runtimes in every workload: figures, their ratio, and whether it is sure.',
    content: `<header><h1>Two runtimes against each other</h1></header>
<main>
<form id="pair" autocomplete="off">
<label>First <select name="a"></select></label>
<label>Second <select name="b"></select></label>
</form>
<noscript><p>This page needs JavaScript. The pages of the suites have all ratios to the best.</p></noscript>
<div class="scroll" role="region" aria-label="Comparison" tabindex="0"><table><thead><tr><th scope="col" class="text">workload</th><th scope="col">second / first</th><th scope="col">first</th><th scope="col">second</th><th scope="col" class="text">answer</th><th scope="col">tasks</th><th scope="col" class="text">suite</th></tr></thead><tbody></tbody></table></div>
<p class="muted">Medians at the largest size that the suite has. A ratio's interval holds for all pairs of its suite together.</p>
</main>`,
    script: { file: 'compare.js', data: '{}' },
  };
}

/** What the page's script loads: each suite's ranking, with all its ratios. */
export function runtimeComparisons(folders: readonly SiteFolder[]): RuntimeComparisons {
  return folders.flatMap(({ slug, sections }) =>
    sections.map(({ title, ranking }) => ({ slug, title, ranking })),
  );
}
