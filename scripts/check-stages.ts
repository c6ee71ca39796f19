// Fails when a file imports from a later stage of the harness than its own. Part of `npm run check`.
import { chalk, fs, glob } from 'zx';
import { STAGES } from '../harness/stages.ts';
import { importsAgainstOrder } from './imports-against-order.ts';

const files = await glob('harness/**/*.ts');
const sources = new Map(files.map((file) => [file, fs.readFileSync(file, 'utf8')]));
const order = STAGES.map(({ name }) => name);
for (const { file, imported } of importsAgainstOrder(sources, order)) {
  console.error(
    `${chalk.red('error:')} ${file} imports ${imported}, which belongs to a later stage`,
  );
  process.exitCode = 1;
}
