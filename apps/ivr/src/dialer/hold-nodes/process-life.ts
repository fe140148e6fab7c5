import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

/** Clock ticks from boot to the start of a process that can still run (proc(5), field 22 of stat). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name may hold spaces and brackets: fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isDead = fields[0] === 'Z' || fields[0] === 'X';
    // Of a killed process the first thread may be gone while others still hold its sockets.
    return isDead && readdirSync(`/proc/${pid}/task`).length <= 1 ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
