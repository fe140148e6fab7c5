import { NoSuchCall, QueueActionRefused } from '../queue-node.port';
import type { QueueStage } from './queue-stage';

/** A caller waits with music while its agent talks with another, who takes the caller over or does not. */
export function itConsultsBeforeItTransfers(stage: QueueStage): void {
  /** A caller of queue fault who talks with `from`, and another agent. */
  const scene = async (other: Parameters<QueueStage['agent']>[1] = {}) => {
    const from = await stage.agent('fault');
    const to = await stage.agent('billing', other);
    const callId = await stage.caller({ queue: 'fault' });
    await stage.until(callId, 'agent-connected');
    const consult = () => stage.node().transfer(from, { kind: 'agent', sipUser: to }, 'attended');
    return { from, to, callId, consult };
  };
  const withoutCompleted = (callId: string): readonly string[] =>
    stage.typesOf(callId).filter((type) => type !== 'agent-completed');

  it('joins the caller with who was consulted when the agent leaves', async () => {
    const { from, to, callId, consult } = await scene({ talkSeconds: 4 });
    await consult();
    expect(stage.typesOf(callId).at(-1)).toBe('held');
    await stage.untilPhone(to, 'talking');
    await stage.node().completeTransfer(from);
    await stage.until(callId, 'caller-left');
    await stage.until(callId, 'transfer-completed');
    expect(withoutCompleted(callId).slice(0, 6)).toEqual([
      'caller-joined',
      'agent-called',
      'agent-connected',
      'held',
      'transferred',
      'transfer-answered',
    ]);
    expect(stage.told(callId, 'transferred')).toMatchObject({ from, mode: 'attended', queue: 'fault' });
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'transfer' });
    expect(stage.told(callId, 'transfer-completed')).toMatchObject({ sipUser: to, queue: 'fault' });
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'served', sipUser: to });
    expect(stage.of(callId).filter(({ type }) => type === 'agent-completed')).toHaveLength(1);
  }, 60_000);

  it('goes back to the caller when the agent wishes it, and may consult again and hand on at once', async () => {
    const { from, to, callId, consult } = await scene();
    await consult();
    await stage.untilPhone(to, 'talking');
    await expect(consult()).rejects.toBeInstanceOf(QueueActionRefused);
    await stage.node().cancelTransfer(from);
    await stage.untilPhone(to, 'idle');
    expect(stage.typesOf(callId).slice(-2)).toEqual(['held', 'resumed']);
    await expect(stage.node().cancelTransfer(from)).rejects.toBeInstanceOf(QueueActionRefused);
    await consult();
    await stage.node().cancelTransfer(from);
    expect(stage.typesOf(callId).slice(-2)).toEqual(['held', 'resumed']);
    await stage.node().transfer(from, { kind: 'agent', sipUser: to }, 'blind');
    await stage.until(callId, 'transfer-answered');
    expect(stage.told(callId, 'transferred')).toMatchObject({ from, mode: 'blind' });
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'transfer' });
    await stage.hangUp(callId);
    await stage.until(callId, 'transfer-completed');
  }, 60_000);

  it('ends like any talk once the agent is back with the caller', async () => {
    const { from, callId, consult } = await scene();
    await consult();
    await stage.node().cancelTransfer(from);
    await stage.hangUp(callId);
    await stage.until(callId, 'agent-completed');
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'caller' });
    expect(stage.told(callId, 'transferred')).toBeUndefined();
    await stage.untilPhone(from, 'idle');
  }, 60_000);

  it.each([
    ['is busy', { declines: true }],
    ['hangs up', { talkSeconds: 1 }],
  ])(
    'goes back to the caller when the other %s',
    async (_what, other) => {
      const { from, callId, consult } = await scene(other);
      await consult();
      await stage.until(callId, 'resumed');
      await stage.hangUp(callId);
      await stage.until(callId, 'agent-completed');
      expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'caller' });
    },
    60_000,
  );

  it('tells that the caller hung up meanwhile, and leaves the agent with the other', async () => {
    const { from, to, callId, consult } = await scene();
    await consult();
    await stage.untilPhone(to, 'talking');
    await stage.hangUp(callId);
    await stage.until(callId, 'agent-completed');
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'caller' });
    await expect(stage.node().completeTransfer(from)).rejects.toBeInstanceOf(NoSuchCall);
    expect(stage.told(callId, 'transferred')).toBeUndefined();
  }, 60_000);

  it('goes on as after a blind transfer when the agent leaves while the other’s phone rings', async () => {
    const { from, to, callId, consult } = await scene({ answerAfterMs: 4_000, talkSeconds: 1 });
    await consult();
    await stage.untilPhone(to, 'ringing');
    await stage.node().completeTransfer(from);
    await stage.until(callId, 'caller-left');
    expect(stage.told(callId, 'transferred')).toMatchObject({ from, mode: 'blind' });
    expect(stage.told(callId, 'agent-completed')).toMatchObject({ sipUser: from, endedBy: 'transfer' });
    expect(stage.told(callId, 'caller-left')).toMatchObject({ reason: 'served', sipUser: to });
  }, 60_000);
}
