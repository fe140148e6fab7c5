import { readFileSync, readlinkSync } from 'node:fs';
import { processStat } from '@switchyard/platform';

/**
 * A process as others of the same machine can recognise it: `boot/pid namespace/pid/start`, and `/container` within one.
 * It cannot be mistaken for one that got the same pid later, or for one in another container.
 */
export type ProcessName = string;

/** Where a process runs. */
export interface ProcessPlace {
  /** Of the machine's kernel. */
  readonly boot: string;
  readonly pidNamespace: string;
  /** Absent outside a container, and where the container engine does not tell. */
  readonly container?: string;
}

/** Undefined where the system does not tell (only Linux does). */
export function ownProcess(place = ownPlace()): ProcessName | undefined {
  const start = startOf(process.pid);
  if (place === undefined || start === undefined) return undefined;
  const { boot, pidNamespace, container } = place;
  return [boot, pidNamespace, process.pid, start, ...(container === undefined ? [] : [container])].join('/');
}

/**
 * Whether that process is known to be gone. False of one that lives, of one that was stopped and may be continued, and
 * of one on another machine or in another container, of which nothing can be known here. A container that is started
 * again has another pid namespace than before, and nothing of what ran in it before is left.
 */
export function isGone(name: ProcessName, place = ownPlace()): boolean {
  const [boot, pidNamespace, pid, start, container] = name.split('/');
  if (place === undefined || start === undefined || boot !== place.boot) return false;
  if (pidNamespace === place.pidNamespace) return startOf(Number(pid)) !== start;
  return container !== undefined && container === place.container;
}

/**
 * The container's id, by the file that its engine mounts as /etc/hostname (Docker, Podman, containerd); `mounts` as
 * /proc/self/mountinfo has them. A file of the machine that a site mounts there is nobody's id.
 */
export function containerIn(mounts: string): string | undefined {
  const source = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .find((fields) => fields[4] === '/etc/hostname')?.[3];
  return /\/([0-9a-f]{64})\/(?:.*\/)?hostname$/.exec(source ?? '')?.[1];
}

function ownPlace(): ProcessPlace | undefined {
  try {
    return {
      boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      pidNamespace: readlinkSync('/proc/self/ns/pid'),
      container: containerIn(readFileSync('/proc/self/mountinfo', 'utf8')),
    };
  } catch {
    return undefined;
  }
}

/** Of a process that can still run. */
function startOf(pid: number): string | undefined {
  const stat = processStat(pid);
  return stat?.runs === true ? stat.startTicks : undefined;
}
