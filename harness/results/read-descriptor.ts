import { z } from 'zod';
import { UsageError } from '../model/usage-error.ts';
import { plainText } from '../text/plain-text.ts';
import { type ComparisonFacts, comparisonFacts } from './comparison-facts.ts';
import { SCHEMA_VERSION, UNNAMED_VERSION } from './schema-version.ts';

/** What the descriptor of a results folder says. */
export interface Descriptor {
  readonly facts: ComparisonFacts;
  readonly schemaVersion: number;
  /** The columns of each table, as they are called in the CSV. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

export const DESCRIPTOR = 'datapackage.json';

const ofTasktax = z.object({ tasktax: z.looseObject({}) });

/** What every version must keep, so that older ones can refuse it in a sensible line. */
const origin = z.object({
  tasktax: z.object({
    schemaVersion: z.int().min(UNNAMED_VERSION).default(UNNAMED_VERSION),
    writtenBy: z.string().optional(),
    harnessVersion: z.string().optional(),
  }),
});

const content = z.object({
  tasktax: comparisonFacts,
  resources: z.array(
    z.object({
      name: z.string(),
      schema: z.object({ fields: z.array(z.object({ name: z.string() })) }),
    }),
  ),
});

/**
 * Reads a descriptor.
 *
 * @throws UsageError for one that is not of tasktax, is damaged, or is of a newer schema.
 */
export function readDescriptor(text: string): Descriptor {
  const value = parseJson(text);
  if (!ofTasktax.safeParse(value).success) {
    throw new UsageError(`${DESCRIPTOR} is not one of tasktax`);
  }
  const { schemaVersion, writtenBy, harnessVersion } = checked(origin, value).tasktax;
  if (schemaVersion > SCHEMA_VERSION) {
    const version = plainText(writtenBy ?? harnessVersion ?? 'of a later version');
    throw new UsageError(
      `written by tasktax ${version}, in a newer form than this version reads (schema ${schemaVersion}, not ${SCHEMA_VERSION}): read it with tasktax ${version}`,
    );
  }
  const { tasktax: facts, resources } = checked(content, value);
  const columns = resources.map(
    ({ name, schema }) => [name, new Set(schema.fields.map((field) => field.name))] as const,
  );
  return { facts, schemaVersion, columns: new Map(columns) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${DESCRIPTOR}: ${error.message}`);
    throw error;
  }
}

function checked<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new UsageError(
    `${DESCRIPTOR}, "${place}": ${issue?.message}; it was edited after tasktax wrote it`,
  );
}
