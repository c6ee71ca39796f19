import { ExitCode } from './exit-code.ts';

/**
 * Gives a mistake of ours an exit code of its own. Node would end with 1, which says that some run failed: whoever goes by
 * exit codes would take what was not measured for a result.
 */
export function endCrashesApart(): void {
  process.once('uncaughtException', (error) => {
    console.error(error);
    console.error('error: this is a mistake of tasktax: report it with the lines above');
    process.exit(ExitCode.crashed);
  });
}
