import { afterAll, beforeAll, test, vi } from 'vitest';
import { removeDamaged, tryInProcess, tryOnCommandLine } from './fixtures/damaged-folders.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(removeDamaged);

test('60 damaged folders: each command does its work or says in one line why not', async () => {
  await tryInProcess(60);
}, 3_600_000);

test('6 as users meet them', async () => {
  await tryOnCommandLine(6);
}, 900_000);
