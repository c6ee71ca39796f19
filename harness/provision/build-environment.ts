/** The variables of the user's shell that a build needs: where tools and their data are, and how to reach registries. */
const PASSED = [
  /^(PATH|HOME|USER|TMPDIR|XDG_(CACHE|CONFIG|DATA)_HOME)$/,
  /^(SSL_CERT_(FILE|DIR)|(HTTP|HTTPS|ALL|NO)_PROXY)$/i,
  /^(RUSTUP_\w+|CARGO_HOME|CARGO_(HTTP|NET|REGISTRY|REGISTRIES|SOURCE)_\w+)$/,
  /^GO(ENV|PATH|CACHE|MODCACHE|PROXY|NOPROXY|SUMDB|NOSUMDB|PRIVATE|INSECURE|VCS|AUTH)$/,
];

/**
 * The complete environment of a tool that builds a program or reports its command line. GOFLAGS, RUSTFLAGS or ERL_FLAGS
 * from the user's shell would change the program, and the cache would keep it for later runs without these variables.
 */
export function buildEnvironment(
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const passed = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && PASSED.some((names) => names.test(name)) ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(passed), LANG: 'C.UTF-8', ...more };
}
