import { expect, test } from 'vitest';
import {
  byVersionDescending,
  inRange,
  isInRange,
  newestMatch,
  newestReleases,
} from './version-match.ts';

const releases = [
  '22.9.0',
  '22.23.3',
  '24.0.0',
  '24.21.0',
  '26.10.0',
  '26.11.0-rc.1',
  '1.4.2-canary.1',
];

test.each([
  ['22', '22.23.3'],
  ['~22.9', '22.9.0'],
  ['22.9.0', '22.9.0'],
  ['*', '26.10.0'],
  ['>=26.11.0-rc.0', '26.11.0-rc.1'],
  ['99', undefined],
])('the newest release in %j is %j', (range, newest) => {
  expect(newestMatch(releases, range)).toBe(newest);
});

test.each([
  ['3.11.7+uvloop-0.23.0', '3.11', true],
  ['3.11.7', '3.12', false],
  ['21.0.4.1', '21', true],
  ['25', '>=21', true],
  ['1.95.0+tokio-1.54.1', '1.54', false],
  ['unknown', '1', false],
])('%j in %j: %j', (version, range, answer) => {
  expect(isInRange(version, range)).toBe(answer);
});

test('versions are ordered as numbers, however many they have', () => {
  expect(['9.0.1', '21', '25.0.3', '21.0.4.1'].sort(byVersionDescending)).toEqual([
    '25.0.3',
    '21.0.4.1',
    '21',
    '9.0.1',
  ]);
});

test('the newest release of each of the newest majors, or minors, previews left out', () => {
  expect(newestReleases(releases, 3, 'major')).toEqual(['26.10.0', '24.21.0', '22.23.3']);
  expect(newestReleases(releases, 3, 'minor')).toEqual(['26.10.0', '24.21.0', '24.0.0']);
});

test('what is here is refused for another range, and says which version it is', () => {
  const here = { version: '25.2.3', emulator: 'beam' };
  expect(inRange(here, undefined, 'apt')).toBe(here);
  expect(inRange(here, '25', 'apt')).toBe(here);
  expect(inRange(here, '27', 'apt')).toEqual({
    missing: 'the installed version is 25.2.3',
    remedy: 'apt',
  });
});
