/** Each run has exactly one. Only `ok` runs enter a summary. */
export const STATUSES = [
  'ok',
  'invalid-work',
  'not-concurrent',
  'timeout',
  'out-of-memory',
  'crashed',
  'killed',
  'protocol-error',
  'launch-failed',
  'skipped-memory',
  'interrupted',
] as const;

export type Status = (typeof STATUSES)[number];

/** How a run ended, with an explanation for the user when it is not `ok`. */
export type Outcome =
  | { readonly status: 'ok' }
  | { readonly status: Exclude<Status, 'ok'>; readonly detail: string };
