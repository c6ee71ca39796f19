/** A workload's parameters: every value is a number, so that any language can parse them. */
export type Parameters = Readonly<Record<string, number>>;

/**
 * One argument each, in the order in which the workload declares them: what a program is called with. Numbers are plain
 * decimals: not every language reads `1e-7`.
 */
export function parameterArguments(parameters: Parameters): readonly string[] {
  return Object.entries(parameters).map(([key, value]) => `${key}=${PLAIN.format(value)}`);
}

const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/** The canonical `key=value` list of the tables; `-` for none, since it is part of keys and an empty cell is unknown. */
export function formatParameters(parameters: Parameters): string {
  return parameterArguments(parameters).join(' ') || '-';
}

/** The form of what `formatParameters` writes, as a regular expression for the whole text. */
const PARAMETER = '[a-z]+=-?\\d+(\\.\\d+)?(e[+-]?\\d+)?';
export const PARAMETERS_PATTERN = `-|${PARAMETER}( ${PARAMETER})*`;

/** The parameters behind a `key=value` list that `formatParameters` wrote. */
export function parseParameters(text: string): Parameters {
  if (text === '-') return {};
  return Object.fromEntries(
    text.split(' ').map((pair) => {
      const [key = '', value] = pair.split('=');
      return [key, Number(value)];
    }),
  );
}
