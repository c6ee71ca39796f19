import { expect, test } from 'vitest';
import { COUNTERS, type CounterDeclaration, type CounterName } from './counters.ts';
import { type ProcessFiles, parseCounter, parseCounters } from './parse-counters.ts';
import { parseProcStat } from './proc-stat.ts';

const STATUS = `Name:	node
Umask:	0022
State:	S (sleeping)
VmPeak:	 1068472 kB
VmSize:	 1068472 kB
VmHWM:	   58240 kB
VmRSS:	   57212 kB
RssFile:	   41000 kB
VmPTE:	     684 kB
VmSwap:	      12 kB
Threads:	7
voluntary_ctxt_switches:	66
nonvoluntary_ctxt_switches:	3
`;

const ROLLUP = `00400000-7ffd5a1f3000 ---p 00000000 00:00 0                          [rollup]
Rss:               57212 kB
Pss:               33108 kB
Pss_Dirty:          9000 kB
Shared_Clean:      45000 kB
Private_Clean:      3000 kB
Private_Dirty:      9212 kB
`;

const STAT =
  '77 (evil) S 1 () S 1 4242 4242 0 -1 4194304 100 20 3 4 250 50 10 5 20 0 7 0 12345 1094115328 14303 1';

const FILES: ProcessFiles = {
  stat: parseProcStat(STAT),
  status: STATUS,
  smaps_rollup: ROLLUP,
  'task/status': [STATUS, STATUS],
};

test('every counter of a process: kilobytes become bytes, ticks become seconds', () => {
  expect(parseCounters(FILES)).toEqual({
    processes: 1,
    threads: 7,
    rssBytes: 57212 * 1024,
    pssBytes: 33108 * 1024,
    privateBytes: 12212 * 1024,
    peakRssBytes: 58240 * 1024,
    fileRssBytes: 41000 * 1024,
    pageTableBytes: 684 * 1024,
    swapBytes: 12 * 1024,
    userCpuSeconds: 2.6,
    systemCpuSeconds: 0.55,
    minorFaults: 120,
    majorFaults: 7,
    // "voluntary" is not found inside "nonvoluntary".
    voluntarySwitches: 2 * 66,
    involuntarySwitches: 2 * 3,
    rollupRssBytes: 57212 * 1024,
  });
});

test('a zombie has no memory to tell of', () => {
  const status = 'Name:	node\nState:	Z (zombie)\nThreads:	1\n';
  expect(parseCounters({ ...FILES, status })).toBeUndefined();
});

test('a name cannot pose as a field', () => {
  // The kernel escapes newlines in names, so a name is always one line.
  const status = STATUS.replace('Name:	node', 'Name:	VmHWM: 1 kB');
  expect(parseCounters({ ...FILES, status })?.peakRssBytes).toBe(58240 * 1024);
});

test('what cannot be read is unknown, and is not 0', () => {
  expect(parseCounters({ ...FILES, smaps_rollup: undefined })).toMatchObject({
    pssBytes: null,
    privateBytes: null,
    rollupRssBytes: null,
    rssBytes: 57212 * 1024,
  });
  const status = STATUS.replace(/^VmSwap.*\n/m, '');
  expect(parseCounters({ ...FILES, status })?.swapBytes).toBeNull();
});

test('a process with no file has no counter but that it is one', () => {
  const declarations: [string, CounterDeclaration][] = Object.entries(COUNTERS);
  for (const [name] of declarations.filter(([, { source }]) => source.file !== 'none')) {
    expect(parseCounter(name as CounterName, {}), name).toBeNull();
  }
});
