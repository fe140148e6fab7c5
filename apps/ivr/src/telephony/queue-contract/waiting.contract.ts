import type { QueueStage } from './queue-stage';

/** Callers wait, are served in their order, or leave. */
export function itServesWaitingCallers(stage: QueueStage): void {
  it('told a snapshot of all queues when it came up', () => {
    const snapshot = stage.events().find((event) => event.type === 'snapshot');
    expect(snapshot?.queues.map(({ queue }) => queue).sort()).toEqual(
      ['billing', 'complaint', 'english', 'fault', 'general', 'vip'].sort(),
    );
  });

  it('gives the next free agent to the higher priority, and else to who waits longest', async () => {
    const sipUser = await stage.agent('general', { talkSeconds: 1 });
    await stage.node().pause(sipUser, true, 'test');
    const first = await stage.caller({ queue: 'general', priority: 10 });
    await stage.until(first, 'caller-joined');
    const second = await stage.caller({ queue: 'general', priority: 10 });
    await stage.until(second, 'caller-joined');
    const high = await stage.caller({ queue: 'general', priority: 20 });
    await stage.until(high, 'caller-joined');
    expect(stage.told(high, 'caller-joined')?.position).toBe(1);
    const waiting = (await stage.node().queues()).find(({ queue }) => queue === 'general')?.waiting;
    expect(waiting?.map(({ callId, position, priority }) => ({ callId, position, priority }))).toEqual([
      { callId: high, position: 1, priority: 20 },
      { callId: first, position: 2, priority: 10 },
      { callId: second, position: 3, priority: 10 },
    ]);
    await stage.node().pause(sipUser, false);
    await stage.until(second, 'agent-connected', 90_000);
    const connected = stage.events().filter((event) => event.type === 'agent-connected');
    expect(connected.slice(-3).map((event) => event.callId)).toEqual([high, first, second]);
  }, 120_000);

  it('tells of a caller who hangs up while waiting that it abandoned, and nothing more', async () => {
    const sipUser = await stage.agent('general');
    await stage.node().pause(sipUser, true, 'test');
    const callId = await stage.caller({ queue: 'general' });
    await stage.until(callId, 'caller-joined');
    await stage.hangUp(callId);
    await stage.until(callId, 'caller-abandoned');
    expect(stage.typesOf(callId)).toEqual(['caller-joined', 'caller-abandoned']);
  }, 60_000);

  it('tells of a caller who hangs up while a phone rings that the ringing ended through no fault', async () => {
    const sipUser = await stage.agent('general', { answerAfterMs: 60_000 });
    const callId = await stage.caller({ queue: 'general' });
    await stage.until(callId, 'agent-called');
    await stage.hangUp(callId);
    await stage.until(callId, 'caller-abandoned');
    expect(stage.told(callId, 'ring-ended')).toMatchObject({ sipUser });
    expect(stage.told(callId, 'ring-no-answer')).toBeUndefined();
  }, 60_000);

  it('lets a caller leave by key 1 for a call-back', async () => {
    const sipUser = await stage.agent('general');
    await stage.node().pause(sipUser, true, 'test');
    const callId = await stage.caller({ queue: 'general', pressesOne: true });
    await stage.until(callId, 'caller-left');
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'call-back', queue: 'general' });
    expect(stage.told(callId, 'caller-abandoned')).toBeUndefined();
  }, 60_000);

  it('gives a caller back after the longest wait', async () => {
    const sipUser = await stage.agent('general');
    await stage.node().pause(sipUser, true, 'test');
    const callId = await stage.caller({ queue: 'general', maxWaitSeconds: 3 });
    await stage.until(callId, 'caller-left');
    expect(stage.typesOf(callId)).toEqual(['caller-joined', 'caller-left']);
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'timeout' });
  }, 60_000);

  it('takes nobody into a queue that nobody serves, and lets them out when the last phone is gone', async () => {
    const early = await stage.caller({ queue: 'english' });
    await stage.until(early, 'caller-left');
    expect(stage.typesOf(early)).toEqual(['caller-left']);
    expect(stage.told(early, 'caller-left')).toMatchObject({ reason: 'empty' });

    const sipUser = await stage.agent('english');
    await stage.node().pause(sipUser, true, 'test');
    const callId = await stage.caller({ queue: 'english' });
    await stage.until(callId, 'caller-joined');
    await stage.unplug(sipUser);
    await stage.until(callId, 'caller-left');
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'empty' });
  }, 90_000);
}
