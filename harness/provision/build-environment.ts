/** Where tools are and keep their things, and how they reach their registries: all that a build needs of the user's shell. */
const PASSED = [
  /^(PATH|HOME|USER|TMPDIR|XDG_(CACHE|CONFIG|DATA)_HOME)$/,
  /^(SSL_CERT_(FILE|DIR)|(HTTP|HTTPS|ALL|NO)_PROXY)$/i,
  /^(RUSTUP_\w+|CARGO_HOME|CARGO_(HTTP|NET|REGISTRY|REGISTRIES|SOURCE)_\w+)$/,
  /^GO(ENV|PATH|CACHE|MODCACHE|PROXY|NOPROXY|SUMDB|NOSUMDB|PRIVATE|INSECURE|VCS|AUTH)$/,
];

/**
 * The whole environment of a tool that builds, or says the command of, what is measured: a GOFLAGS, RUSTFLAGS or
 * ERL_FLAGS of the user's shell would change the program, and stay in the cache for everybody who does not set it.
 */
export function buildEnvironment(
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const passed = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && PASSED.some((names) => names.test(name)) ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(passed), LANG: 'C.UTF-8', ...more };
}
