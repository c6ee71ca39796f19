import { expect, test } from 'vitest';
import { UsageError } from '../model/usage-error.ts';
import { chooseRepeats } from './choose-repeats.ts';

const fixed = { repeats: 3 };
const settling = { repeats: { maxRepeats: 20, budgetSeconds: 2_700 } };

test.each([
  ['as the suite declares', fixed, {}, 3],
  ['as the suite declares', settling, {}, settling.repeats],
  ['a fixed number instead', settling, { repeats: 5 }, 5],
  ['a precision instead', fixed, { precision: 0.02 }, { precision: 0.02, maxRepeats: 30 }],
  ['a budget instead', fixed, { budgetSeconds: 60 }, { maxRepeats: 30, budgetSeconds: 60 }],
  [
    'what is left open is as declared',
    settling,
    { precision: 0.01 },
    { precision: 0.01, maxRepeats: 20, budgetSeconds: 2_700 },
  ],
])('%s', (_, suite, options, expected) => {
  expect(chooseRepeats(suite, options)).toEqual(expected);
});

test.each([
  [
    { repeats: 3, precision: 0.02 },
    '--repeats fixes the number of runs: leave it out, or leave out --precision, --max-repeats and --budget',
  ],
  [
    { maxRepeats: 5 },
    '--max-repeats 5 settles nothing: choose 6 or more, or a fixed number with --repeats',
  ],
])('what contradicts itself is refused: %j', (options, message) => {
  expect(() => chooseRepeats(fixed, options)).toThrow(new UsageError(message));
});
