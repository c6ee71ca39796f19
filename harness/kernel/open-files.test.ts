import { expect, test } from 'vitest';
import { tooFewOpenFiles } from './open-files.ts';

const limits = (
  soft: string,
) => `Limit                     Soft Limit           Hard Limit           Units
Max processes             50                   50                   processes
Max open files            ${soft}                   4096                 files
`;

test('the soft limit counts', () => {
  expect(tooFewOpenFiles(limits('50'))).toBe(
    'at most 50 files may be open at once, and the harness needs 64: raise the limit (ulimit -n 1024)',
  );
});

test.each([limits('64'), limits('unlimited'), '', undefined])(
  '%j is enough, or unknown',
  (text) => {
    expect(tooFewOpenFiles(text)).toBeUndefined();
  },
);
