import { README_IMAGES } from '../../harness/present/readme/readme-sections.ts';
import { escapeMarkdown, escapeMarkup } from '../../harness/text/escape-markup.ts';
import { parseRecording } from './recording.ts';
import { screensOf } from './screens.ts';
import { terminalSvg } from './terminal-svg.ts';

/** The recording of the quick start, from the checkout; `scripts/record-terminal.ts` makes it anew. */
export const QUICK_RECORDING = `${README_IMAGES}/quick.cast`;
const QUICK_IMAGE = `${README_IMAGES}/quick.svg`;
/** Drawings of the terminal that follow sooner than this are one. */
const STILL_SECONDS = 0.1;

/** What README.md shows of the recorded quick start: the marker's text, and the animation. */
export async function quickStart(
  cast: string,
): Promise<{ readonly section: string; readonly path: string; readonly image: string }> {
  const recording = parseRecording(cast);
  const { columns, rows, events } = recording;
  const screens = await screensOf(recording, STILL_SECONDS);
  const answer = lastLine(screens.at(-1)?.rows ?? []);
  const seconds = Math.ceil(events.at(-1)?.seconds ?? 0);
  const label = `Terminal: ${seconds} seconds of npm run compare -- quick; its last line: ${answer}`;
  const section = [
    `<img alt="${escapeMarkup(label)}" src="${QUICK_IMAGE}">`,
    `That took ${seconds} seconds. Its last line is the answer: *${escapeMarkdown(answer)}*.`,
  ].join('\n\n');
  return { section, path: QUICK_IMAGE, image: terminalSvg(screens, { columns, rows, label }) };
}

function lastLine(rows: Awaited<ReturnType<typeof screensOf>>[number]['rows']): string {
  const row = rows.findLast((spans) => spans.length > 0) ?? [];
  return row.map(({ text }) => text).join(' ');
}
