import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { cutShard } from '../../plan/cut-shard.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
import { startProgress } from './progress.ts';

test('a shard counts its own runs, whatever their positions in the whole', () => {
  const one = { runtimeId: 'node@26', workload: 'sleep', tasks: 1, parameters: {} };
  const runs = [1, 2, 3, 4].map((position) => ({ case: one, repeat: position, position }));
  const whole = { runs, repeats: 4 } as unknown as ComparisonPlan;
  const lines: string[] = [];
  const stream = { isTTY: false, write: (line: string) => lines.push(line) };
  const ours = cutShard(whole, { index: 2, of: 2 });
  const progress = startProgress(
    stream as unknown as NodeJS.WriteStream,
    ours,
    ours.runs.slice(0, 1),
    new Map(),
  );
  progress.add(ours.runs.slice(1));
  for (const position of [2, 4]) progress.finish(runRowWith({ position }));
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['[1/2]', '[2/2]']);
});
