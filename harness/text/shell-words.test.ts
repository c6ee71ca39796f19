import { execaSync } from 'execa';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellLine } from './shell-words.ts';

test('a shell takes the line apart into the same words', () => {
  // No NUL, which no argument can hold, and no newline, which separates what printf prints.
  const word = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const { stdout } = execaSync('/bin/sh', ['-c', `printf '%s\\n' ${shellLine(words)}; echo .`]);
      expect(stdout).toBe(`${words.join('\n')}\n.`);
    }),
    { numRuns: 25 },
  );
});
