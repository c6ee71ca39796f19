import { groupBy } from '../analyse/group-by.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import { formatCount } from '../text/quantity.ts';
import type { HeadlineTable } from './headline-tables.ts';

/** Why cells of a table are empty: a sentence for each limit on tasks that some of its sizes exceed. */
export function limitNotes(
  runtimes: readonly RuntimeRow[],
  { sizes, rows }: Pick<HeadlineTable, 'sizes' | 'rows'>,
): readonly string[] {
  const largest = Math.max(...sizes);
  const bound = runtimes.flatMap(({ runtime, runtime_id, task_limit, task_limit_reason }) => {
    const isShown = rows.some(({ runtimeId }) => runtimeId === runtime_id);
    return isShown && task_limit !== null && task_limit < largest
      ? [{ runtime, sentence: `at most ${formatCount(task_limit)} tasks: ${task_limit_reason}` }]
      : [];
  });
  return groupBy(bound, ({ sentence }) => sentence).map(
    (group) => `— ${group.map(({ runtime }) => runtime).join(', ')}: ${group[0].sentence}.`,
  );
}
