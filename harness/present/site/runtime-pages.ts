import { compare } from 'semver';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { formatCount } from '../../text/quantity.ts';
import { type ReportCell, type ReportTable, textCell } from '../report/report-table.ts';
import { tableHtml } from '../report/table-html.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SitePage } from './site-page.ts';

/** A source file of a program, as text. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

/** What is known about a runtime apart from its figures. */
export interface RuntimeAbout {
  readonly title: string;
  readonly program: readonly ProgramFile[];
}

/** A page for each runtime: its cost in every workload and in every version, its command, its program. */
export function runtimePages(
  folders: readonly SiteFolder[],
  aboutOf: (name: string) => RuntimeAbout,
): readonly SitePage[] {
  const names = [
    ...new Set(folders.flatMap(({ runtimes }) => runtimes.map(({ name }) => name))),
  ].sort();
  const known = names.map((name) => ({ name, about: aboutOf(name) }));
  const links = known.map(
    ({ name, about }) => `<li><a href="${fileOf(name)}">${escapeMarkup(about.title)}</a></li>`,
  );
  const index: SitePage = {
    path: 'runtimes/index.html',
    title: 'Runtimes · tasktax',
    description: `What a task costs in each of ${names.length} runtimes.`,
    content: `<header><h1>Runtimes</h1></header><main><ul>${links.join('\n')}</ul></main>`,
  };
  return [index, ...known.map(({ name, about }) => runtimePage(name, folders, about))];
}

/** A name can hold anything, also what ends a folder. */
function fileOf(name: string): string {
  return `${name.replaceAll(/[^\w-]/g, '_')}.html`;
}

function runtimePage(
  name: string,
  folders: readonly SiteFolder[],
  { title, program }: RuntimeAbout,
): SitePage {
  const table = costsTable(name, folders);
  const commands = new Set(
    folders.flatMap(({ runtimes }) =>
      runtimes.flatMap((runtime) => (runtime.name === name ? runtime.command : [])),
    ),
  );
  const best = table.rows[0]?.cells.map(({ text }) => text);
  return {
    path: `runtimes/${fileOf(name)}`,
    title: `${title} · tasktax`,
    description: best
      ? `${title}: ${best[0]} ${best[1]} with ${best[5]} tasks, and what it costs in every other workload.`
      : `${title}: what a task costs.`,
    content: `<header><h1>${escapeMarkup(title)}</h1></header>
<main>
<section><h2>What a task costs</h2>
<p class="muted">At the largest size of each workload; versions in order. Rank 1 is the best of all runtimes measured with it.</p>
${tableHtml(table, { label: `Figures of ${title}` })}
</section>
<section><h2>How it was started</h2>
${[...commands].map((command) => `<pre tabindex="0">${escapeMarkup(command)}</pre>`).join('\n')}
</section>
<section><h2>Its program</h2>
${program.length === 0 ? '<p>Not one of the programs of this project.</p>' : ''}
${program.map(programHtml).join('\n')}
</section>
</main>`,
    script: { file: 'tables.js', data: '{}' },
  };
}

function programHtml({ path, text }: ProgramFile): string {
  return `<details><summary>${escapeMarkup(path)}</summary><pre tabindex="0">${escapeMarkup(text)}</pre></details>`;
}

function costsTable(name: string, folders: readonly SiteFolder[]): ReportTable {
  const rows = folders.flatMap((folder) => {
    const own = folder.runtimes
      .filter((runtime) => runtime.name === name)
      .sort((a, b) => compareVersions(a.version, b.version));
    return folder.sections.flatMap(({ title, table, ranking }) =>
      own.flatMap(({ id, version }) => {
        const row = table.rows.find(({ runtimeId }) => runtimeId === id);
        if (row === undefined) return [];
        const cellAt = (index = -1): ReportCell => row.cells[index] ?? { text: '—', value: null };
        const tasks = { text: formatCount(ranking.tasks), value: ranking.tasks };
        const cost = cellAt(table.head.indexOf('per task'));
        const figures = [cellAt(table.rankedColumn), cellAt(1), cellAt(2), cost, tasks];
        return [{ cells: [textCell(title), ...figures, textCell(version), textCell(folder.slug)] }];
      }),
    );
  });
  const head = [
    'workload',
    'figure',
    'rank',
    'to the best',
    'per task',
    'tasks',
    'version',
    'suite',
  ];
  return { head, rows };
}

/** Versions of a library follow a "+", which semver leaves out. */
function compareVersions(a: string, b: string): number {
  try {
    return compare(a, b);
  } catch {
    return a < b ? -1 : 1;
  }
}
