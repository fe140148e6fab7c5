import { CallGone } from '../telephony.port';
import type { Contract } from './harness';

export function itKeepsTrackOfCalls(contract: Contract): void {
  it('hangs up a call that still rings', async () => {
    const call = contract.order('12', { ringSeconds: 60 });
    await contract.node.originate(call);
    await contract.until(call.callId, 'ringing');
    await contract.node.hangUp(call.callId);
    await contract.until(call.callId, 'ended');
    expect(contract.ended(call.callId)).toMatchObject({ answered: false });
  });

  it('refuses a second call under the id of a living one, and leaves that one alone', async () => {
    const call = contract.order('01');
    await contract.node.originate(call);
    await contract.until(call.callId, 'answered');
    const refusal = { name: 'OriginateRefused', reason: 'already-live' };
    await expect(contract.node.originate({ ...call, number: contract.number('02') })).rejects.toMatchObject(
      refusal,
    );
    expect(contract.ended(call.callId)).toBeUndefined();
    await contract.node.hangUp(call.callId);
    await contract.until(call.callId, 'ended');
  });

  it.each(['', '1390001', '+86139x', '+8613900010001&PJSIP/2', '+8613900010001/x'])(
    'refuses to dial %p',
    async (bad) => {
      const call = contract.order('01', { number: bad });
      await expect(contract.node.originate(call)).rejects.toMatchObject({ reason: 'refused' });
      expect(contract.of(call.callId)).toEqual([]);
    },
  );

  it('lists living calls and whether they are answered', async () => {
    const rings = contract.order('12', { ringSeconds: 60 });
    const talks = contract.order('01');
    await Promise.all([contract.node.originate(rings), contract.node.originate(talks)]);
    await Promise.all([contract.until(rings.callId, 'ringing'), contract.until(talks.callId, 'answered')]);
    const live = await contract.node.liveCalls();
    expect(live.find(({ callId }) => callId === rings.callId)?.answered).toBe(false);
    expect(live.find(({ callId }) => callId === talks.callId)?.answered).toBe(true);
    await Promise.all([contract.node.hangUp(rings.callId), contract.node.hangUp(talks.callId)]);
    await Promise.all([contract.until(rings.callId, 'ended'), contract.until(talks.callId, 'ended')]);
    const left = (await contract.node.liveCalls()).map(({ callId }) => callId);
    expect(left).not.toContain(rings.callId);
    expect(left).not.toContain(talks.callId);
  });

  it('says CallGone for a call that has ended, and forgives hanging it up', async () => {
    const call = contract.order('11');
    await contract.node.originate(call);
    await contract.until(call.callId, 'ended');
    await expect(
      contract.node.play(call.callId, 'late', [contract.harness.media.short]),
    ).rejects.toBeInstanceOf(CallGone);
    await expect(contract.node.answer(call.callId)).rejects.toBeInstanceOf(CallGone);
    await expect(contract.node.hangUp(call.callId)).resolves.toBeUndefined();
    await expect(contract.node.stopPlayback('never-played')).resolves.toBeUndefined();
  });

  it('places nothing while disconnected, and finds its living calls again afterwards', async () => {
    const call = contract.order('01');
    await contract.node.originate(call);
    await contract.until(call.callId, 'answered');
    await contract.node.disconnect();
    expect(contract.node.state()).toBe('down');
    await expect(contract.node.originate(contract.order('01'))).rejects.toMatchObject({
      reason: 'unreachable',
    });
    await contract.node.connect(15_000);
    expect(contract.node.state()).toBe('up');
    expect((await contract.node.liveCalls()).map(({ callId }) => callId)).toContain(call.callId);
    const states = contract.harness.events.filter(({ type }) => type === 'node-state').slice(-2);
    expect(states).toMatchObject([{ state: 'down' }, { state: 'up' }]);
    await contract.node.hangUp(call.callId);
    await contract.until(call.callId, 'ended');
    expect(contract.ended(call.callId)).toMatchObject({ answered: true });
  });
}
