import { buildEnvironment } from '../../provision/build-environment.ts';
import { toolOutput } from '../../provision/tool-output.ts';

/** Settings for module access and caches, which users may have set with `go env -w`. */
const KEPT = [
  ...['GOPATH', 'GOMODCACHE', 'GOCACHE', 'GOPROXY', 'GOSUMDB'],
  ...['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE', 'GOVCS', 'GOAUTH'],
];

/**
 * The environment of a Go build: the user's settings for registries, from variables or `go env -w`, without settings that
 * change the program, such as GOFLAGS, GOEXPERIMENT or GOAMD64.
 *
 * @param release the value of GOTOOLCHAIN.
 * @throws ToolFailure when `go env` fails.
 */
export async function goEnvironment(
  go: string,
  release: string,
): Promise<Readonly<Record<string, string>>> {
  // Asks the release on the PATH: the user's GOTOOLCHAIN could make Go fetch another one first.
  const environment = buildEnvironment({ GOTOOLCHAIN: 'local' });
  const told = await toolOutput([go, 'env', '-json', ...KEPT], { environment });
  const kept: Record<string, string> = JSON.parse(told);
  // A go.work above the checkout would select other modules.
  return buildEnvironment({ ...kept, GOENV: 'off', GOWORK: 'off', GOTOOLCHAIN: release });
}
