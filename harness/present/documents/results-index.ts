import type { Results } from '../../results/read-results.ts';
import { escapeMarkdown } from '../../text/escape-markup.ts';

/** A list of the published suites with their reports, whether or not another page shows their tables. */
export function resultsIndex(results: readonly Pick<Results, 'facts'>[]): string {
  return results
    .map(({ facts: { suite, title, createdAt } }) => {
      const link = `[${escapeMarkdown(suite)}](${suite}/report.md)`;
      return `- ${link}: ${escapeMarkdown(title)}; measured ${createdAt.slice(0, 10)}`;
    })
    .join('\n');
}
