#!/usr/bin/env node
// Builds dist/, the harness of the installed package, from harness/: `npm pack` does it by itself (prepack). Node strips
// no types from files below node_modules, so they are compiled; nothing is bundled but what runs in a browser.
import { basename } from 'node:path';
import { rolldown } from 'rolldown';
import { $, fs, glob } from 'zx';
import { builtScript, bundledScript, PAGE_SCRIPTS } from '../harness/present/report/page-script.ts';
import { BUILT_SCRIPTS, bundledSiteScripts } from '../harness/present/site/site-scripts.ts';
import { repositoryRoot } from '../harness/provision/places.ts';

const COMPILED = [
  '**/*.{ts,md}',
  '**/*.test.*',
  '**/*.fixture.*',
  'e2e',
  'vm',
  'present/{report,site}/page/*.json',
];
const CHARTS = 'dist/present/charts';

$.cwd = repositoryRoot;
process.chdir(repositoryRoot);

fs.emptyDirSync('dist');
await $({ stdio: 'inherit' })`tsc -p tsconfig.package.json`;

// What the harness reads beside its modules: C sources, styles, start.mjs.
for (const file of await glob('**/*', { cwd: 'harness', ignore: COMPILED })) {
  fs.copySync(`harness/${file}`, `dist/${file}`);
}
for (const name of PAGE_SCRIPTS) {
  fs.writeFileSync(`dist/present/report/${builtScript(name)}`, await bundledScript(name));
}
for (const { file, code } of await bundledSiteScripts()) {
  fs.outputFileSync(`dist/present/site/${BUILT_SCRIPTS}${file}`, code);
}

// Of ECharts only what the charts use, in one file, with the licences of what is in it.
fs.writeFileSync(`${CHARTS}/echarts-build.js`, await bundleECharts());
const licences = await glob(['echarts/{LICENSE,NOTICE}', 'echarts/licenses/*', 'zrender/LICENSE'], {
  cwd: 'node_modules',
});
for (const licence of licences) {
  const [from = ''] = licence.split('/');
  fs.copySync(`node_modules/${licence}`, `${CHARTS}/licences/${from}-${basename(licence)}`);
}
fs.chmodSync('dist/start.mjs', 0o755);

/** The module that the harness draws with, and all that it imports. */
async function bundleECharts(): Promise<string> {
  const bundle = await rolldown({
    input: 'harness/present/charts/echarts-build.ts',
    platform: 'node',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}
