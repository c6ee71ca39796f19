// Writes everything in the documents that follows from the committed results anew: README.md and results/METHOD.md between
// their markers, the images of README.md, and the pages beside the results. Run it with `npm run readme`.
import { dirname, join } from 'node:path';
import { chalk } from 'zx';
import { tellError } from '../harness/cli/error-line.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { makeFolder } from '../harness/results/make-folder.ts';
import { replaceFile } from '../harness/results/replace-file.ts';
import { documents } from './documents.ts';

try {
  const made = await documents();
  for (const [path, text] of made) {
    const file = join(repositoryRoot, path);
    makeFolder(dirname(file));
    replaceFile(file, text);
  }
  console.log(chalk.green(`${[...made.keys()].join(', ')}: up to date`));
} catch (error) {
  process.exitCode = tellError(error);
}
