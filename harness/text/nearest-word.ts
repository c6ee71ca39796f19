import leven from 'leven';

/** `did you mean "node"? known: bun, deno, …`: the end of the error line for an unknown name. */
export function nearestWord(word: string, known: readonly string[]): string {
  const ranked = known
    .map((candidate) => ({ candidate, distance: leven(word, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const nearest = ranked[0];
  const guess =
    nearest && nearest.distance <= Math.max(2, nearest.candidate.length / 3)
      ? `did you mean "${nearest.candidate}"? `
      : '';
  return `${guess}known: ${[...known].sort().join(', ')}`;
}
