import { QueueActionRefused, NoSuchCall, type QueueEvent, type QueueNode } from './queue-node.port';

/** How an agent of the harness takes calls. */
export interface AgentPlan {
  readonly sipUser: string;
  /** Default 1,000; 12,000 and more: not answered. */
  readonly answerAfterMs?: number;
  /** Seconds until the agent hangs up; absent: the caller does. */
  readonly talkSeconds?: number;
  readonly hold?: { readonly afterMs: number; readonly forMs: number };
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

/** The spec that every implementation of QueueNode passes. Real seconds: phones ring and agents talk. */
export function itBehavesLikeAQueueNode(open: () => Promise<QueueHarness>): void {
  let harness: QueueHarness;
  let serial = 1_000;
  const used: string[] = [];

  const agent = async (
    queue: string,
    plan: Omit<AgentPlan, 'sipUser'> = {},
    penalty = 0,
  ): Promise<string> => {
    const sipUser = String((serial += 1));
    used.push(sipUser);
    await harness.plugIn({ sipUser, ...plan });
    await harness.node.addMember({ queue, sipUser, penalty, paused: false });
    return sipUser;
  };
  const of = (callId: string): QueueEvent[] =>
    harness.events.filter((event) => 'callId' in event && event.callId === callId);
  const typesOf = (callId: string): string[] => of(callId).map(({ type }) => type);
  const told = <Type extends QueueEvent['type']>(callId: string, type: Type): EventOf<Type> | undefined =>
    of(callId).find((event): event is EventOf<Type> => event.type === type);
  const until = (callId: string, type: QueueEvent['type'], timeoutMs = 30_000): Promise<void> =>
    harness.until(`${type} of ${callId}`, () => told(callId, type) !== undefined, timeoutMs);
  const memberOf = async (queue: string, sipUser: string) => {
    const found = (await harness.node.queues()).find((one) => one.queue === queue);
    return found?.members.find((one) => one.sipUser === sipUser);
  };

  beforeAll(async () => {
    harness = await open();
    await harness.until('queue node up', () => harness.node.state() === 'up', 15_000);
  }, 60_000);

  afterEach(async () => {
    const queues = await harness.node.queues();
    for (const { queue, members, waiting } of queues) {
      for (const { callId } of waiting) await harness.hangUp(callId);
      for (const { sipUser } of members) await harness.node.removeMember(queue, sipUser);
    }
    for (const sipUser of used.splice(0)) {
      await harness.unplug(sipUser);
      await harness.node.removeAgent(sipUser);
    }
  }, 60_000);

  afterAll(async () => {
    await harness?.close();
  }, 30_000);

  it('told a snapshot of all queues when it came up', () => {
    const snapshot = harness.events.find((event) => event.type === 'snapshot');
    expect(snapshot?.queues.map(({ queue }) => queue).sort()).toEqual(
      ['billing', 'complaint', 'english', 'fault', 'general', 'vip'].sort(),
    );
  });

  it('connects a caller with an agent and tells each step once, in order', async () => {
    const sipUser = await agent('fault', { talkSeconds: 2 });
    const callId = await harness.caller({ queue: 'fault' });
    await until(callId, 'caller-left');
    expect(typesOf(callId)).toEqual([
      'caller-joined',
      'agent-called',
      'agent-connected',
      'agent-completed',
      'caller-left',
    ]);
    const connected = told(callId, 'agent-connected');
    expect(connected).toMatchObject({ queue: 'fault', sipUser });
    expect(told(callId, 'agent-completed')).toMatchObject({
      queue: 'fault',
      sipUser,
      agentCallId: connected?.agentCallId,
      endedBy: 'agent',
      holdSeconds: 0,
    });
    expect(told(callId, 'agent-completed')?.talkSeconds).toBeGreaterThanOrEqual(1);
    expect(told(callId, 'caller-left')).toMatchObject({ reason: 'served', queue: 'fault', sipUser });
    expect((await memberOf('fault', sipUser))?.callsTaken).toBe(1);
  }, 60_000);

  it('tells who ended the talk, and what of it was on hold', async () => {
    const sipUser = await agent('billing', { hold: { afterMs: 1_000, forMs: 2_000 } });
    const callId = await harness.caller({ queue: 'billing' });
    await until(callId, 'resumed');
    await harness.hangUp(callId);
    await until(callId, 'agent-completed');
    expect(typesOf(callId).slice(2)).toEqual(['agent-connected', 'held', 'resumed', 'agent-completed']);
    expect(told(callId, 'held')).toMatchObject({ sipUser, queue: 'billing' });
    expect(told(callId, 'agent-completed')).toMatchObject({ endedBy: 'caller', holdSeconds: 2 });
  }, 60_000);

  it('gives the next free agent to the higher priority, and else to who waits longest', async () => {
    const sipUser = await agent('general', { talkSeconds: 1 });
    await harness.node.pause(sipUser, true, 'test');
    const first = await harness.caller({ queue: 'general', priority: 10 });
    await until(first, 'caller-joined');
    const second = await harness.caller({ queue: 'general', priority: 10 });
    await until(second, 'caller-joined');
    const high = await harness.caller({ queue: 'general', priority: 20 });
    await until(high, 'caller-joined');
    expect(told(high, 'caller-joined')?.position).toBe(1);
    const waiting = (await harness.node.queues()).find(({ queue }) => queue === 'general')?.waiting;
    expect(waiting?.map(({ callId, position, priority }) => ({ callId, position, priority }))).toEqual([
      { callId: high, position: 1, priority: 20 },
      { callId: first, position: 2, priority: 10 },
      { callId: second, position: 3, priority: 10 },
    ]);
    await harness.node.pause(sipUser, false);
    await until(second, 'agent-connected', 90_000);
    const connected = harness.events.filter((event) => event.type === 'agent-connected');
    expect(connected.slice(-3).map((event) => event.callId)).toEqual([high, first, second]);
  }, 120_000);

  it('rings a phone for 12 seconds and says so when it is not answered', async () => {
    const sipUser = await agent('complaint', { answerAfterMs: 60_000 });
    const callId = await harness.caller({ queue: 'complaint' });
    await until(callId, 'ring-no-answer', 40_000);
    expect(told(callId, 'ring-no-answer')).toMatchObject({ sipUser, queue: 'complaint' });
    expect(told(callId, 'ring-no-answer')?.ringSeconds).toBeGreaterThanOrEqual(11);
    expect(told(callId, 'ring-no-answer')?.ringSeconds).toBeLessThanOrEqual(13);
    await harness.hangUp(callId);
    await until(callId, 'caller-abandoned');
    expect(told(callId, 'caller-abandoned')?.waitedSeconds).toBeGreaterThanOrEqual(11);
  }, 90_000);

  it('rings no phone of a paused agent, keeps the reason, and rings it again afterwards', async () => {
    const sipUser = await agent('vip', { talkSeconds: 1 });
    await harness.node.pause(sipUser, true, 'after-call-work');
    expect(await memberOf('vip', sipUser)).toMatchObject({ paused: true, pauseReason: 'after-call-work' });
    const callId = await harness.caller({ queue: 'vip' });
    await until(callId, 'caller-joined');
    expect(await memberOf('vip', sipUser)).toMatchObject({ phone: 'idle' });
    expect(typesOf(callId)).toEqual(['caller-joined']);
    await harness.node.pause(sipUser, false);
    await until(callId, 'agent-completed');
  }, 60_000);

  it('prefers the lower penalty', async () => {
    await agent('billing', { talkSeconds: 1 }, 5);
    const skilled = await agent('billing', { talkSeconds: 1 }, 1);
    const callId = await harness.caller({ queue: 'billing' });
    await until(callId, 'agent-called');
    expect(told(callId, 'agent-called')?.sipUser).toBe(skilled);
    await until(callId, 'caller-left');
  }, 60_000);

  it('tells of a caller who hangs up while waiting that it abandoned, and nothing more', async () => {
    const sipUser = await agent('general');
    await harness.node.pause(sipUser, true, 'test');
    const callId = await harness.caller({ queue: 'general' });
    await until(callId, 'caller-joined');
    await harness.hangUp(callId);
    await until(callId, 'caller-abandoned');
    expect(typesOf(callId)).toEqual(['caller-joined', 'caller-abandoned']);
  }, 60_000);

  it('tells of a caller who hangs up while a phone rings that the ringing ended through no fault', async () => {
    const sipUser = await agent('general', { answerAfterMs: 60_000 });
    const callId = await harness.caller({ queue: 'general' });
    await until(callId, 'agent-called');
    await harness.hangUp(callId);
    await until(callId, 'caller-abandoned');
    expect(told(callId, 'ring-ended')).toMatchObject({ sipUser });
    expect(told(callId, 'ring-no-answer')).toBeUndefined();
  }, 60_000);

  it('lets a caller leave by key 1 for a call-back', async () => {
    const sipUser = await agent('general');
    await harness.node.pause(sipUser, true, 'test');
    const callId = await harness.caller({ queue: 'general', pressesOne: true });
    await until(callId, 'caller-left');
    expect(told(callId, 'caller-left')).toMatchObject({ reason: 'call-back', queue: 'general' });
    expect(told(callId, 'caller-abandoned')).toBeUndefined();
  }, 60_000);

  it('gives a caller back after the longest wait', async () => {
    const sipUser = await agent('general');
    await harness.node.pause(sipUser, true, 'test');
    const callId = await harness.caller({ queue: 'general', maxWaitSeconds: 3 });
    await until(callId, 'caller-left');
    expect(typesOf(callId)).toEqual(['caller-joined', 'caller-left']);
    expect(told(callId, 'caller-left')).toMatchObject({ reason: 'timeout' });
  }, 60_000);

  it('takes nobody into a queue that nobody serves, and lets them out when the last phone is gone', async () => {
    const early = await harness.caller({ queue: 'english' });
    await until(early, 'caller-left');
    expect(typesOf(early)).toEqual(['caller-left']);
    expect(told(early, 'caller-left')).toMatchObject({ reason: 'empty' });

    const sipUser = await agent('english');
    await harness.node.pause(sipUser, true, 'test');
    const callId = await harness.caller({ queue: 'english' });
    await until(callId, 'caller-joined');
    await harness.unplug(sipUser);
    await until(callId, 'caller-left');
    expect(told(callId, 'caller-left')).toMatchObject({ reason: 'empty' });
  }, 90_000);

  it('transfers a caller to another agent, and tells of both talks', async () => {
    const from = await agent('fault');
    const to = await agent('billing', { talkSeconds: 2 });
    const callId = await harness.caller({ queue: 'fault' });
    await until(callId, 'agent-connected');
    await harness.node.transfer(from, { kind: 'agent', sipUser: to }, 'blind');
    await until(callId, 'caller-left');
    expect(told(callId, 'transferred')).toMatchObject({
      from,
      target: { kind: 'agent', sipUser: to },
      mode: 'blind',
    });
    expect(told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'transfer' });
    expect(told(callId, 'transfer-answered')).toMatchObject({ sipUser: to, queue: 'fault' });
    expect(told(callId, 'transfer-completed')).toMatchObject({ sipUser: to });
    expect(told(callId, 'caller-left')).toMatchObject({ reason: 'served', sipUser: to });
  }, 60_000);

  it('transfers a caller to another queue', async () => {
    const from = await agent('general');
    const to = await agent('complaint', { talkSeconds: 1 });
    const callId = await harness.caller({ queue: 'general' });
    await until(callId, 'agent-connected');
    await harness.node.transfer(from, { kind: 'queue', queue: 'complaint' }, 'blind');
    await until(callId, 'caller-left');
    expect(of(callId).filter(({ type }) => type === 'agent-connected')).toMatchObject([
      { queue: 'general', sipUser: from },
      { queue: 'complaint', sipUser: to },
    ]);
    expect(told(callId, 'caller-left')).toMatchObject({ queue: 'complaint', reason: 'served', sipUser: to });
  }, 60_000);

  it('transfers only what there is', async () => {
    const sipUser = await agent('general');
    await expect(
      harness.node.transfer(sipUser, { kind: 'queue', queue: 'vip' }, 'blind'),
    ).rejects.toBeInstanceOf(NoSuchCall);
    for (const number of ['1&PJSIP/2', '+19005550123']) {
      await expect(
        harness.node.transfer(sipUser, { kind: 'number', number, trunk: 'trunk' }, 'blind'),
      ).rejects.toBeInstanceOf(QueueActionRefused);
    }
  });

  it('takes a member twice, changes its penalty, and does not mind taking away what is not there', async () => {
    const sipUser = await agent('general', {}, 3);
    await harness.node.addMember({ queue: 'general', sipUser, penalty: 7, paused: true, reason: 'away' });
    expect(await memberOf('general', sipUser)).toMatchObject({
      penalty: 7,
      paused: true,
      pauseReason: 'away',
    });
    await harness.node.setPenalty('general', sipUser, 2);
    expect(await memberOf('general', sipUser)).toMatchObject({ penalty: 2 });
    await harness.node.removeMember('general', sipUser);
    await harness.node.removeMember('general', sipUser);
    expect(await memberOf('general', sipUser)).toBeUndefined();
    await harness.node.pause(sipUser, true, 'nowhere');
  });

  it.each([
    ['a queue that is not there', { queue: 'no-such-queue', sipUser: '1001', penalty: 0 }],
    ['a queue’s name with a header in it', { queue: 'a\r\nAction: Logoff', sipUser: '1001', penalty: 0 }],
    ['an agent who is none', { queue: 'general', sipUser: '1001&PJSIP/trunk', penalty: 0 }],
    ['a penalty below zero', { queue: 'general', sipUser: '1001', penalty: -1 }],
  ])('refuses %s', async (_what, member) => {
    await expect(harness.node.addMember({ ...member, paused: false })).rejects.toBeInstanceOf(
      QueueActionRefused,
    );
  });

  it('lists accounts with whether a phone is registered, and forgets what was removed', async () => {
    const sipUser = await agent('general');
    expect(await harness.node.agentPhones()).toContainEqual({ sipUser, registered: true });
    await harness.unplug(sipUser);
    expect(await harness.node.agentPhones()).toContainEqual({ sipUser, registered: false });
    await harness.node.removeAgent(sipUser);
    await harness.node.removeAgent(sipUser);
    expect((await harness.node.agentPhones()).map((phone) => phone.sipUser)).not.toContain(sipUser);
  });
}
