import type { ManagerPacket } from 'asterisk-manager';
import type { AgentsCall, QueueEvent, TransferTarget } from '../../queue-node.port';
import { QUEUE_LEFT_REASONS } from '../../telephony.port';
import { sipUserOf } from './names';
import { text } from './packet';
import type { TalkBook } from './talk-book';
import { targetOf } from './transfer-target';

/** A transferred caller keeps the trunk that the dialplan falls back to. */
const TRUNK = 'trunk';

export function transferred(
  { callId, queue, sipUser }: AgentsCall,
  target: TransferTarget,
  mode: 'blind' | 'attended',
  at: number,
): QueueEvent {
  return { type: 'transferred', callId, queue, from: sipUser, target, mode, at };
}

/** Whom a caller was given to: an extension of the dialplan. */
export const targetOfExtension = (extension: string): TransferTarget | undefined =>
  targetOf(extension, TRUNK);

/** `sipUser` talks with the caller who was given to it, on the leg that the book knows; nothing where it knows none. */
export function takenOver(
  talks: TalkBook,
  { callId, queue }: AgentsCall,
  target: TransferTarget,
  at: number,
): readonly QueueEvent[] {
  const agentCallId = target.kind === 'agent' ? talks.legOf(target.sipUser) : undefined;
  if (target.kind !== 'agent' || agentCallId === undefined) return [];
  return [answered(talks, { callId, queue, sipUser: target.sipUser, agentCallId }, at)];
}

/** What extensions-queue.conf tells of agents' legs and consultations by UserEvent, in our words. */
export function legEvents(packet: ManagerPacket, talks: TalkBook, at: number): readonly QueueEvent[] {
  const channel = text(packet, 'uniqueid');
  switch (text(packet, 'userevent')) {
    case 'AgentLegUp': {
      const callId = text(packet, 'callid');
      const sipUser = text(packet, 'agent');
      if (callId !== '') {
        return [answered(talks, { callId, queue: text(packet, 'queue'), sipUser, agentCallId: channel }, at)];
      }
      talks.legUp(sipUser, channel);
      return [];
    }
    case 'AgentLegOver': {
      talks.legOver(channel);
      const talk = talks.end(channel, at);
      if (talk === undefined) return [];
      const { call, totalSeconds, holdSeconds, holdKnown } = talk;
      const talkSeconds = Math.max(0, totalSeconds - holdSeconds);
      const unknown = holdKnown ? {} : { holdUnknown: true as const };
      return [{ type: 'transfer-completed', ...call, talkSeconds, holdSeconds, ...unknown, at }];
    }
    case 'ConsultBegan': {
      const call = talks.consults(channel, at);
      return call === undefined ? [] : [{ type: 'held', ...call, at }];
    }
    case 'ConsultBack': {
      const call = talks.comesBack(channel, at);
      return call === undefined ? [] : [{ type: 'resumed', ...call, at }];
    }
    case 'ConsultGiven':
      return given(packet, talks, at);
    case 'ConsultOver':
      return consultOver(channel, talks, at);
    default:
      return [];
  }
}

/** An agent's leg that a consultation was on is over: the queue tells the end of the talk too, or says nothing. */
export const isConsultOver = (packet: ManagerPacket): boolean => text(packet, 'userevent') === 'ConsultOver';

/** Why a caller's stay ended, where the dialplan says one of our reasons. */
export const leftReason = (packet: ManagerPacket) =>
  QUEUE_LEFT_REASONS.find((one) => one === text(packet, 'reason'));

function answered(talks: TalkBook, call: AgentsCall, at: number): QueueEvent {
  talks.begin(call, at);
  return { type: 'transfer-answered', ...call, at };
}

/** Where nobody has answered yet, the dialplan goes on as after a blind transfer. */
function given(packet: ManagerPacket, talks: TalkBook, at: number): readonly QueueEvent[] {
  const giver = talks.giver(text(packet, 'leg'));
  const target = targetOfExtension(text(packet, 'to'));
  if (giver === undefined || target === undefined) return [];
  if (text(packet, 'with') === '') return [transferred(giver, target, 'blind', at)];
  return [transferred(giver, target, 'attended', at), ...takenOver(talks, giver, target, at)];
}

/** app_queue says nothing where the phone itself transferred the caller after a consultation. */
function consultOver(agentCallId: string, talks: TalkBook, at: number): readonly QueueEvent[] {
  const talk = talks.endUntold(agentCallId, at);
  if (talk === undefined) return [];
  const { call, waitedSeconds = 0, holdSeconds, totalSeconds, consulting } = talk;
  const talkSeconds = Math.max(0, totalSeconds - holdSeconds);
  const endedBy = consulting ? 'transfer' : 'agent';
  return [{ type: 'agent-completed', ...call, waitedSeconds, talkSeconds, holdSeconds, endedBy, at }];
}

/** Whom an agent consulted by its own phone, from the channel's name. */
export function consultedChannel(channel: string): TransferTarget | undefined {
  const sipUser = sipUserOf(channel);
  return sipUser === undefined ? undefined : { kind: 'agent', sipUser };
}
