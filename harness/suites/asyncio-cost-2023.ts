import type { Suite } from '../model/suite.ts';
import { suite as asyncioCost } from './asyncio-cost.ts';

/** The asyncio post on its own terms: its tests, under the version of CPython that it used. */
export const suite: Suite = {
  ...asyncioCost,
  id: 'asyncio-cost-2023',
  title: () => "the asyncio post's four tests, under the CPython 3.8 that it used",
  runtimes: ['python-asyncio@3.8', 'python-uvloop@3.8'],
};
