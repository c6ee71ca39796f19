import { z } from 'zod';
import { UsageError } from '../model/usage-error.ts';
import { plainText } from '../text/plain-text.ts';
import { type ComparisonFacts, comparisonFacts } from './comparison-facts.ts';
import { SCHEMA_VERSION, UNNAMED_VERSION } from './schema-version.ts';

/** The content of the descriptor of a results folder. */
export interface Descriptor {
  readonly facts: ComparisonFacts;
  readonly schemaVersion: number;
  /** The columns of each table, by their names in the CSV. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

export const DESCRIPTOR = 'datapackage.json';

const ofTasktax = z.object({ tasktax: z.looseObject({}) });

/** Fields that every version must keep, so that older versions can name the version in their error message. */
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
 * Parses a descriptor.
 *
 * @throws UsageError when tasktax did not write it, when it is damaged, or when its schema is newer.
 */
export function readDescriptor(text: string): Descriptor {
  const value = parseJson(text);
  if (!ofTasktax.safeParse(value).success) {
    throw new UsageError(`${DESCRIPTOR} was not written by tasktax`);
  }
  const { schemaVersion, writtenBy, harnessVersion } = checked(origin, value).tasktax;
  if (schemaVersion > SCHEMA_VERSION) {
    const version = plainText(writtenBy ?? harnessVersion ?? 'of a later version');
    throw new UsageError(
      `written by tasktax ${version}, with a newer schema than this version can read (${schemaVersion}, not ${SCHEMA_VERSION}): read it with tasktax ${version}`,
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
