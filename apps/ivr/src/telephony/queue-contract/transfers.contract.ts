import { NoSuchCall, QueueActionRefused } from '../queue-node.port';
import type { QueueStage } from './queue-stage';

/** Callers are handed on at once. */
export function itTransfersCallers(stage: QueueStage): void {
  it('transfers a caller to another agent, and tells of both talks', async () => {
    const from = await stage.agent('fault');
    const to = await stage.agent('billing', { talkSeconds: 2 });
    const callId = await stage.caller({ queue: 'fault' });
    await stage.until(callId, 'agent-connected');
    await stage.node().transfer(from, { kind: 'agent', sipUser: to }, 'blind');
    await stage.until(callId, 'caller-left');
    expect(stage.told(callId, 'transferred')).toMatchObject({
      from,
      target: { kind: 'agent', sipUser: to },
      mode: 'blind',
    });
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'transfer' });
    expect(stage.told(callId, 'transfer-answered')).toMatchObject({ sipUser: to, queue: 'fault' });
    expect(stage.told(callId, 'transfer-completed')).toMatchObject({ sipUser: to });
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'served', sipUser: to });
  }, 60_000);

  it('transfers a caller to another queue', async () => {
    const from = await stage.agent('general');
    const to = await stage.agent('complaint', { talkSeconds: 1 });
    const callId = await stage.caller({ queue: 'general' });
    await stage.until(callId, 'agent-connected');
    await stage.node().transfer(from, { kind: 'queue', queue: 'complaint' }, 'blind');
    await stage.until(callId, 'caller-left');
    expect(stage.of(callId).filter(({ type }) => type === 'agent-connected')).toMatchObject([
      { queue: 'general', sipUser: from },
      { queue: 'complaint', sipUser: to },
    ]);
    expect(stage.told(callId, 'caller-left')).toMatchObject({
      queue: 'complaint',
      reason: 'served',
      sipUser: to,
    });
  }, 60_000);

  it('transfers only what there is', async () => {
    const sipUser = await stage.agent('general');
    await expect(
      stage.node().transfer(sipUser, { kind: 'queue', queue: 'vip' }, 'blind'),
    ).rejects.toBeInstanceOf(NoSuchCall);
    for (const number of ['1&PJSIP/2', '+19005550123']) {
      await expect(
        stage.node().transfer(sipUser, { kind: 'number', number, trunk: 'trunk' }, 'blind'),
      ).rejects.toBeInstanceOf(QueueActionRefused);
    }
  });
}
