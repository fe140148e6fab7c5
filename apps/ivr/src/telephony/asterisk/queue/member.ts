import type { ManagerPacket } from 'asterisk-manager';
import type { MemberSnapshot, PhoneState } from '../../queue-node.port';
import { queueOf, sipUserOf } from './names';
import { text, whole } from './packet';

/** Asterisk's device states by their number. */
const PHONE_STATES: readonly PhoneState[] = [
  'unknown',
  'idle',
  'talking',
  'talking',
  'unreachable',
  'unreachable',
  'ringing',
  'ringing',
  'on-hold',
];

/** From QueueMemberStatus and its like, or from a QueueStatus list; undefined when it is no queue or agent of ours. */
export function readMember(packet: ManagerPacket): MemberSnapshot | undefined {
  const queue = queueOf(text(packet, 'queue'));
  const sipUser = sipUserOf(text(packet, 'interface') || text(packet, 'location'));
  if (queue === undefined || sipUser === undefined) return undefined;
  return {
    queue,
    sipUser,
    penalty: whole(packet, 'penalty'),
    paused: text(packet, 'paused') === '1',
    pauseReason: text(packet, 'pausedreason'),
    phone: PHONE_STATES[whole(packet, 'status')] ?? 'unknown',
    callsTaken: whole(packet, 'callstaken'),
  };
}
