import type { TasktaxConfig } from './config-schema.ts';

export type { TasktaxConfig };

/** Lets an editor check and complete a `tasktax.config.ts`: `export default defineConfig({ … })`. */
export function defineConfig(config: TasktaxConfig): TasktaxConfig {
  return config;
}
