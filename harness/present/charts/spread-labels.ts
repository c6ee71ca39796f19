/**
 * Moves labels on a line apart until none overlaps another, each as near to its own place as that allows: neighbours that
 * touch form a block around the mean of their places (pool adjacent violators, as in isotonic regression).
 *
 * @param wanted where each label would stand, in any order.
 * @param gap least distance between two.
 * @returns where each stands, in the order of `wanted`, none before `low`; none past `high` where there is room enough.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): readonly number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  // Less the room of those before it, a label may stand anywhere that is not before its neighbour.
  const blocks: { sum: number; members: number }[] = [];
  for (const [rank, { place }] of order.entries()) {
    let block = { sum: place - rank * gap, members: 1 };
    for (let last = blocks.at(-1); last && meanOf(last) > meanOf(block); last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, members: block.members + last.members };
      blocks.pop();
    }
    blocks.push(block);
  }
  const latest = high - gap * (wanted.length - 1);
  const starts = blocks.flatMap((block) =>
    Array.from({ length: block.members }, () => Math.max(low, Math.min(latest, meanOf(block)))),
  );
  const places: number[] = [];
  for (const [rank, { index }] of order.entries()) places[index] = (starts[rank] ?? 0) + rank * gap;
  return places;
}

function meanOf({ sum, members }: { sum: number; members: number }): number {
  return sum / members;
}
