import xterm from '@xterm/headless';
import type { Recording } from './recording.ts';

/** Characters in a row that look the same. */
export interface Span {
  readonly column: number;
  readonly text: string;
  /** One of the terminal's sixteen colours; undefined for the usual one. */
  readonly color: number | undefined;
  readonly isBold: boolean;
  readonly isDim: boolean;
}

/** What the terminal shows from a moment on; a row without text has no spans. */
export interface Screen {
  readonly seconds: number;
  readonly rows: readonly (readonly Span[])[];
}

/** Plays a recording to a terminal of its size, and looks at it when it has been still for a moment. */
export async function screensOf(
  { columns, rows, events }: Recording,
  stillSeconds: number,
): Promise<readonly Screen[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const screens: Screen[] = [];
  for (const [index, { seconds, text }] of events.entries()) {
    await new Promise<void>((resolve) => terminal.write(text, resolve));
    const next = events[index + 1];
    if (next !== undefined && next.seconds - seconds < stillSeconds) continue;
    screens.push({
      seconds,
      rows: Array.from({ length: rows }, (_, row) => spansOf(terminal, row)),
    });
  }
  terminal.dispose();
  return screens;
}

function spansOf(terminal: xterm.Terminal, row: number): readonly Span[] {
  const buffer = terminal.buffer.active;
  const line = buffer.getLine(buffer.viewportY + row);
  const spans: Span[] = [];
  for (let column = 0; line !== undefined && column < terminal.cols; column += 1) {
    const cell = line.getCell(column);
    if (cell === undefined) continue;
    const look = {
      color: cell.isFgPalette() ? cell.getFgColor() : undefined,
      isBold: cell.isBold() !== 0,
      isDim: cell.isDim() !== 0,
    };
    const text = cell.getChars() || ' ';
    const last = spans.at(-1);
    if (
      last &&
      last.color === look.color &&
      last.isBold === look.isBold &&
      last.isDim === look.isDim
    ) {
      spans[spans.length - 1] = { ...last, text: last.text + text };
    } else spans.push({ column, text, ...look });
  }
  return spans
    .map((span) => ({ ...span, text: span.text.trimEnd() }))
    .filter(({ text }) => text !== '');
}
