/** A list with at least one element. */
export type NonEmpty<Value> = readonly [Value, ...Value[]];

/** Groups values by key, in order of first appearance. No group is empty. */
export function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): readonly NonEmpty<Value>[] {
  const groups = new Map<string, [Value, ...Value[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}
