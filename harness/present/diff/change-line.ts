import type { Difference } from '../../analyse/differences.ts';
import { formatCount } from '../../text/quantity.ts';

/** The change between two sets of results, in a line: how many figures really differ, by runtime, and which cases came or went. */
export function changeLine(
  differences: readonly Difference[],
  onlyBefore: number,
  onlyAfter: number,
): string {
  const cases = [
    ...(onlyAfter > 0 ? [`${counted(onlyAfter, 'case')} new`] : []),
    ...(onlyBefore > 0 ? [`${counted(onlyBefore, 'case')} gone`] : []),
  ];
  const named = (['better', 'worse', 'failed'] as const).flatMap((verdict) => {
    const of = differences.filter((difference) => difference.verdict === verdict);
    const runtimes = [...new Set(of.map(({ after }) => after.runtimeId))].join(', ');
    return of.length === 0 ? [] : [`${formatCount(of.length)} ${verdict} (${runtimes})`];
  });
  const verdicts = named.length === 0 ? ['none has changed significantly'] : named;
  return [
    `${counted(differences.length, 'figure')} in common, ${verdicts.join(', ')}`,
    ...cases,
  ].join('; ');
}

/** `1 case`, `2 cases` */
function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
