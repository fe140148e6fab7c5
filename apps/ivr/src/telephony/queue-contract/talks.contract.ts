import type { QueueStage } from './queue-stage';

/** A talk from its beginning to its end. */
export function itTellsOfTalks(stage: QueueStage): void {
  it('connects a caller with an agent and tells each step once, in order', async () => {
    const sipUser = await stage.agent('fault', { talkSeconds: 2 });
    const callId = await stage.caller({ queue: 'fault' });
    await stage.until(callId, 'caller-left');
    expect(stage.typesOf(callId)).toEqual([
      'caller-joined',
      'agent-called',
      'agent-connected',
      'agent-completed',
      'caller-left',
    ]);
    const connected = stage.told(callId, 'agent-connected');
    expect(connected).toMatchObject({ queue: 'fault', sipUser });
    expect(stage.told(callId, 'agent-completed')).toMatchObject({
      queue: 'fault',
      sipUser,
      agentCallId: connected?.agentCallId,
      endedBy: 'agent',
      holdSeconds: 0,
    });
    expect(stage.told(callId, 'agent-completed')?.talkSeconds).toBeGreaterThanOrEqual(1);
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'served', queue: 'fault', sipUser });
    expect((await stage.memberOf('fault', sipUser))?.callsTaken).toBe(1);
  }, 60_000);

  it('tells who ended the talk, and what of it was on hold', async () => {
    const sipUser = await stage.agent('billing', { hold: { afterMs: 1_000, forMs: 2_000 } });
    const callId = await stage.caller({ queue: 'billing' });
    await stage.until(callId, 'resumed');
    await stage.hangUp(callId);
    await stage.until(callId, 'agent-completed');
    expect(stage.typesOf(callId).slice(2)).toEqual(['agent-connected', 'held', 'resumed', 'agent-completed']);
    expect(stage.told(callId, 'held')).toMatchObject({ sipUser, queue: 'billing' });
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ endedBy: 'caller', holdSeconds: 2 });
  }, 60_000);
}
