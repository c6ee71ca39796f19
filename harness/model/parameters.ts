/** A workload's parameters: every value is a number, which any language can parse. */
export type Parameters = Readonly<Record<string, number>>;

/**
 * Formats parameters as arguments of a program, `key=value` each, in the order that the workload declares. Numbers are
 * plain decimals because not every language parses `1e-7`.
 */
export function parameterArguments(parameters: Parameters): readonly string[] {
  return Object.entries(parameters).map(([key, value]) => `${key}=${PLAIN.format(value)}`);
}

const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/** The canonical `key=value` list for tables; `-` for none: it is part of a key, and an empty cell would mean unknown. */
export function formatParameters(parameters: Parameters): string {
  return parameterArguments(parameters).join(' ') || '-';
}

/** The format of `formatParameters`, as a regular expression that matches the whole text. */
const PARAMETER = '[a-z]+=-?\\d+(\\.\\d+)?(e[+-]?\\d+)?';
export const PARAMETERS_PATTERN = `-|${PARAMETER}( ${PARAMETER})*`;

/** Parses a list that `formatParameters` wrote. */
export function parseParameters(text: string): Parameters {
  if (text === '-') return {};
  return Object.fromEntries(
    text.split(' ').map((pair) => {
      const [key = '', value] = pair.split('=');
      return [key, Number(value)];
    }),
  );
}
