import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { formatRecording, parseRecording } from './recording.ts';
import { screensOf } from './screens.ts';
import { terminalSvg } from './terminal-svg.ts';

const recording = {
  columns: 20,
  rows: 3,
  events: [
    { seconds: 0, text: '$ go\r\n' },
    { seconds: 1, text: 'one <\x1b[31mred\x1b[39m>' },
    { seconds: 1.01, text: '\r\x1b[2K' },
    { seconds: 1.02, text: '\x1b[1mtwo\x1b[22m' },
  ],
};

test('a recording is read as it was written', () => {
  expect(parseRecording(formatRecording(recording))).toEqual(recording);
});

test('a screen is what the terminal shows once it is still; what was erased in between is not seen', async () => {
  const screens = await screensOf(recording, 0.1);
  const texts = screens.map(({ rows }) => rows.map((row) => row.map(({ text }) => text).join('')));
  expect(texts).toEqual([
    ['$ go', '', ''],
    ['$ go', 'two', ''],
  ]);
  expect(screens[1]?.rows[1]).toEqual([
    { column: 0, text: 'two', color: undefined, isBold: true, isDim: false },
  ]);
});

test('colours are kept, and markup is text', async () => {
  const screens = await screensOf({ ...recording, events: recording.events.slice(0, 2) }, 0.1);
  const svg = terminalSvg(screens, { columns: 20, rows: 3, label: '"a" < b' });
  expect(XMLValidator.validate(svg)).toBe(true);
  expect(svg).toContain('class="c1">red<');
  expect(svg).toContain('>one &lt;<');
  expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
});

test('a longer text than the terminal is wide scrolls away', async () => {
  const text = ['a', 'b', 'c', 'd'].join('\r\n');
  const [screen] = await screensOf({ ...recording, events: [{ seconds: 0, text }] }, 0.1);
  expect(screen?.rows.map((row) => row[0]?.text)).toEqual(['b', 'c', 'd']);
});
