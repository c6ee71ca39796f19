import { expect, test } from 'vitest';
import { describeScenario } from './describe-scenario.ts';
import { expectOwnGroups } from './expect-own-groups.ts';
import { interrupted, TREE_AND_HOG } from './guest-commands.ts';

const control = ['cat', '/sys/fs/cgroup/cgroup.subtree_control'];
const asUser = [
  'env',
  'HOME=/home/tester',
  'setpriv',
  '--reuid=4321',
  '--regid=4321',
  '--clear-groups',
];
const handDown = `cd /sys/fs/cgroup && echo +memory >cgroup.subtree_control && mkdir mine && chown -R 4321 mine &&
  echo $$ >mine/cgroup.procs && cd /srv/tasktax && exec "$@"`;

describeScenario(
  'version 2 without systemd',
  {
    machine: 'bare',
    steps: {
      'control before': control,
      'top group': TREE_AND_HOG,
      'control after': control,
      'nothing to be had': interrupted(...asUser),
      'handed down': ['sh', '-c', handDown, 'sh', ...asUser, ...TREE_AND_HOG],
    },
  },
  (resultOf) => {
    test.each(['top group', 'handed down'])(
      'the kernel enforces the limit and records the peak of a tree: %s',
      (step) => {
        expectOwnGroups(resultOf(step));
      },
    );

    test('the top group hands no memory down before the comparison nor after it', () => {
      expect(resultOf('control before').stdout.trim()).toBe('');
      expect(resultOf('control after').stdout.trim()).toBe('');
    });

    test('a user who has no group is told so in a line, and the measurement goes on', () => {
      const { stdout, stderr, exitCode } = resultOf('nothing to be had');
      expect(exitCode, stderr).toBe(130);
      expect(stdout).toMatch(/checked at each sample, because this user cannot make groups in/);
    });
  },
);
