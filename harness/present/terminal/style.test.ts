import { execa } from 'execa';
import { expect, test } from 'vitest';

/** What the style makes of a word for a stream that is a pipe. */
async function styled(env: Readonly<Record<string, string>>): Promise<string> {
  const script = `import { styleFor } from ${JSON.stringify(new URL('style.ts', import.meta.url).href)};
process.stdout.write(styleFor(process.stdout)('red', 'word'));`;
  const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', script], {
    env,
    extendEnv: false,
  });
  return stdout;
}

test.each([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '0' }, false],
])('in a pipe with %o, colours: %s', async (env, isColoured) => {
  expect(await styled(env)).toBe(isColoured ? '\x1b[31mword\x1b[39m' : 'word');
});
