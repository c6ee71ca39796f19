// Records the quick start of README.md in a terminal of 80 columns, as it really runs here. `npm run readme` draws it.
// Usage: node scripts/record-terminal.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { $, fs, tmpdir } from 'zx';
import { repositoryRoot } from '../harness/provision/places.ts';
import { replaceFile } from '../harness/results/replace-file.ts';
import { QUICK_RECORDING } from './recording/quick-start.ts';
import { formatRecording, type RecordedEvent } from './recording/recording.ts';

const COMMAND = 'npm run compare -- quick';
const [COLUMNS, ROWS] = [80, 30];

const folder = tmpdir();
const [output, timing] = [join(folder, 'output'), join(folder, 'timing')];
try {
  const inTerminal = `stty columns ${COLUMNS} rows ${ROWS}; exec ${COMMAND}`;
  await $({
    cwd: repositoryRoot,
    quiet: true,
  })`script --quiet --return --log-out ${output} --log-timing ${timing} --command ${inTerminal}`;
  const events = [typed(COMMAND), ...eventsOf(readFileSync(output), readFileSync(timing, 'utf8'))];
  const recording = { columns: COLUMNS, rows: ROWS, events };
  replaceFile(join(repositoryRoot, QUICK_RECORDING), formatRecording(recording));
} finally {
  await fs.remove(folder);
}

/** The command, as a shell would have shown it. */
function typed(command: string): RecordedEvent {
  return { seconds: 0, text: `$ ${command}\r\n` };
}

/** Pairs what `script` logged with its timing: `DELAY BYTES` a line. The header line of the log is its own. */
function eventsOf(log: Buffer, timings: string): readonly RecordedEvent[] {
  const decoder = new TextDecoder();
  let at = log.indexOf('\n') + 1;
  let seconds = 0;
  return timings
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [delay = '', bytes = ''] = line.split(' ');
      seconds += Number(delay);
      const text = decoder.decode(log.subarray(at, at + Number(bytes)), { stream: true });
      at += Number(bytes);
      return { seconds: Math.round(seconds * 1e3) / 1e3, text };
    });
}
