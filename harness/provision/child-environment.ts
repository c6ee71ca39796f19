/**
 * The environment that every child gets, and nothing else: a NODE_OPTIONS, GOMAXPROCS or PYTHONMALLOC of the
 * user's shell would change what is measured. A runtime's file adds what its runtime cannot do without.
 */
export const bareEnvironment = {
  LANG: 'C.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
} as const;
