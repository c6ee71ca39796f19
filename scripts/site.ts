// Builds the site from the results folders: static files that any host serves.
// Usage: npm run site [-- --results folder] [--out folder] [--url https://…/]
import { argv, chalk, path } from 'zx';
import { loadCatalogue } from '../harness/catalogue.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { buildSite } from '../harness/present/site/build-site.ts';
import { repositoryRoot } from '../harness/provision/places.ts';

try {
  const results = path.resolve(argv.results ?? path.join(repositoryRoot, 'results'));
  const folder = path.resolve(argv.out ?? path.join(repositoryRoot, 'site'));
  const url = String(argv.url ?? '').replace(/[^/]$/, '$&/');
  const count = await buildSite(results, { folder, url }, await loadCatalogue());
  console.log(chalk.green(`${folder}: ${count} suites`));
} catch (error) {
  process.exitCode = tellError(error);
}
