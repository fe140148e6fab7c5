import type { Lab } from '@switchyard/testing';

/** One queue as Asterisk itself tells it. */
export interface QueueFloor {
  readonly queue: string;
  /** Channels in the order of their positions. */
  readonly waiting: readonly string[];
  /** SIP users. */
  readonly members: readonly string[];
  /** Those of them whose phone rings or talks, or is taken to. */
  readonly engaged: readonly string[];
}

export async function queueFloor(lab: Lab): Promise<QueueFloor[]> {
  return parseQueueFloor(await lab.asterisk.console('queue show'));
}

/** Reads `queue show`. */
export function parseQueueFloor(text: string): QueueFloor[] {
  const floors: { queue: string; waiting: string[]; members: string[]; engaged: string[] }[] = [];
  for (const line of text.split('\n')) {
    const queue = /^q-([a-z]+)\s+has \d+ calls/.exec(line)?.[1];
    if (queue !== undefined) {
      floors.push({ queue, waiting: [], members: [], engaged: [] });
      continue;
    }
    const floor = floors.at(-1);
    const caller = /^\s+\d+\. (\S+) \(wait:/.exec(line)?.[1];
    const member = /^\s+.*\bPJSIP\/agent-(\d{4})\b/.exec(line)?.[1] ?? /^\s+agent-(\d{4})\b/.exec(line)?.[1];
    if (caller !== undefined) floor?.waiting.push(caller);
    else if (member !== undefined) {
      floor?.members.push(member);
      if (/\((?:In use|Ringing|Busy|On Hold)\b/i.test(line) || line.includes('(in call)'))
        floor?.engaged.push(member);
    }
  }
  return floors;
}
