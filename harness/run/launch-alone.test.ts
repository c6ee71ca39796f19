import { expect, test } from 'vitest';
import { launchAlone } from './launch-alone.ts';

test.skipIf(process.platform !== 'linux')(
  'a program has its standard streams, and nothing of ours besides',
  async () => {
    const child = await launchAlone({
      command: ['/bin/sh', '-c', 'ls -l /proc/$$/fd; exit 3'],
      environment: { PATH: '/usr/bin:/bin' },
      runId: 'launch-alone-test',
      group: undefined,
    });
    if (typeof child === 'string') throw new Error(child);
    const lines: string[] = [];
    for (
      let line = await child.lines.next();
      typeof line === 'object';
      line = await child.lines.next()
    ) {
      lines.push(line.text);
    }
    const descriptors = lines.flatMap((line) => /(\d+) ->/.exec(line)?.[1] ?? []);
    expect(descriptors).toEqual(expect.arrayContaining(['0', '1', '2']));
    expect(descriptors).not.toContain('3'); // what follows may be of whoever started us
    expect(await child.exited).toMatchObject({ exitCode: 3 });
  },
);
