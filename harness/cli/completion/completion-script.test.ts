import { execFileSync, spawnSync } from 'node:child_process';
import { Command, Option } from 'commander';
import { expect, test } from 'vitest';
import { COMPLETION_SCRIPTS } from './completion-script.ts';
import { completionWords } from './completion-words.ts';

const program = new Command('tasktax');
program
  .command('compare')
  .description("what it's for: [all] of it")
  .argument('[suite...]')
  .option('--runtimes <a,b>', 'which')
  .option('--resume', 'go on');
program
  .command('diff')
  .argument('<before>')
  .addOption(new Option('--format <format>').choices(['table', 'json']));

const words = completionWords(program, { suites: ['smoke', 'one-million'], runtimes: ['bun'] });

function offeredByBash(...typed: readonly string[]): readonly string[] {
  const script = `${COMPLETION_SCRIPTS.bash(words)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tasktax; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['-c', script, 'bash', 'tasktax', ...typed]);
  return output.toString().split('\n').filter(Boolean);
}

test.each([
  [[''], ['compare', 'diff']],
  [['d'], ['diff']],
  [
    ['compare', '--r'],
    ['--runtimes', '--resume'],
  ],
  [
    ['compare', ''],
    ['smoke', 'one-million'],
  ],
  [['compare', '--runtimes', 'b'], ['bun']],
  [['diff', '--format', 'j'], ['json']],
  [['diff', 'x'], []],
])('bash offers after %j: %j', (typed, offered) => {
  expect(offeredByBash(...typed)).toEqual(offered);
});

test('a meaning cannot end the text that it stands in', () => {
  expect(words[0]?.meaning).toBe('what its for all of it');
});

test.each(['zsh', 'fish'] as const)('%s reads its script, where that shell is here', (shell) => {
  const script = COMPLETION_SCRIPTS[shell](words);
  expect(script).toContain('--resume'.slice(shell === 'fish' ? 2 : 0));
  const { error, status } = spawnSync(shell, ['-n'], { input: script });
  expect(error === undefined ? status : 0).toBe(0);
});
