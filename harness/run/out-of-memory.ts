/** What the libraries under most runtimes write when the system gives them no memory. */
const SYSTEM_PATTERNS: readonly RegExp[] = [
  /std::bad_alloc/i, // C++
  /cannot allocate memory/i, // the C library, for ENOMEM
];

/**
 * The first line of stderr that says that there was no memory; a stack trace may follow it.
 *
 * @param patterns those of the runtime.
 */
export function outOfMemoryLine(stderr: string, patterns: readonly RegExp[]): string | undefined {
  const known = [...patterns, ...SYSTEM_PATTERNS];
  return stderr.split('\n').find((line) => known.some((pattern) => pattern.test(line)));
}
