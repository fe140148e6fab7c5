import type { AgentsCall } from '../../queue-node.port';

/** Milliseconds since the epoch. */
interface Talk extends AgentsCall {
  readonly since: number;
  /** How long the caller had waited in the queue; undefined where no queue tells of the talk's end. */
  readonly waitedSeconds: number | undefined;
  /** Not so of a talk that went on already when the PBX was reached. */
  readonly seenBegin: boolean;
  heldSince: number | undefined;
  heldMs: number;
  /** `now`: the agent talks with another before it hands the caller on, or back. */
  consultation: 'none' | 'now' | 'past';
  /** How many consultations have begun. */
  consultations: number;
}

/** A talk that is over; whole seconds. */
export interface EndedTalk {
  readonly call: AgentsCall;
  readonly consulting: boolean;
  readonly waitedSeconds: number | undefined;
  readonly holdSeconds: number;
  /** What was on hold before it was seen is not known. */
  readonly holdKnown: boolean;
  readonly totalSeconds: number;
}

/** A talk as app_queue tells of its end: the ids of channels that are gone by then are empty. */
export type PartlyTold = Pick<AgentsCall, 'sipUser' | 'callId' | 'agentCallId'>;

/** Who talks with whom, and how long it was on hold; keyed by the channel to the agent's phone. */
export class TalkBook {
  private readonly talks = new Map<string, Talk>();
  private readonly ringing = new Map<string, AgentsCall>();
  /** Talks that ended by a transfer, until it is told to whom; by the agent's channel. */
  private readonly given = new Map<string, AgentsCall>();
  /** Legs between agents, by the called agent: what a consultation may become. */
  private readonly legs = new Map<string, string>();
  /** Talks that were told to be over before app_queue said so; by the agent's channel. */
  private readonly toldOver = new Map<string, AgentsCall>();

  clear(): void {
    for (const map of [this.talks, this.ringing, this.given, this.legs, this.toldOver]) map.clear();
  }

  all(): readonly AgentsCall[] {
    return [...this.talks.values()].map(bare);
  }

  rings(call: AgentsCall): void {
    this.ringing.set(call.agentCallId, call);
  }

  /** That phone rings no longer. */
  answersNot(agentCallId: string): void {
    this.ringing.delete(agentCallId);
  }

  /** Takes the phones that still ring for that caller. */
  takeRinging(callId: string): readonly AgentsCall[] {
    const found = [...this.ringing.values()].filter((call) => call.callId === callId);
    for (const { agentCallId } of found) this.ringing.delete(agentCallId);
    return found;
  }

  begin(call: AgentsCall, at: number, waitedSeconds?: number, seenBegin = true): void {
    this.ringing.delete(call.agentCallId);
    this.talks.set(call.agentCallId, {
      ...call,
      since: at,
      waitedSeconds,
      seenBegin,
      heldSince: undefined,
      heldMs: 0,
      consultation: 'none',
      consultations: 0,
    });
  }

  /** Undefined when nobody talks there, or nothing changes. */
  hold(agentCallId: string, at: number): AgentsCall | undefined {
    const talk = this.talks.get(agentCallId);
    if (talk === undefined || talk.heldSince !== undefined) return undefined;
    talk.heldSince = at;
    return bare(talk);
  }

  resume(agentCallId: string, at: number): AgentsCall | undefined {
    const talk = this.talks.get(agentCallId);
    if (talk?.heldSince === undefined) return undefined;
    talk.heldMs += at - talk.heldSince;
    talk.heldSince = undefined;
    return bare(talk);
  }

  /** The caller waits from now on while the agent talks with another. @returns as `hold` */
  consults(agentCallId: string, at: number): AgentsCall | undefined {
    const talk = this.talks.get(agentCallId);
    if (talk !== undefined) {
      talk.consultation = 'now';
      talk.consultations += 1;
    }
    return this.hold(agentCallId, at);
  }

  /** The agent is back with the caller. @returns as `resume` */
  comesBack(agentCallId: string, at: number): AgentsCall | undefined {
    const talk = this.talks.get(agentCallId);
    if (talk !== undefined) talk.consultation = 'past';
    return this.resume(agentCallId, at);
  }

  consultationOf(agentCallId: string): Talk['consultation'] {
    return this.talks.get(agentCallId)?.consultation ?? 'none';
  }

  /** Undefined when that talk is over. */
  consultationsOf(agentCallId: string): number | undefined {
    return this.talks.get(agentCallId)?.consultations;
  }

  /** An agent who came back from a consultation hands the caller on after all. */
  gives(agentCallId: string): void {
    const talk = this.talks.get(agentCallId);
    if (talk !== undefined) talk.consultation = 'now';
  }

  /** Ends a talk; undefined when it is not known. */
  end(agentCallId: string, at: number, transferred = false): EndedTalk | undefined {
    const talk = this.talks.get(agentCallId);
    if (talk === undefined) return undefined;
    this.resume(agentCallId, at);
    this.talks.delete(agentCallId);
    if (transferred) this.given.set(agentCallId, bare(talk));
    const seconds = (ms: number): number => Math.round(Math.max(0, ms) / 1_000);
    return {
      call: bare(talk),
      consulting: talk.consultation === 'now',
      waitedSeconds: talk.waitedSeconds,
      holdSeconds: seconds(talk.heldMs),
      holdKnown: talk.seenBegin,
      totalSeconds: seconds(at - talk.since),
    };
  }

  /** Ends a talk that a queue began and whose end it may keep to itself; undefined when it has told. */
  endUntold(agentCallId: string, at: number): EndedTalk | undefined {
    const talk = this.talks.get(agentCallId);
    if (talk?.waitedSeconds === undefined) return undefined;
    this.toldOver.set(agentCallId, bare(talk));
    return this.end(agentCallId, at, true);
  }

  /** Whether the end of that talk was told already; it is asked once. */
  wasToldOver(told: PartlyTold): boolean {
    const call = find([...this.toldOver.values()], told);
    return call !== undefined && this.toldOver.delete(call.agentCallId);
  }

  /** The talk that goes on and is meant. */
  meant(told: PartlyTold): AgentsCall | undefined {
    const talk = find([...this.talks.values()], told);
    return talk && bare(talk);
  }

  /** The talk on that channel, going on or just given away. */
  giver(agentCallId: string): AgentsCall | undefined {
    const talk = this.talks.get(agentCallId);
    return talk === undefined ? this.given.get(agentCallId) : bare(talk);
  }

  /** The talk of that agent. */
  ofAgent(sipUser: string): AgentsCall | undefined {
    const talk = [...this.talks.values()].find((one) => one.sipUser === sipUser);
    return talk && bare(talk);
  }

  legUp(sipUser: string, agentCallId: string): void {
    this.legs.set(sipUser, agentCallId);
  }

  legOf(sipUser: string): string | undefined {
    return this.legs.get(sipUser);
  }

  legOver(agentCallId: string): void {
    for (const [sipUser, id] of this.legs) if (id === agentCallId) this.legs.delete(sipUser);
  }

  /** Nothing more will come of that caller in this queue. */
  forget(callId: string): void {
    for (const [id, call] of this.given) if (call.callId === callId) this.given.delete(id);
    for (const [id, call] of this.toldOver) if (call.callId === callId) this.toldOver.delete(id);
  }
}

/** By the agent's channel; where that is not told, by who talked with whom, as far as that is. */
function find<Call extends AgentsCall>(calls: readonly Call[], told: PartlyTold): Call | undefined {
  const { agentCallId, callId, sipUser } = told;
  if (agentCallId !== '') return calls.find((call) => call.agentCallId === agentCallId);
  return calls.find((call) => call.sipUser === sipUser && (callId === '' || call.callId === callId));
}

function bare({ callId, queue, sipUser, agentCallId }: AgentsCall): AgentsCall {
  return { callId, queue, sipUser, agentCallId };
}
