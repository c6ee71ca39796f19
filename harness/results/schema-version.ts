/**
 * The version of the tables' schema that this tasktax writes. It goes up when a reader of the version before would
 * misread the new tables: a column is renamed, changes its meaning, or a new one is required. A new column that may be
 * empty needs no new version: older readers leave it out, newer ones read older folders with it empty.
 */
export const SCHEMA_VERSION = 2;

/** The version of folders that do not name one. */
export const UNNAMED_VERSION = 1;
