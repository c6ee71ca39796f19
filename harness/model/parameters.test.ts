import { expect, test } from 'vitest';
import { formatParameters, parameterArguments, parseParameters } from './parameters.ts';

test('the list keeps its order and comes back', () => {
  const parameters = { laps: 10, pause: 0.1, heap: 0 };
  expect(formatParameters(parameters)).toBe('laps=10 pause=0.1 heap=0');
  expect(parseParameters('laps=10 pause=0.1 heap=0')).toEqual(parameters);
});

test('none is a dash in tables and nothing on a command line', () => {
  expect(formatParameters({})).toBe('-');
  expect(parseParameters('-')).toEqual({});
  expect(parameterArguments({})).toEqual([]);
});
