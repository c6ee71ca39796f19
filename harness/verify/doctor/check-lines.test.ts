import { expect, test } from 'vitest';
import type { Check } from './check.ts';
import { checkLines, verdictLine } from './check-lines.ts';

const checks: readonly Check[] = [
  { what: 'swap', seen: 'none', bound: 'none', verdict: 'ok', advice: 'not shown' },
  { what: 'GNU time', seen: 'none', bound: '', verdict: 'unavailable', advice: 'get it' },
];

test('verdicts and names are aligned, and only checks that are not ok have advice', () => {
  expect(checkLines(checks)).toEqual([
    '  ok           swap      none (wanted: none)',
    '  unavailable  GNU time  none',
    '                         get it',
  ]);
});

test('the verdicts are counted', () => {
  expect(verdictLine(checks)).toBe('2 checks: 1 ok, 1 unavailable');
  expect(checkLines([])).toEqual([]);
});
