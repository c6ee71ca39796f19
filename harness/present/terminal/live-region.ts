import { createLogUpdate } from 'log-update';
import type { TerminalSize } from './progress-lines.ts';

/** Often enough to look alive; each drawing takes well under a millisecond. */
const DRAW_EVERY_MS = 250;
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const USUAL_SIZE: TerminalSize = { columns: 80, rows: 24 };

/** The last lines of a terminal, drawn anew again and again. What is printed meanwhile goes above them. */
export class LiveRegion {
  readonly #stream: NodeJS.WriteStream;
  readonly #log: ReturnType<typeof createLogUpdate>;
  readonly #lines: (size: TerminalSize) => readonly string[];
  readonly #timer: NodeJS.Timeout;

  /** @param lines for a size of the terminal; they must fit. */
  constructor(stream: NodeJS.WriteStream, lines: (size: TerminalSize) => readonly string[]) {
    this.#stream = stream;
    this.#lines = lines;
    // The cursor is hidden here: the library would listen to the signals that stop a comparison.
    this.#log = createLogUpdate(stream, { showCursor: true });
    stream.write(HIDE_CURSOR);
    process.on('exit', this.#showCursor);
    this.#timer = setInterval(this.#draw, DRAW_EVERY_MS);
    this.#timer.unref();
    this.#draw();
  }

  /** Prints lines that stay. */
  print(text: string): void {
    this.#log.clear();
    this.#stream.write(`${text}\n`);
    this.#draw();
  }

  /** Takes the lines away, and gives the cursor back. */
  stop(): void {
    clearInterval(this.#timer);
    this.#log.clear();
    process.off('exit', this.#showCursor);
    this.#showCursor();
  }

  readonly #draw = (): void => {
    const { columns = USUAL_SIZE.columns, rows = USUAL_SIZE.rows } = this.#stream;
    this.#log(this.#lines({ columns, rows }).join('\n'));
  };

  readonly #showCursor = (): void => {
    this.#stream.write(SHOW_CURSOR);
  };
}
