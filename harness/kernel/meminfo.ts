import { labelledNumber } from './labelled-number.ts';
import { readSetting } from './read-setting.ts';

/** The machine's memory as the kernel reports it (proc_meminfo(5)); undefined where there is no such file. */
export function readMeminfo(): string | undefined {
  return readSetting('/proc/meminfo');
}

/** A field of `/proc/meminfo` in bytes; undefined when it is not there. */
export function meminfoBytes(meminfo: string | undefined, field: string): number | undefined {
  return labelledNumber(meminfo ?? '', field, 'kB');
}
