import type { PhoneState, QueueEvent, QueueNode } from '../queue-node.port';

/** How an agent of the harness takes calls. */
export interface AgentPlan {
  readonly sipUser: string;
  /** Default 1,000; 12,000 and more: not answered. */
  readonly answerAfterMs?: number;
  /** Seconds until the agent hangs up; absent: the caller does. */
  readonly talkSeconds?: number;
  readonly hold?: { readonly afterMs: number; readonly forMs: number };
  /** Takes no call: busy. */
  readonly declines?: boolean;
}

/** What each implementation brings to the shared spec. */
export interface QueueHarness {
  readonly node: QueueNode;
  /** Everything that the node has told so far. The harness is the node's listener. */
  readonly events: QueueEvent[];
  /** Gives the agent an account and a registered phone. */
  plugIn(plan: AgentPlan): Promise<void>;
  unplug(sipUser: string): Promise<void>;
  /** Puts a caller into a queue and resolves with its id. */
  caller(order: {
    queue: string;
    priority?: number;
    maxWaitSeconds?: number;
    pressesOne?: boolean;
  }): Promise<string>;
  hangUp(callId: string): Promise<void>;
  /** Lets time pass until `holds`; rejects with `what` after `timeoutMs`. */
  until(what: string, holds: () => boolean, timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

type EventOf<Type extends QueueEvent['type']> = Extract<QueueEvent, { type: Type }>;

/** What the scenarios play on: agents with numbers of their own, and what was told of one caller. */
export class QueueStage {
  private harness: QueueHarness | undefined;
  private serial = 1_000;
  private readonly used: string[] = [];

  async open(open: () => Promise<QueueHarness>): Promise<void> {
    const harness = await open();
    this.harness = harness;
    await harness.until('queue node up', () => harness.node.state() === 'up', 15_000);
  }

  /** Everybody goes home. */
  async clear(): Promise<void> {
    for (const { queue, members, waiting } of await this.node().queues()) {
      for (const { callId } of waiting) await this.hangUp(callId);
      for (const { sipUser } of members) await this.node().removeMember(queue, sipUser);
    }
    for (const sipUser of this.used.splice(0)) {
      await this.unplug(sipUser);
      await this.node().removeAgent(sipUser);
    }
  }

  async close(): Promise<void> {
    await this.harness?.close();
  }

  node(): QueueNode {
    return this.opened().node;
  }

  events(): readonly QueueEvent[] {
    return this.opened().events;
  }

  /** An agent with a registered phone; of a queue, where one is given. @returns its SIP user */
  async agent(
    queue: string | undefined,
    plan: Omit<AgentPlan, 'sipUser'> = {},
    penalty = 0,
  ): Promise<string> {
    const sipUser = String((this.serial += 1));
    this.used.push(sipUser);
    await this.opened().plugIn({ sipUser, ...plan });
    if (queue !== undefined) await this.node().addMember({ queue, sipUser, penalty, paused: false });
    return sipUser;
  }

  caller(order: Parameters<QueueHarness['caller']>[0]): Promise<string> {
    return this.opened().caller(order);
  }

  hangUp(callId: string): Promise<void> {
    return this.opened().hangUp(callId);
  }

  unplug(sipUser: string): Promise<void> {
    return this.opened().unplug(sipUser);
  }

  of(callId: string): readonly QueueEvent[] {
    return this.events().filter((event) => 'callId' in event && event.callId === callId);
  }

  typesOf(callId: string): readonly string[] {
    return this.of(callId).map(({ type }) => type);
  }

  told<Type extends QueueEvent['type']>(callId: string, type: Type): EventOf<Type> | undefined {
    return this.of(callId).find((event): event is EventOf<Type> => event.type === type);
  }

  until(callId: string, type: QueueEvent['type'], timeoutMs = 30_000): Promise<void> {
    const told = (): boolean => this.told(callId, type) !== undefined;
    return this.opened().until(`${type} of ${callId}`, told, timeoutMs);
  }

  /** Until that phone, of a member of some queue, is told to be so. */
  untilPhone(sipUser: string, phone: PhoneState): Promise<void> {
    const states = (): readonly string[] =>
      this.events().flatMap((event) =>
        event.type === 'member-state' && event.sipUser === sipUser ? [event.phone] : [],
      );
    return this.opened().until(`${phone} phone of ${sipUser}`, () => states().at(-1) === phone, 20_000);
  }

  async memberOf(queue: string, sipUser: string) {
    const found = (await this.node().queues()).find((one) => one.queue === queue);
    return found?.members.find((one) => one.sipUser === sipUser);
  }

  private opened(): QueueHarness {
    if (this.harness === undefined) throw new Error('the harness is not open');
    return this.harness;
  }
}
