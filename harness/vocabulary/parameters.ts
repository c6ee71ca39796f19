/** A workload's parameters: every value is a number, so that any language can parse them. */
export type Parameters = Readonly<Record<string, number>>;

/** The canonical `key=value` list, in the order in which the workload declares its parameters. */
export function formatParameters(parameters: Parameters): string {
  return Object.entries(parameters)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}
