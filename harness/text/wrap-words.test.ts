import { expect, test } from 'vitest';
import { wrapWords } from './wrap-words.ts';

test('breaks at blanks, keeps lines short and long words whole', () => {
  expect(wrapWords('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapWords('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrapWords('a unbreakable b', 4)).toEqual(['a', 'unbreakable', 'b']);
});
