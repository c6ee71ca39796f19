import { z } from 'zod';
import { LEAST_BLOCKS } from '../model/repeats.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { plainText } from '../text/plain-text.ts';

/** An object with these keys only; a wrong key is answered with the nearest right one. */
function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error(issue) {
      if (issue.code !== 'unrecognized_keys') return `must be an object with ${keys.join(', ')}`;
      const [key = ''] = issue.keys;
      return `unknown key "${plainText(key)}": ${nearestWord(key, keys)}`;
    },
  });
}

const text = z.string('must be a text').min(1, 'must not be empty');
const id = z
  .string('must be a name')
  .regex(/^[a-z][a-z0-9-]*$/, 'must be lower case letters, digits and -, e.g. "my-program"');
const tasks = z.int('must be a whole number of tasks').min(1, 'must be 1 or more').max(1e8);
const command = z
  .tuple([text], text, { error: 'must be a list of words, e.g. ["node", "./tasks.mjs"]' })
  .readonly();
/** A name for each entry, e.g. of an environment variable. */
const record = <Value extends z.ZodType>(value: Value, what: string) =>
  z.record(z.string(), value, { error: `must be an object of ${what}` });
const list = <Item extends z.ZodType>(item: Item, what: string) =>
  z.array(item, { error: `must be a list of ${what}` }).min(1, `must have one of ${what} at least`);

const series = strict({
  workload: text,
  tasks: list(tasks, 'numbers of tasks'),
  parameters: list(
    record(z.number('must be a number').min(0, 'must not be negative'), 'numbers by parameter'),
    'sets of parameters',
  ).optional(),
});

const suite = strict({
  id,
  title: text.optional(),
  repeats: z.int('must be a whole number').min(1, 'must be 1 or more').max(1e6).optional(),
  untilSettled: strict({
    precision: z
      .number('must be a share, e.g. 0.02')
      .gt(0, 'must be above 0')
      .lt(1, 'must be below 1')
      .optional(),
    maxRepeats: z
      .int('must be a whole number')
      .min(LEAST_BLOCKS, `must be ${LEAST_BLOCKS} or more`)
      .max(1e6),
    budgetSeconds: z.number('must be a number of seconds').gt(0, 'must be above 0').optional(),
  }).optional(),
  series: list(series, 'series'),
});

const program = strict({
  id,
  title: text.optional(),
  command,
  workloads: list(text, 'workloads that the program has'),
  versionCommand: command.optional(),
  environment: record(z.string('must be a text'), 'texts by variable').optional(),
});

/** What a `tasktax.config` file may say. */
export const configSchema = strict({
  suites: z.array(suite, { error: 'must be a list of suites' }).optional(),
  programs: z.array(program, { error: 'must be a list of programs' }).optional(),
  measure: record(command, 'commands by name').optional(),
  diff: strict({
    failAbove: z
      .string('must be a percentage, e.g. "5%"')
      .regex(/^\d+(\.\d+)? ?%$/, 'must be a percentage, e.g. "5%"')
      .optional(),
  }).optional(),
});

/** The content of a `tasktax.config` file: suites, programs and commands of yours. */
export type TasktaxConfig = z.infer<typeof configSchema>;
