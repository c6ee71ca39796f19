import { expect, test } from 'vitest';
import { ToolFailure } from '../../provision/tool-output.ts';
import { checkOrFailure } from './check-or-failure.ts';
import { FixtureFailure } from './measure-fixture.ts';

test.each([
  [new FixtureFailure('crashed', 'exit code 1'), 'fail', 'crashed: exit code 1'],
  [new FixtureFailure('out-of-memory', 'SIGKILL'), 'unavailable', 'out-of-memory: SIGKILL'],
  [new ToolFailure('no such file'), 'fail', 'no such file'],
])('%s is a check', async (error, verdict, seen) => {
  const check = await checkOrFailure('it', () => Promise.reject(error));
  expect(check).toMatchObject({ what: 'it', verdict, seen });
});

test('a programming error is not', async () => {
  await expect(checkOrFailure('it', () => Promise.reject(new TypeError('oops')))).rejects.toThrow(
    'oops',
  );
});
