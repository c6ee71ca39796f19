import { expect, test } from 'vitest';
import { describeScenario } from './describe-scenario.ts';
import { expectOwnGroups } from './expect-own-groups.ts';
import { GUEST_CLI, interrupted, TREE_AND_HOG } from './guest-commands.ts';

const scoped = ['systemd-run', '--user', '--scope', '--quiet'];
const groups = 'find /sys/fs/cgroup -name "tasktax*"';

// Without GNU time, doctor does not check the runtimes, which would take minutes here.
const doctorsPath = `mkdir ~/bin; for tool in cc as ld sh env busctl systemctl; do
  ln -s "$(command -v $tool)" ~/bin; done; PATH=~/bin exec "$@"`;

describeScenario(
  'an ordinary user who has logged in, under systemd',
  {
    machine: 'systemd',
    steps: {
      user: ['sh', '-c', 'id -u; cat /proc/self/cgroup'],
      'login session': TREE_AND_HOG,
      interrupted: interrupted(),
      'handed down': [
        ...[...scoped, '-p', 'Delegate=yes', 'sh', '-c'],
        ...['"$@"; code=$?; cat /proc/self/cgroup; exit $code', 'sh', ...interrupted()],
      ],
      bounded: interrupted(...scoped, '-p', 'MemoryMax=1G'),
      doctor: ['sh', '-c', doctorsPath, 'sh', ...GUEST_CLI, 'doctor'],
      leftovers: [
        'sh',
        '-c',
        `${groups}; systemctl --user list-units --all --no-legend 'tasktax*'`,
      ],
    },
  },
  (resultOf) => {
    test('is not root, and is in the group of a login session', () => {
      expect(resultOf('user').stdout).toMatch(
        /^4321\n0::\/user\.slice\/user-4321\.slice\/session-\S+\.scope\n$/,
      );
    });

    test('the kernel enforces the limit and records the peak of a tree', () => {
      expectOwnGroups(resultOf('login session'));
    });

    test('a group that is handed down is used: the harness moves into a leaf of it', () => {
      const { stdout, stderr, exitCode } = resultOf('handed down');
      expect(exitCode, stderr).toBe(130);
      expect(stdout).toContain('enforced by the kernel');
      expect(stdout).toMatch(/^0::.*\/run-\S+\.scope\/tasktax-harness$/m);
    });

    test('SIGINT reaches the harness in its scope, and its exit code reaches the shell', () => {
      expect(resultOf('interrupted')).toMatchObject({
        exitCode: 130,
        stdout: expect.stringContaining('enforced by the kernel'),
      });
    });

    test('a group with limits is not left for one without', () => {
      expect(resultOf('bounded')).toMatchObject({
        exitCode: 130,
        stdout: expect.stringMatching(
          /checked at each sample, because our group has limits \(memory\.max\)/,
        ),
      });
    });

    test('doctor says where groups are made, and that they agree with other instruments', () => {
      const { stdout } = resultOf('doctor');
      expect(stdout).toMatch(/ok .*cgroup memory\.peak .*\(a scope that systemd made for us\)/);
      expect(stdout).toMatch(/ok .*steady 256 MiB less 0 MiB, by cgroup/);
      expect(stdout).toMatch(/ok .*100 MiB shared by 5 processes, by cgroup/);
    });

    test('nothing is left behind', () => {
      expect(resultOf('leftovers')).toMatchObject({ exitCode: 0, stdout: '' });
    });
  },
);
