import type { CommandWords, Word } from './completion-words.ts';

/** A script for each shell; the user's shell reads it once at its start, so that completing starts nothing. */
export const COMPLETION_SCRIPTS = { bash, zsh, fish } as const;

/** Bash, with its own `complete`; no bash-completion package is needed. */
function bash(commands: readonly CommandWords[]): string {
  const cases = commands.flatMap(({ word, options, values }) => [
    ...values.flatMap(({ option, words }) =>
      option === undefined ? [] : [`    ${word}:*:${option}) words='${words.join(' ')}' ;;`],
    ),
    `    ${word}:-*:*) words='${options.map((one) => one.word).join(' ')}' ;;`,
    ...values.flatMap(({ option, words }) =>
      option === undefined ? [`    ${word}:*:*) words='${words.join(' ')}' ;;`] : [],
    ),
  ]);
  return `_tasktax() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=''
  if [ "$COMP_CWORD" = 1 ]; then
    words='${commands.map((one) => one.word).join(' ')}'
  else case "\${COMP_WORDS[1]}:$current:$before" in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _tasktax tasktax
`;
}

/** Zsh, with `_arguments`. */
function zsh(commands: readonly CommandWords[]): string {
  const cases = commands.map(({ word, options, values }) => {
    const valuesOf = (option: string | undefined) =>
      values.find((one) => one.option === option)?.words;
    const specs = options.map((one) => {
      const choices = valuesOf(one.word);
      return `'${one.word}[${one.meaning}]${choices ? `:value:(${choices.join(' ')})` : ''}'`;
    });
    const choices = valuesOf(undefined);
    const rest = choices ? `'*:value:(${choices.join(' ')})'` : "'*:file:_files'";
    return `    ${word}) _arguments ${[...specs, rest].join(' ')} ;;`;
  });
  return `#compdef tasktax
_tasktax() {
  if (( CURRENT == 2 )); then
    local -a commands=(${commands.map(({ word, meaning }) => `'${word}:${meaning}'`).join(' ')})
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}
compdef _tasktax tasktax
`;
}

/** Fish: one `complete` a word. */
function fish(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap((command) => {
    const within = `-n '__fish_seen_subcommand_from ${command.word}'`;
    const said = ({ meaning }: Word) => `-d '${meaning}'`;
    return [
      `complete -c tasktax -n __fish_use_subcommand -f -a ${command.word} ${said(command)}`,
      ...command.options.map((option) => {
        const words = command.values.find((one) => one.option === option.word)?.words;
        const values = words ? ` -x -a '${words.join(' ')}'` : '';
        return `complete -c tasktax ${within} -l ${option.word.slice(2)}${values} ${said(option)}`;
      }),
      ...command.values
        .filter(({ option }) => option === undefined)
        .map(({ words }) => `complete -c tasktax ${within} -f -a '${words.join(' ')}'`),
    ];
  });
  return `${lines.join('\n')}\n`;
}
