import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { REPORT_MARK, requireOwnReport } from './report-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-'));
});

const write = (file: string, text = 'mine') => writeFileSync(join(folder, file), text);
const OURS = `# x\n\n${REPORT_MARK}\n\n<img src="charts/memory.light.svg">\n`;

test('a report of ours may be replaced, with the images that it names; others in charts/ stay', () => {
  write('report.md', OURS);
  write('report.html');
  mkdirSync(join(folder, 'charts'));
  for (const name of ['memory.light.svg', 'memory.dark.png', 'photo.svg']) write(`charts/${name}`);
  expect([...requireOwnReport(folder)].sort()).toEqual([
    'charts/memory.dark.png',
    'charts/memory.light.svg',
  ]);
});

test('nothing is there yet', () => {
  expect(requireOwnReport(folder)).toEqual([]);
});

test.each<[string, () => void, string]>([
  [
    'a report.md',
    () => write('report.md'),
    'report.md would be overwritten, and tasktax did not write it',
  ],
  [
    'a report.html',
    () => write('report.html'),
    'report.html would be overwritten, and tasktax did not write it',
  ],
  [
    'an image that no report names',
    () => {
      write('report.md', OURS);
      mkdirSync(join(folder, 'charts'));
      write('charts/other.light.svg');
    },
    'charts/other.light.svg would be overwritten, and tasktax did not write it',
  ],
  [
    'a link for a page',
    () => symlinkSync('/etc/hostname', join(folder, 'report.md')),
    'report.md would be overwritten, and tasktax did not write it',
  ],
  [
    'a link for charts',
    () => symlinkSync(tmpdir(), join(folder, 'charts')),
    'charts is not a folder',
  ],
])("somebody else's: %s", (_, make, message) => {
  make();
  expect(() => requireOwnReport(folder)).toThrow(message);
});
