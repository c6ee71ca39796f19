import { afterEach, expect, test, vi } from 'vitest';
import { buildEnvironment } from './build-environment.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  'GOFLAGS',
  'GOEXPERIMENT',
  'RUSTFLAGS',
  'RUSTC_WRAPPER',
  'CARGO_PROFILE_RELEASE_OPT_LEVEL',
  'CARGO_BUILD_TARGET',
  'ERL_FLAGS',
  'ERL_COMPILER_OPTIONS',
  'ELIXIR_ERL_OPTIONS',
  'JDK_JAVAC_OPTIONS',
  'PYTHONOPTIMIZE',
])('a %s of the shell stays outside', (name) => {
  vi.stubEnv(name, 'leak');
  expect(buildEnvironment()).not.toHaveProperty(name);
});

test.each([
  'PATH',
  'HOME',
  'CARGO_HOME',
  'RUSTUP_TOOLCHAIN',
  'CARGO_REGISTRIES_MINE_INDEX',
  'https_proxy',
  'SSL_CERT_FILE',
])('%s passes: without it tools and registries are not found', (name) => {
  vi.stubEnv(name, 'mine');
  expect(buildEnvironment()).toHaveProperty(name, 'mine');
});

test('what a build asks for itself comes on top', () => {
  vi.stubEnv('HOME', 'mine');
  expect(buildEnvironment({ HOME: '/', EMU: 'beam' })).toMatchObject({ HOME: '/', EMU: 'beam' });
});
