import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { onPath } from '../../provision/on-path.ts';
import { toolOutput } from '../../provision/tool-output.ts';
import { goEnvironment } from './go-environment.ts';

const go = (await onPath('go')) ?? '';
if (go === '') console.warn('SKIPPED: the environment of a Go build: no "go" on the PATH');

afterEach(() => vi.unstubAllEnvs());

const CHANGING = ['GOFLAGS', 'GOEXPERIMENT', 'GOOS'];

async function seenByGo(name: string): Promise<string> {
  return toolOutput([go, 'env', name], { environment: await goEnvironment(go, 'local') });
}

test.skipIf(go === '')("a build does not see the flags of the user's shell", async () => {
  const before = await Promise.all(CHANGING.map(seenByGo));
  vi.stubEnv('GOFLAGS', '-race');
  vi.stubEnv('GOEXPERIMENT', 'rangefunc');
  vi.stubEnv('GOOS', 'plan9');
  expect(await Promise.all(CHANGING.map(seenByGo))).toEqual(before);
  expect(before[0]).toBe('');
});

test.skipIf(go === '')('of what `go env -w` has written it sees the registries only', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'env');
  writeFileSync(file, 'GOFLAGS=-race\nGOPROXY=https://proxy.example\n');
  vi.stubEnv('GOENV', file);
  vi.stubEnv('GOPROXY', undefined);
  vi.stubEnv('GOFLAGS', undefined);
  expect(await toolOutput([go, 'env', 'GOFLAGS'])).toContain('-race');
  expect(await seenByGo('GOFLAGS')).toBe('');
  expect(await seenByGo('GOPROXY')).toBe('https://proxy.example');
});

test.skipIf(go === '')('a workspace file above the checkout has no say', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'go.work');
  writeFileSync(file, 'go 1.22\n');
  vi.stubEnv('GOWORK', file);
  expect(await toolOutput([go, 'env', 'GOWORK'])).toBe(file);
  expect(await seenByGo('GOWORK')).toBe('off');
});
