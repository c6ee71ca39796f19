import { expect, test } from 'vitest';
import { gnuTimeVersion, peakInStderr, throughGnuTime } from './gnu-time.ts';

test.each([
  ['time (GNU Time) 1.9\nCopyright (C) 2018 Free Software Foundation, Inc.', '1.9'],
  ['time (GNU Time) UNKNOWN\nCopyright', 'UNKNOWN'],
  ['\nGNU time 1.8', '1.8'],
  ['time (GNU Time) 1.10', '1.10'],
])('%j is GNU time', (text, version) => {
  expect(gnuTimeVersion(text)).toBe(version);
});

test.each([
  'GNU time 1.7',
  'time (GNU Time) 1.7.2',
  "BusyBox v1.36.1 multi-call binary.\ntime: unrecognized option '--version'",
  'time: illegal option -- -\nusage: time [-al] [-h | -p] [-o file] utility',
  'bash (GNU bash) 5.2',
  '',
])('%j is none that can be used', (text) => {
  expect(gnuTimeVersion(text)).toBeUndefined();
});

const time = { executable: '/usr/bin/time', version: '1.9' };

/** What GNU time would print for a program of so many kilobytes. */
function printed(kilobytes: string): string {
  const { command } = throughGnuTime(time, { command: ['/bin/true'], environment: {} });
  return `${command[2]?.replace('%M', kilobytes)}\n`;
}

test('the program and its environment stay what they are', () => {
  const environment = { LANG: 'C.UTF-8' };
  const through = throughGnuTime(time, { command: ['/bin/program', '-x'], environment });
  expect(through.command.slice(-2)).toEqual(['/bin/program', '-x']);
  expect(through.environment).toBe(environment);
});

test('the peak is found behind whatever the program wrote', () => {
  expect(peakInStderr(printed('1024'))).toBe(1024 * 1024);
  expect(peakInStderr(`warning: 77\nno newline at its end${printed('2')}`)).toBe(2048);
  expect(peakInStderr(`${printed('1')}${printed('3')}`)).toBe(3072);
});

test.each(['', '1024\n', printed(''), printed('many'), `${printed('1')}and more`])(
  'there is no peak in %j',
  (text) => {
    expect(peakInStderr(text)).toBeUndefined();
  },
);
