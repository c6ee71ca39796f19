import { expect, test } from 'vitest';
import { boostCheck, governorCheck, loadCheck } from './cpu-settings.ts';

test.each([
  [['performance\n', 'performance\n'], 'ok'],
  [['powersave\n', 'performance\n'], 'warn'],
  [['schedutil', undefined], 'warn'],
  [['performance\n', undefined], 'unknown'],
  [['performance', ''], 'unknown'],
  [['\n'], 'unknown'],
  [[], 'unknown'],
] as const)('governors %j: %s', (texts, verdict) => {
  expect(governorCheck(texts).verdict).toBe(verdict);
});

test.each([
  ['1\n', undefined, 'ok'],
  ['0\n', undefined, 'warn'],
  [undefined, '0\n', 'ok'],
  [undefined, '1\n', 'warn'],
  ['1', '1', 'warn'],
  [undefined, undefined, 'unknown'],
  ['', '', 'unknown'],
  ['on', '2', 'unknown'],
] as const)('no_turbo %j and boost %j: %s', (noTurbo, boost, verdict) => {
  expect(boostCheck(noTurbo, boost).verdict).toBe(verdict);
});

test.each([
  ['0.10 0.26 0.20 1/113 11919\n', 'ok'],
  ['0.50 0 0', 'ok'],
  ['0.51 0 0', 'warn'],
  ['312.00 0 0', 'warn'],
  ['NaN 0 0', 'unknown'],
  ['-1.00 0 0', 'unknown'],
  ['0.1x', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
] as const)('load %j on 2 CPUs: %s', (text, verdict) => {
  expect(loadCheck(text, 2).verdict).toBe(verdict);
});
