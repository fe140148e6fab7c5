import type { ManagerPacket } from 'asterisk-manager';
import type { MemberSnapshot, QueueSnapshot, WaitingCaller } from '../../queue-node.port';
import { readMember } from './member';
import { queueOf, sipUserOf } from './names';
import { text, whole } from './packet';

/** What the events of one QueueStatus list tell; queues that are not ours are left out. */
export function readSnapshot(list: readonly ManagerPacket[]): readonly QueueSnapshot[] {
  const queues = new Map<string, { members: MemberSnapshot[]; waiting: WaitingCaller[] }>();
  const named = (packet: ManagerPacket) => queues.get(queueOf(text(packet, 'queue')) ?? '');
  for (const packet of list) {
    switch (packet['event']) {
      case 'QueueParams': {
        const queue = queueOf(text(packet, 'queue'));
        if (queue !== undefined) queues.set(queue, { members: [], waiting: [] });
        break;
      }
      case 'QueueMember': {
        const member = readMember(packet);
        if (member !== undefined) named(packet)?.members.push(member);
        break;
      }
      case 'QueueEntry':
        // An agent who dials a queue is no caller.
        if (sipUserOf(text(packet, 'channel')) !== undefined) break;
        named(packet)?.waiting.push({
          callId: text(packet, 'uniqueid'),
          position: whole(packet, 'position'),
          priority: whole(packet, 'priority'),
          waitedSeconds: whole(packet, 'wait'),
        });
        break;
    }
  }
  return [...queues].map(([queue, { members, waiting }]) => ({ queue, members, waiting }));
}
