import { expect, test } from 'vitest';
import { continuingCommand } from './continuing-command.ts';

test('what was typed, with the folder and --resume', () => {
  const words = ['quick', '--tasks', '1,10', '--runtimes', 'node@>=22'];
  expect(continuingCommand('quick', 'results/local/quick-1', ['quick'], words)).toBe(
    "npm run compare -- quick --tasks 1,10 --runtimes 'node@>=22' --resume --out results/local/quick-1",
  );
});

test.each([[['--out', 'there', '--resume']], [['--resume', '--out=there']]])(
  '%s are not said twice',
  (words) => {
    expect(continuingCommand('one-million', "it's", ['one-million'], words)).toBe(
      "npm run compare -- one-million --resume --out 'it'\\''s'",
    );
  },
);

test('of several suites, the one that was stopped', () => {
  const suites = ['smoke', 'quick'];
  expect(continuingCommand('quick', 'results/quick', suites, ['smoke', 'quick'])).toBe(
    'npm run compare -- quick --resume --out results/quick',
  );
});
