/** Messages of the C and C++ libraries when an allocation fails. */
const SYSTEM_PATTERNS: readonly RegExp[] = [
  /std::bad_alloc/i, // C++
  /cannot allocate memory/i, // the C library, for ENOMEM
];

/**
 * The first line of stderr that reports a failed allocation; a stack trace may follow it.
 *
 * @param patterns the patterns of the runtime.
 */
export function outOfMemoryLine(stderr: string, patterns: readonly RegExp[]): string | undefined {
  const known = [...patterns, ...SYSTEM_PATTERNS];
  return stderr.split('\n').find((line) => known.some((pattern) => pattern.test(line)));
}
