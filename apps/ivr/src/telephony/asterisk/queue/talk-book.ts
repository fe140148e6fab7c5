import type { AgentsCall } from '../../queue-node.port';

/** Milliseconds since the epoch. */
interface Talk extends AgentsCall {
  readonly since: number;
  heldSince: number | undefined;
  heldMs: number;
  /** The agent asked for a consultation before it transfers. */
  consulted: boolean;
}

/** Who talks with whom, and how long it was on hold; keyed by the channel to the agent's phone. */
export class TalkBook {
  private readonly talks = new Map<string, Talk>();
  private readonly ringing = new Map<string, AgentsCall>();
  /** Talks that ended by a transfer, until it is told to whom; by the agent's channel. */
  private readonly given = new Map<string, AgentsCall>();
  /** Legs between agents, by the called agent: what a consultation may become. */
  private readonly legs = new Map<string, string>();

  clear(): void {
    for (const map of [this.talks, this.ringing, this.given, this.legs]) map.clear();
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

  begin(call: AgentsCall, at: number): void {
    this.ringing.delete(call.agentCallId);
    this.talks.set(call.agentCallId, {
      ...call,
      since: at,
      heldSince: undefined,
      heldMs: 0,
      consulted: false,
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

  consults(agentCallId: string): void {
    const talk = this.talks.get(agentCallId);
    if (talk !== undefined) talk.consulted = true;
  }

  /** Ends a talk. @returns it, its length and what of it was on hold, whole seconds; undefined when it is not known */
  end(agentCallId: string, at: number, transferred = false) {
    const talk = this.talks.get(agentCallId);
    if (talk === undefined) return undefined;
    // An agent who comes back to the caller takes it from hold.
    const consulting = talk.consulted && talk.heldSince !== undefined;
    this.resume(agentCallId, at);
    this.talks.delete(agentCallId);
    if (transferred) this.given.set(agentCallId, bare(talk));
    const seconds = (ms: number): number => Math.round(Math.max(0, ms) / 1_000);
    return {
      call: bare(talk),
      consulting,
      holdSeconds: seconds(talk.heldMs),
      totalSeconds: seconds(at - talk.since),
    };
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
  }
}

function bare({ callId, queue, sipUser, agentCallId }: AgentsCall): AgentsCall {
  return { callId, queue, sipUser, agentCallId };
}
