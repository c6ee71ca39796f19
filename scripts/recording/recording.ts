import { z } from 'zod';

/** A terminal's output as it was written, in the format of asciinema (asciicast v2). */
export interface Recording {
  readonly columns: number;
  readonly rows: number;
  readonly events: readonly RecordedEvent[];
}

/** What was written to the terminal at a moment. */
export interface RecordedEvent {
  /** Since the start. */
  readonly seconds: number;
  readonly text: string;
}

const HEAD = z.object({ version: z.literal(2), width: z.int(), height: z.int() });
const EVENT = z.tuple([z.number(), z.literal('o'), z.string()]);

/** Reads a recording. */
export function parseRecording(cast: string): Recording {
  const [head = '', ...lines] = cast.trimEnd().split('\n');
  const { width, height } = HEAD.parse(JSON.parse(head));
  const events = lines.map((line) => {
    const [seconds, , text] = EVENT.parse(JSON.parse(line));
    return { seconds, text };
  });
  return { columns: width, rows: height, events };
}

/** Writes a recording as `parseRecording` reads it. */
export function formatRecording({ columns, rows, events }: Recording): string {
  const head = { version: 2, width: columns, height: rows };
  const lines = [head, ...events.map(({ seconds, text }) => [seconds, 'o', text])];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
