/**
 * The environment of every child. NODE_OPTIONS, GOMAXPROCS or PYTHONMALLOC from the user's shell would change what is
 * measured. The file of a runtime adds the variables that the runtime requires.
 */
export const bareEnvironment = {
  LANG: 'C.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
} as const;
