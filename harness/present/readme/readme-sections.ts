import type { Workload } from '../../model/workload.ts';
import type { Results } from '../../results/read-results.ts';
import { escapeMarkdown, escapeMarkup } from '../../text/escape-markup.ts';
import type { Theme } from '../charts/chart-style.ts';
import { chartSvg } from '../charts/chart-svg.ts';
import type { ECharts } from '../charts/echarts-build.ts';
import { publishedRuns } from '../documents/published-results.ts';
import { findings } from './findings.ts';
import { millionChart, type Titles, versionsLine } from './million-chart.ts';

/** Where the images of README.md are, from the checkout. */
export const README_IMAGES = '.github/readme';

/** In CSS pixels: GitHub's column, and a phone's. */
const WIDTHS = { wide: 700, narrow: 400 } as const;
const THEMES = ['light', 'dark'] as const satisfies readonly Theme['name'][];

/** What README.md shows of the results: texts for its markers, and images by their path from the checkout. */
export interface ReadmeParts {
  readonly sections: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, string>;
}

/** Makes the chart and the findings of README.md; a suite that is not measured leaves its marker as it is. */
export function readmeParts(
  results: readonly Results[],
  workloads: ReadonlyMap<string, Workload>,
  titles: Titles,
  echarts: ECharts,
): ReadmeParts {
  const [tasks, timers, goThreads] = ['one-million', 'one-million-timers', 'go-threads'].map(
    (suite) => results.find(({ facts }) => facts.suite === suite),
  );
  if (tasks === undefined) return { sections: new Map(), images: new Map() };
  const chart = millionChart(tasks, workloads, titles);
  const images = new Map(
    Object.entries(WIDTHS).flatMap(([name, width]) =>
      THEMES.map((theme) => [
        `${README_IMAGES}/million-${name}.${theme}.svg`,
        chartSvg(chart, theme, echarts, width),
      ]),
    ),
  );
  const sections = new Map([
    [
      'million',
      [pictureOf(chart.alt), `<sub>${footnote(tasks, titles, chart.subtitle)}</sub>`].join('\n\n'),
    ],
    ...(timers === undefined
      ? []
      : [
          [
            'findings',
            findingList({
              tasks: { ...tasks, runs: publishedRuns([tasks]).runs },
              timers,
              goThreads,
            }),
          ] as const,
        ]),
  ]);
  return { sections, images };
}

function findingList(sources: Parameters<typeof findings>[0]): string {
  return findings(sources)
    .map((finding) => `- ${finding}`)
    .join('\n');
}

function footnote({ runtimes }: Results, titles: Titles, runs: string): string {
  const versions = escapeMarkdown(versionsLine(runtimes, titles));
  return `${runs} ${versions}. [All figures](results/one-million/report.md), with every size, rank and single run.`;
}

/** The chart for the reader's screen and colours. */
function pictureOf(alt: string): string {
  const source = (name: keyof typeof WIDTHS, theme: Theme['name'], media: string) =>
    `  <source media="${media}" srcset="${README_IMAGES}/million-${name}.${theme}.svg">`;
  const isDark = '(prefers-color-scheme: dark)';
  const isNarrow = '(max-width: 600px)';
  return [
    '<picture>',
    source('narrow', 'dark', `${isNarrow} and ${isDark}`),
    source('narrow', 'light', isNarrow),
    source('wide', 'dark', isDark),
    `  <img alt="${escapeMarkup(alt)}" src="${README_IMAGES}/million-wide.light.svg">`,
    '</picture>',
  ].join('\n');
}
