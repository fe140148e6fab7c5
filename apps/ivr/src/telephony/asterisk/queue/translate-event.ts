import type { ManagerPacket } from 'asterisk-manager';
import type { AgentsCall, QueueEvent } from '../../queue-node.port';
import {
  consultedChannel,
  leftReason,
  legEvents,
  takenOver,
  targetOfExtension,
  transferred,
} from './dialplan-event';
import { readMember } from './member';
import { queueOf, sipUserOf } from './names';
import { text, timeOf, whole } from './packet';
import { TalkBook } from './talk-book';

/** AMI's events in our words. Keeps who talks with whom; knows nothing but what it was told. */
export class EventTranslator {
  readonly talks = new TalkBook();
  /** app_queue tells of an abandoned call in other cases too: whether the caller hung up shows a moment later. */
  private readonly perhapsAbandoned = new Map<string, QueueEvent>();
  private readonly registered = new Map<string, boolean>();

  /** After a loss of the link. */
  clear(): void {
    this.talks.clear();
    this.perhapsAbandoned.clear();
  }

  /** `now`: milliseconds since the epoch, for a packet without a time. */
  translate(packet: ManagerPacket, now: number): readonly QueueEvent[] {
    const at = timeOf(packet, now);
    switch (packet['event']) {
      case 'QueueCallerJoin':
        return this.inQueue(packet, (callId, queue) => [
          { type: 'caller-joined', callId, queue, position: whole(packet, 'position'), at },
        ]);
      case 'QueueCallerAbandon':
        this.inQueue(packet, (callId, queue) => {
          const waitedSeconds = whole(packet, 'holdtime');
          const position = whole(packet, 'position');
          const event: QueueEvent = { type: 'caller-abandoned', callId, queue, waitedSeconds, position, at };
          this.perhapsAbandoned.set(callId, event);
          return [];
        });
        return [];
      case 'AgentCalled':
        return this.withAgent(packet, (call) => {
          this.talks.rings(call);
          return [{ type: 'agent-called', ...call, at }];
        });
      case 'AgentRingNoAnswer':
        return this.withAgent(packet, ({ agentCallId, ...call }) => {
          this.talks.answersNot(agentCallId);
          const ringSeconds = Math.round(whole(packet, 'ringtime') / 1_000);
          return [{ type: 'ring-no-answer', ...call, ringSeconds, at }];
        });
      case 'AgentConnect':
        return this.withAgent(packet, (call) => {
          const waitedSeconds = whole(packet, 'holdtime');
          this.talks.begin(call, at, waitedSeconds);
          const ringSeconds = whole(packet, 'ringtime');
          return [
            ...this.ringEnded(call.callId, at),
            { type: 'agent-connected', ...call, waitedSeconds, ringSeconds, at },
          ];
        });
      case 'AgentComplete':
        return this.completed(packet, at);
      case 'Hold': {
        const call = this.talks.hold(text(packet, 'uniqueid'), at);
        return call === undefined ? [] : [{ type: 'held', ...call, at }];
      }
      case 'Unhold': {
        const call = this.talks.resume(text(packet, 'uniqueid'), at);
        return call === undefined ? [] : [{ type: 'resumed', ...call, at }];
      }
      case 'BlindTransfer':
        return this.blindTransfer(packet, at);
      case 'AttendedTransfer':
        return this.attendedTransfer(packet, at);
      case 'UserEvent':
        return this.fromDialplan(packet, at);
      case 'QueueMemberStatus':
      case 'QueueMemberAdded':
      case 'QueueMemberPause':
      case 'QueueMemberPenalty': {
        const member = readMember(packet);
        return member === undefined ? [] : [{ type: 'member-state', ...member, at }];
      }
      case 'QueueMemberRemoved': {
        const member = readMember(packet);
        if (member === undefined) return [];
        return [{ type: 'member-removed', queue: member.queue, sipUser: member.sipUser, at }];
      }
      case 'ContactStatus':
        return this.registration(packet, at);
      default:
        return [];
    }
  }

  private inQueue(
    packet: ManagerPacket,
    make: (callId: string, queue: string) => readonly QueueEvent[],
  ): readonly QueueEvent[] {
    const callId = text(packet, 'uniqueid');
    const queue = queueOf(text(packet, 'queue'));
    // An agent who dials a queue is no caller.
    const internal = sipUserOf(text(packet, 'channel')) !== undefined;
    return callId === '' || queue === undefined || internal ? [] : make(callId, queue);
  }

  private withAgent(
    packet: ManagerPacket,
    make: (call: AgentsCall) => readonly QueueEvent[],
  ): readonly QueueEvent[] {
    return this.inQueue(packet, (callId, queue) => {
      const sipUser = sipUserOf(text(packet, 'interface'));
      const agentCallId = text(packet, 'destuniqueid');
      return sipUser === undefined ? [] : make({ callId, queue, sipUser, agentCallId });
    });
  }

  private completed(packet: ManagerPacket, at: number): readonly QueueEvent[] {
    const sipUser = sipUserOf(text(packet, 'interface'));
    if (sipUser === undefined) return [];
    const told = { sipUser, callId: text(packet, 'uniqueid'), agentCallId: text(packet, 'destuniqueid') };
    if (this.talks.wasToldOver(told)) return [];
    const talk = this.talks.meant(told);
    if (talk !== undefined) return [this.ended(packet, talk, at)];
    return this.withAgent(packet, (call) => [this.ended(packet, call, at)]);
  }

  private ended(packet: ManagerPacket, call: AgentsCall, at: number): QueueEvent {
    const ended = this.talks.end(call.agentCallId, at, true);
    const holdSeconds = ended?.holdSeconds ?? 0;
    const reason = text(packet, 'reason');
    // app_queue takes the hang-up that completes a consultation for the agent's own.
    const endedBy =
      reason === 'transfer' || (reason === 'agent' && ended?.consulting)
        ? 'transfer'
        : reason === 'agent'
          ? 'agent'
          : 'caller';
    return {
      type: 'agent-completed',
      ...call,
      waitedSeconds: whole(packet, 'holdtime'),
      talkSeconds: Math.max(0, whole(packet, 'talktime') - holdSeconds),
      holdSeconds,
      ...(ended?.holdKnown === true ? {} : { holdUnknown: true as const }),
      endedBy,
      at,
    };
  }

  private ringEnded(callId: string, at: number): readonly QueueEvent[] {
    return this.talks.takeRinging(callId).map((call) => ({ type: 'ring-ended', ...call, at }));
  }

  private blindTransfer(packet: ManagerPacket, at: number): readonly QueueEvent[] {
    const giver = this.talks.giver(text(packet, 'transfereruniqueid'));
    const target = targetOfExtension(text(packet, 'extension'));
    if (text(packet, 'result') !== 'Success' || giver === undefined || target === undefined) return [];
    this.talks.gives(giver.agentCallId);
    return [transferred(giver, target, 'blind', at)];
  }

  /** By the agent's own phone (REFER with Replaces). */
  private attendedTransfer(packet: ManagerPacket, at: number): readonly QueueEvent[] {
    const giver = this.talks.giver(text(packet, 'origtransfereruniqueid'));
    const target = consultedChannel(text(packet, 'transfertargetchannel'));
    if (text(packet, 'result') !== 'Success' || giver === undefined || target === undefined) return [];
    return [transferred(giver, target, 'attended', at), ...takenOver(this.talks, giver, target, at)];
  }

  /** What extensions-queue.conf tells by UserEvent. */
  private fromDialplan(packet: ManagerPacket, at: number): readonly QueueEvent[] {
    const channel = text(packet, 'uniqueid');
    switch (text(packet, 'userevent')) {
      case 'QueueLeft': {
        const reason = leftReason(packet);
        if (reason === undefined) return [];
        this.perhapsAbandoned.delete(channel);
        this.talks.forget(channel);
        const sipUser = text(packet, 'agent');
        return [
          ...this.ringEnded(channel, at),
          {
            type: 'caller-left',
            callId: channel,
            queue: text(packet, 'queue'),
            reason,
            ...(sipUser === '' ? {} : { sipUser }),
            at,
          },
        ];
      }
      case 'CallerOver': {
        const abandoned = this.perhapsAbandoned.get(channel) ?? gaveUpEntering(packet, channel, at);
        this.perhapsAbandoned.delete(channel);
        this.talks.forget(channel);
        return [...this.ringEnded(channel, at), ...(abandoned === undefined ? [] : [abandoned])];
      }
      default:
        return legEvents(packet, this.talks, at);
    }
  }

  private registration(packet: ManagerPacket, at: number): readonly QueueEvent[] {
    const sipUser = sipUserOf(text(packet, 'aor'));
    if (sipUser === undefined) return [];
    const status = text(packet, 'contactstatus');
    const registered = status !== 'Removed' && status !== 'Unreachable';
    if (this.registered.get(sipUser) === registered) return [];
    this.registered.set(sipUser, registered);
    return [{ type: registered ? 'phone-registered' : 'phone-unregistered', sipUser, at }];
  }
}

/** A caller who hung up on the way into a queue, while it was told of recording and wait. */
function gaveUpEntering(packet: ManagerPacket, callId: string, at: number): QueueEvent | undefined {
  if (text(packet, 'entering') !== '1') return undefined;
  return {
    type: 'caller-abandoned',
    callId,
    queue: text(packet, 'queue'),
    waitedSeconds: 0,
    position: 0,
    at,
  };
}
