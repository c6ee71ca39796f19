import { asyncioCost2023 } from './asyncio-cost-2023.ts';
import type { Publication } from './claim.ts';
import { millionTasks2023 } from './million-tasks-2023.ts';
import { millionTasks2024 } from './million-tasks-2024.ts';

/** The publications whose claims are tested against the runs, in order of publication. */
export const allPublications: readonly Publication[] = [
  millionTasks2023,
  asyncioCost2023,
  millionTasks2024,
];
