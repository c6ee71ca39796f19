import { z } from 'zod';

/** The memory of each command in `--export-json`: an array in 1.20, a summary in 2.0, nothing before. */
const schema = z.object({
  results: z.array(
    z.object({
      memory_usage_byte: z.array(z.number()).optional(),
      summary: z
        .object({ memory_peak_resident: z.object({ max: z.number() }).optional() })
        .optional(),
    }),
  ),
});

/** The peak of each command, in bytes; null for a hyperfine that reports none. */
export function parseHyperfineMemory(json: string): readonly (number | null)[] {
  const { results } = schema.parse(JSON.parse(json));
  return results.map(({ memory_usage_byte: peaks = [], summary }) =>
    peaks.length > 0 ? Math.max(...peaks) : (summary?.memory_peak_resident?.max ?? null),
  );
}
