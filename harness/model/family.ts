/** Families of languages, in no order of merit: charts give each a colour, and the runtimes of one differ in shape. */
export const FAMILIES = ['javascript', 'python', 'rust', 'go', 'jvm', 'beam'] as const;

export type Family = (typeof FAMILIES)[number];
