import { buildEnvironment } from '../../provision/build-environment.ts';
import { toolOutput } from '../../provision/tool-output.ts';

/** How Go reaches modules and checks them, and where it keeps them: people set these with `go env -w` too. */
const KEPT = [
  ...['GOPATH', 'GOMODCACHE', 'GOCACHE', 'GOPROXY', 'GOSUMDB'],
  ...['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE', 'GOVCS', 'GOAUTH'],
];

/**
 * The environment of a build by a release of Go: what the user has told Go of registries, by its variables or by
 * `go env -w`, and nothing that changes the program, such as GOFLAGS, GOEXPERIMENT or GOAMD64.
 *
 * @param release as GOTOOLCHAIN takes it.
 * @throws ToolFailure when Go does not say.
 */
export async function goEnvironment(
  go: string,
  release: string,
): Promise<Readonly<Record<string, string>>> {
  // Asked of the release of the PATH: the user's GOTOOLCHAIN could fetch another one just to answer.
  const environment = buildEnvironment({ GOTOOLCHAIN: 'local' });
  const told = await toolOutput([go, 'env', '-json', ...KEPT], { environment });
  const kept: Record<string, string> = JSON.parse(told);
  // A go.work in a folder above the checkout would choose other modules.
  return buildEnvironment({ ...kept, GOENV: 'off', GOWORK: 'off', GOTOOLCHAIN: release });
}
