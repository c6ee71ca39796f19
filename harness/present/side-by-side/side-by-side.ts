import { grainsOn } from '../../analyse/grain-of.ts';
import { groupBy } from '../../analyse/group-by.ts';
import { machineKinds } from '../../analyse/machine-classes.ts';
import { poolMachines } from '../../analyse/pool-machines.ts';
import { type RatioAcross, ratiosAcross } from '../../analyse/ratios-across-machines.ts';
import type { Workload } from '../../model/workload.ts';
import type { Measurements } from '../../results/read-results.ts';
import { shortPath } from '../../results/results-path.ts';
import { escapeMarkdown } from '../../text/escape-markup.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { formatCount } from '../../text/quantity.ts';
import { machineLine } from '../machine-line.ts';
import { formatRatio } from '../report/ranking.ts';

const VERDICTS: Readonly<Record<RatioAcross['verdict'], string>> = {
  same: 'yes',
  differs: '**no**',
  unknown: 'too few runs',
};

/** Shows results of one suite from several machines side by side: is the ratio of two runtimes the same on each? Markdown. */
export function sideBySide(
  folders: readonly Measurements[],
  workloads: ReadonlyMap<string, Workload>,
): string {
  const machines = folders.flatMap(machinesIn);
  const ratios = ratiosAcross(
    machines.map(({ runs }) => runs),
    workloads,
    grainsOn(folders.flatMap((folder) => folder.machines)),
  );
  const letters = machines.map((_, index) => columnName(index));
  const legend = machines.map(
    ({ title }, index) => `- ${letters[index]}: ${escapeMarkdown(title)}`,
  );
  const tables = groupBy(ratios, ({ workload, headline }) => `${workload.id} ${headline.name}`).map(
    (ofCase) => tableOf(ofCase, letters),
  );
  if (tables.length === 0) {
    return [...legend, '', 'No two runtimes have ok runs of one case in all of these.'].join('\n');
  }
  return [
    ...legend,
    ...tables.flatMap((table) => ['', table]),
    '',
    'A ratio differs when the intervals of two machines do not overlap. All intervals are simultaneous 95 % intervals.',
  ].join('\n');
}

/** A folder may hold runs of machines that do not agree. */
function machinesIn({ source, machines, runs }: Measurements) {
  const pooled = poolMachines(runs, machines).runs;
  return machineKinds(machines).map((kind) => ({
    title: `${shortPath(source.path)} (${machineLine(kind)})`,
    runs: pooled.filter((run) => run.machine_id === kind.machine_id),
  }));
}

/** `A`, `B`, …, and numbers where letters end. */
function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

function tableOf(
  ratios: readonly [RatioAcross, ...RatioAcross[]],
  letters: readonly string[],
): string {
  const [{ workload, headline, tasks, baselineId }] = ratios;
  const title = `**\`${workload.id}\`**: ${headline.label} of ${formatCount(tasks)} tasks, in multiples of ${escapeMarkdown(baselineId)}`;
  const rows = ratios.map((one) => [
    escapeMarkdown(one.runtimeId),
    ...one.ratios.map((ratio) => (ratio === undefined ? '—' : formatRatio(ratio))),
    VERDICTS[one.verdict],
  ]);
  return `${title}\n\n${markdownTable(['runtime', ...letters, 'same ratio'], rows)}`;
}
