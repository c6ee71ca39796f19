/**
 * The schema version of the tables that this tasktax writes. Raise it when older readers would misread new tables: when a
 * column is renamed, changes its meaning, or becomes required. A new column that may be empty needs no new version: older
 * readers ignore it, and newer readers treat it as empty in older folders.
 */
export const SCHEMA_VERSION = 2;

/** The schema version of folders that do not state one. */
export const UNNAMED_VERSION = 1;
