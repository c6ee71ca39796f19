import { expect, test } from 'vitest';
import { parseProcStatus, parseSwitches } from './proc-status.ts';

const STATUS = `Name:	node
Umask:	0022
State:	S (sleeping)
VmPeak:	 1068472 kB
VmSize:	 1068472 kB
VmHWM:	   58240 kB
VmRSS:	   57212 kB
VmPTE:	     684 kB
VmSwap:	      12 kB
Threads:	7
voluntary_ctxt_switches:	66
nonvoluntary_ctxt_switches:	3
`;

test('kilobytes become bytes', () => {
  expect(parseProcStatus(STATUS)).toEqual({
    rssBytes: 57212 * 1024,
    peakRssBytes: 58240 * 1024,
    pageTableBytes: 684 * 1024,
    swapBytes: 12 * 1024,
    threads: 7,
  });
});

test('a zombie has no memory to tell of', () => {
  expect(parseProcStatus('Name:	node\nState:	Z (zombie)\nThreads:	1\n')).toBeUndefined();
});

test('a name cannot pose as a field', () => {
  // The kernel escapes newlines in names, so a name is always one line.
  const text = STATUS.replace('Name:	node', 'Name:	VmHWM: 1 kB');
  expect(parseProcStatus(text)?.peakRssBytes).toBe(58240 * 1024);
});

test('switches of a thread; "voluntary" is not found inside "nonvoluntary"', () => {
  expect(parseSwitches(STATUS)).toEqual({ voluntary: 66, involuntary: 3 });
});
