import { formatCount } from '../../text/quantity.ts';
import { type Check, VERDICTS } from './check.ts';

const VERDICT_WIDTH = Math.max(...VERDICTS.map((verdict) => verdict.length));

/** A line for each check, with verdicts and names aligned; below a check that is not ok, what to do. */
export function checkLines(checks: readonly Check[]): readonly string[] {
  const nameWidth = Math.max(0, ...checks.map(({ what }) => what.length));
  return checks.flatMap(({ what, seen, bound, verdict, advice }) => {
    const start = `  ${verdict.padEnd(VERDICT_WIDTH)}  ${what.padEnd(nameWidth)}  `;
    const line = bound === '' ? `${start}${seen}` : `${start}${seen} (wanted: ${bound})`;
    const showsAdvice = verdict !== 'ok' && advice !== undefined;
    return showsAdvice ? [line, `${' '.repeat(start.length)}${advice}`] : [line];
  });
}

/** All checks in a line: `31 checks: 27 ok, 1 warn, 3 unknown`. */
export function verdictLine(checks: readonly Check[]): string {
  const counts = VERDICTS.flatMap((verdict) => {
    const count = checks.filter((check) => check.verdict === verdict).length;
    return count === 0 ? [] : [`${formatCount(count)} ${verdict}`];
  });
  return `${formatCount(checks.length)} checks: ${counts.join(', ')}`;
}
