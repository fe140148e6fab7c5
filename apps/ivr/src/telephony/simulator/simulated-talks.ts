import type { AgentsCall } from '../queue-node.port';
import type { Scheduler } from '../scheduler';
import type { SimulatedFloor } from './simulated-floor';
import { seconds, type TellQueueEvent } from './simulated-phone';

export interface SimulatedTalk {
  readonly call: AgentsCall;
  /** Undefined where the agent got the caller by a transfer. */
  readonly waitedSeconds: number | undefined;
  readonly since: number;
  heldMs: number;
  heldSince: number | undefined;
  readonly timers: (() => void)[];
}

export interface SimulatedTalksParts {
  readonly scheduler: Scheduler;
  readonly floor: SimulatedFloor;
  readonly tell: TellQueueEvent;
  readonly onAgentHangsUp: (talk: SimulatedTalk) => void;
}

/** As `wrapuptime` in deploy/asterisk/conf/queues.conf, milliseconds. */
export const WRAP_UP = 5_000;

/** Talks between callers and agents, by the agent. */
export class SimulatedTalks {
  private readonly talks = new Map<string, SimulatedTalk>();

  constructor(private readonly parts: SimulatedTalksParts) {}

  all(): readonly AgentsCall[] {
    return [...this.talks.values()].map(({ call }) => call);
  }

  ofAgent(sipUser: string): SimulatedTalk | undefined {
    return this.talks.get(sipUser);
  }

  ofCaller(callId: string): SimulatedTalk | undefined {
    return [...this.talks.values()].find(({ call }) => call.callId === callId);
  }

  /** `restMs`: when the agent hangs up; default as its phone does. */
  begin(call: AgentsCall, waitedSeconds?: number, restMs?: number): void {
    const { scheduler, floor } = this.parts;
    const since = scheduler.now();
    const timers: (() => void)[] = [];
    const talk: SimulatedTalk = { call, waitedSeconds, since, heldMs: 0, heldSince: undefined, timers };
    this.talks.set(call.sipUser, talk);
    floor.setPhone(call.sipUser, 'talking');
    const { talkMs, hold } = floor.mannerOf(call.sipUser) ?? {};
    if (hold !== undefined) {
      timers.push(scheduler.after(hold.afterMs, () => this.hold(talk)));
      timers.push(scheduler.after(hold.afterMs + hold.forMs, () => this.resume(talk)));
    }
    const length = restMs ?? talkMs;
    if (length !== undefined) timers.push(scheduler.after(length, () => this.parts.onAgentHangsUp(talk)));
  }

  end(talk: SimulatedTalk, endedBy: 'caller' | 'agent' | 'transfer'): void {
    const { scheduler, floor, tell } = this.parts;
    const { call, since, waitedSeconds, heldSince } = talk;
    const now = scheduler.now();
    talk.timers.forEach((cancel) => cancel());
    this.talks.delete(call.sipUser);
    const heldMs = talk.heldMs + (heldSince === undefined ? 0 : now - heldSince);
    const talkSeconds = seconds(now - since - heldMs);
    const holdSeconds = seconds(heldMs);
    if (waitedSeconds === undefined) tell({ type: 'transfer-completed', ...call, talkSeconds, holdSeconds });
    else tell({ type: 'agent-completed', ...call, waitedSeconds, talkSeconds, holdSeconds, endedBy });
    const member = floor.find(call.queue, call.sipUser);
    if (member !== undefined) member.callsTaken += 1;
    floor.setPhone(call.sipUser, 'idle', now + WRAP_UP);
  }

  hold(talk: SimulatedTalk): void {
    if (talk.heldSince !== undefined) return;
    talk.heldSince = this.parts.scheduler.now();
    this.parts.tell({ type: 'held', ...talk.call });
  }

  resume(talk: SimulatedTalk): void {
    if (talk.heldSince === undefined) return;
    talk.heldMs += this.parts.scheduler.now() - talk.heldSince;
    talk.heldSince = undefined;
    this.parts.tell({ type: 'resumed', ...talk.call });
  }
}
