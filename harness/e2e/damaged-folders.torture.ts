import { afterAll, beforeAll, test, vi } from 'vitest';
import { removeDamaged, tryInProcess, tryOnCommandLine } from './fixtures/damaged-folders.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(removeDamaged);

test('1,000 damaged folders: each command does its work or says in one line why not', async () => {
  await tryInProcess(1000);
}, 3_600_000);

test('60 as users meet them', async () => {
  await tryOnCommandLine(60);
}, 900_000);
