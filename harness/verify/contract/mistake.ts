import { groupBy } from '../../analyse/group-by.ts';

/** One thing that a program does against the contract. */
export interface Mistake {
  /** What it is about, whatever the workload and the size: the same mistake is told once. */
  readonly rule: string;
  readonly workload: string;
  /** What the program was started with: `sleep 2 seconds=0.3`. */
  readonly request: string;
  /** The line that it sent, where it is about one. */
  readonly sent?: string | undefined;
  /** What is wrong, and what the contract asks for. */
  readonly sentence: string;
}

/** A line for each different mistake, as it was first seen, with the other workloads that have it. */
export function mistakeLines(mistakes: readonly Mistake[]): readonly string[] {
  return groupBy(mistakes, ({ rule }) => rule).map((same) => {
    const [first] = same;
    const sent = first.sent === undefined ? '' : `sent ${excerpt(first.sent)}: `;
    const others = new Set(same.map(({ workload }) => workload));
    others.delete(first.workload);
    const also = others.size === 0 ? '' : ` (also in ${[...others].join(', ')})`;
    return `${first.request}: ${sent}${first.sentence}${also}`;
  });
}

/** Enough of a foreign line to recognise it, with nothing in it that a terminal would obey. */
function excerpt(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
