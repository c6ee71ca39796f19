import { UsageError } from '../model/usage-error.ts';

/** Mistakes in a config file, a line each. */
export class ConfigError extends UsageError {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('; '));
    this.mistakes = mistakes;
  }
}
