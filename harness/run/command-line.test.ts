import { expect, test } from 'vitest';
import { workload as spawnBacklog } from '../workloads/spawn-backlog.ts';
import { commandLine } from './command-line.ts';

const launchable = {
  command: ['/bin/beam', '--', 'tasks'],
  raised: { said: '-P', flags: (tasks: number) => (tasks > 1000 ? ['-P', `${tasks}`] : []) },
} as const;
const caseOf = (tasks: number, backlog: number) => ({
  runtimeId: 'r@1',
  workload: 'spawn-backlog',
  tasks,
  parameters: { backlog },
});

test('a limit stays as it is for as long as it can, and is raised for all tasks there are at once', () => {
  expect(commandLine(launchable, caseOf(500, 500), spawnBacklog)).toEqual([
    ...['/bin/beam', '--', 'tasks'],
    ...['spawn-backlog', '500', 'backlog=500'],
  ]);
  expect(commandLine(launchable, caseOf(500, 501), spawnBacklog)).toEqual([
    ...['/bin/beam', '-P', '1001', '--', 'tasks'],
    ...['spawn-backlog', '500', 'backlog=501'],
  ]);
});
