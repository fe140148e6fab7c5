import { readFileSync, readlinkSync } from 'node:fs';
import { processStat } from '@switchyard/platform';

/**
 * A process as others of the same machine can recognise it: `boot/pid namespace/pid/start`. It cannot be mistaken for
 * one that got the same pid later, or for one in another container.
 */
export type ProcessName = string;

/** Undefined where the system does not tell (only Linux does). */
export function ownProcess(): ProcessName | undefined {
  const place = ownPlace();
  const start = startOf(process.pid);
  return place === undefined || start === undefined ? undefined : `${place}/${process.pid}/${start}`;
}

/**
 * Whether that process is known to be gone. False of one that lives, of one that was stopped and may be continued, and
 * of one on another machine or in another container, of which nothing can be known here.
 */
export function isGone(name: ProcessName): boolean {
  const place = ownPlace();
  const [boot, namespace, pid, start] = name.split('/');
  if (place === undefined || start === undefined || place !== `${boot}/${namespace}`) return false;
  return startOf(Number(pid)) !== start;
}

function ownPlace(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** Of a process that can still run. */
function startOf(pid: number): string | undefined {
  const stat = processStat(pid);
  return stat?.runs === true ? stat.startTicks : undefined;
}
