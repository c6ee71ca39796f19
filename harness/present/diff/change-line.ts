import type { Difference } from '../../analyse/differences.ts';
import { formatCount } from '../../text/quantity.ts';

/** What a change of results comes to, in a line: how many figures surely differ, by runtime, and how many cases came or went. */
export function changeLine(
  differences: readonly Difference[],
  onlyBefore: number,
  onlyAfter: number,
): string {
  const cases = [
    ...(onlyAfter > 0 ? [`${formatCount(onlyAfter)} cases are new`] : []),
    ...(onlyBefore > 0 ? [`${formatCount(onlyBefore)} cases are gone`] : []),
  ];
  const named = (['better', 'worse', 'failed'] as const).flatMap((verdict) => {
    const of = differences.filter((difference) => difference.verdict === verdict);
    const runtimes = [...new Set(of.map(({ after }) => after.runtimeId))].join(', ');
    return of.length === 0 ? [] : [`${formatCount(of.length)} ${verdict} (${runtimes})`];
  });
  const verdicts = named.length === 0 ? ['none is surely other than before'] : named;
  return [
    `${formatCount(differences.length)} figures in common, ${verdicts.join(', ')}`,
    ...cases,
  ].join('; ');
}
