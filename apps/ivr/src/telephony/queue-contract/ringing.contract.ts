import type { QueueStage } from './queue-stage';

/** Whose phone rings, and for how long. */
export function itRingsAgents(stage: QueueStage): void {
  it('rings a phone for 12 seconds and says so when it is not answered', async () => {
    const sipUser = await stage.agent('complaint', { answerAfterMs: 60_000 });
    const callId = await stage.caller({ queue: 'complaint' });
    await stage.until(callId, 'ring-no-answer', 40_000);
    expect(stage.told(callId, 'ring-no-answer')).toMatchObject({ sipUser, queue: 'complaint' });
    expect(stage.told(callId, 'ring-no-answer')?.ringSeconds).toBeGreaterThanOrEqual(11);
    expect(stage.told(callId, 'ring-no-answer')?.ringSeconds).toBeLessThanOrEqual(13);
    await stage.hangUp(callId);
    await stage.until(callId, 'caller-abandoned');
    expect(stage.told(callId, 'caller-abandoned')?.waitedSeconds).toBeGreaterThanOrEqual(11);
  }, 90_000);

  it('rings no phone of a paused agent, keeps the reason, and rings it again afterwards', async () => {
    const sipUser = await stage.agent('vip', { talkSeconds: 1 });
    await stage.node().pause(sipUser, true, 'after-call-work');
    expect(await stage.memberOf('vip', sipUser)).toMatchObject({
      paused: true,
      pauseReason: 'after-call-work',
    });
    const callId = await stage.caller({ queue: 'vip' });
    await stage.until(callId, 'caller-joined');
    expect(await stage.memberOf('vip', sipUser)).toMatchObject({ phone: 'idle' });
    expect(stage.typesOf(callId)).toEqual(['caller-joined']);
    await stage.node().pause(sipUser, false);
    await stage.until(callId, 'agent-completed');
  }, 60_000);

  it('prefers the lower penalty', async () => {
    await stage.agent('billing', { talkSeconds: 1 }, 5);
    const skilled = await stage.agent('billing', { talkSeconds: 1 }, 1);
    const callId = await stage.caller({ queue: 'billing' });
    await stage.until(callId, 'agent-called');
    expect(stage.told(callId, 'agent-called')?.sipUser).toBe(skilled);
    await stage.until(callId, 'caller-left');
  }, 60_000);
}
