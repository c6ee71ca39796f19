import { expect, test } from 'vitest';
import { commandsToMeasure } from './named-command.ts';

test('a command after --', () => {
  expect(commandsToMeasure(['node', 'a b.js'], [])).toEqual([{ command: ['node', 'a b.js'] }]);
});

test('named commands, split at spaces', () => {
  expect(commandsToMeasure([], ['base=./a {tasks} k=v', 'head=./b\\ c  {tasks}'])).toEqual([
    { name: 'base', command: ['./a', '{tasks}', 'k=v'] },
    { name: 'head', command: ['./b c', '{tasks}'] },
  ]);
});

test.each([
  [[], [], "missing required argument 'command'"],
  [['node'], ['base=node'], 'not both'],
  [[], ['base=a', 'base=b'], '--name "base" is given twice'],
  [[], ['base'], 'is not a name and a command'],
  [[], ['base='], 'is not a name and a command'],
  [[], ['a@b=c'], 'is not a name and a command'],
])('%j with --name %j: %s', (command, named, message) => {
  expect(() => commandsToMeasure(command, named)).toThrow(message);
});
