import { expect, test } from 'vitest';
import { continuingCompare, continuingMeasure } from './continuing-command.ts';

test('what was typed, with the folder and --resume', () => {
  const words = ['quick', '--tasks', '1,10', '--runtimes', 'node@>=22'];
  expect(continuingCompare('quick', 'results/local/quick-1', ['quick'], words)).toBe(
    "npm run compare -- quick --tasks 1,10 --runtimes 'node@>=22' --resume --out results/local/quick-1",
  );
});

test.each([[['--out', 'there', '--resume']], [['--resume', '--out=there']]])(
  '%s are not said twice',
  (words) => {
    expect(continuingCompare('one-million', "it's", ['one-million'], words)).toBe(
      "npm run compare -- one-million --resume --out 'it'\\''s'",
    );
  },
);

test('of several suites, the one that was stopped', () => {
  const suites = ['smoke', 'quick'];
  expect(continuingCompare('quick', 'results/quick', suites, ['smoke', 'quick'])).toBe(
    'npm run compare -- quick --resume --out results/quick',
  );
});

test.each([
  [
    ['--tasks', '1,10', '--', './mine', '--out', '{tasks}'],
    ['./mine', '--out', '{tasks}'],
    "npm run measure -- --tasks 1,10 --resume --out results/x -- ./mine --out '{tasks}'",
  ],
  [
    ['--name', 'a=./old', '--out', 'there'],
    [],
    'npm run measure -- --name a=./old --resume --out results/x',
  ],
])('measure %j', (words, command, expected) => {
  expect(continuingMeasure('results/x', words, command)).toBe(expected);
});
