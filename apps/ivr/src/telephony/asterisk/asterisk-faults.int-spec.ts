import { describeWithLab, labNumber } from '@switchyard/testing';
import { HEALTH_POLICY } from './node-health';
import { openLabNode, type LabNode } from './testing/lab-node';

const OWN_LAB = { name: 'telephony-faults' };

describeWithLab(
  'an Asterisk node in trouble',
  (lab) => {
    let one: LabNode;

    beforeEach(async () => {
      const { host, port, user, secret } = lab().ami;
      one = openLabNode({
        node: lab().node,
        ari: lab().ari,
        trunk: lab().trunk,
        ami: { host, port, user, secret },
        // Less patience than in service, so that the tests need not wait.
        health: { ...HEALTH_POLICY, silence: 2_000, giveUp: 8_000 },
      });
      await one.node.connect(15_000);
    });

    afterEach(async () => {
      lab().asterisk.signal('SIGCONT');
      await one.node.close();
      await lab().asterisk.restart();
    });

    it('is suspect within seconds of a PBX that stands still, and up again by itself', async () => {
      const call = one.order(labNumber('listens', 1));
      await one.node.originate(call);
      await one.untilEvent(call.callId, 'answered');
      lab().asterisk.signal('SIGSTOP');
      await one.untilState('suspect', 7_000);
      await expect(one.node.originate(one.order(labNumber('listens', 2)))).rejects.toMatchObject({
        reason: 'unreachable',
      });
      lab().asterisk.signal('SIGCONT');
      await one.untilState('up', 10_000);
      expect(one.states()).toEqual(['up', 'suspect', 'up']);
      expect((await one.node.liveCalls()).map(({ callId }) => callId)).toContain(call.callId);
      await one.node.hangUp(call.callId);
      await one.untilEvent(call.callId, 'ended');
    });

    it('says unknown-state when an order was sent and not answered', async () => {
      lab().asterisk.signal('SIGSTOP');
      const call = one.order(labNumber('busy', 3));
      await expect(one.node.originate(call)).rejects.toMatchObject({ reason: 'unknown-state' });
      await one.untilState('suspect', 5_000);
      lab().asterisk.signal('SIGCONT');
      await one.untilState('up', 10_000);
      // The PBX read the order when it woke up, and carried it out.
      await one.untilEvent(call.callId, 'ended', 5_000);
    });

    it('gives a PBX up that stays silent, and finds it again when it wakes', async () => {
      lab().asterisk.signal('SIGSTOP');
      await one.untilState('down', 40_000);
      lab().asterisk.signal('SIGCONT');
      await one.untilState('up', 30_000);
      expect(one.states()).toEqual(['up', 'suspect', 'down', 'up']);
      const call = one.order(labNumber('busy', 4));
      await one.node.originate(call);
      await one.untilEvent(call.callId, 'ended');
    });

    it.each([
      ['crashed', () => lab().asterisk.kill()],
      ['was stopped in order', () => lab().asterisk.stop()],
    ])('comes back after a PBX that %s, and knows that its calls are gone', async (_what, end) => {
      const call = one.order(labNumber('listens', 5));
      await one.node.originate(call);
      await one.untilEvent(call.callId, 'answered');
      await end();
      await one.untilState('down', 5_000);
      await lab().asterisk.start();
      await one.untilState('up', 20_000);
      expect(await one.node.liveCalls()).toEqual([]);
      const next = one.order(labNumber('busy', 6));
      await one.node.originate(next);
      await one.untilEvent(next.callId, 'ended');
    });

    it('is suspect when ARI answers but calls do not move', async () => {
      // Without its extension no canary arrives: to the node it looks as calls that no longer move.
      await lab().asterisk.console('dialplan remove extension s@canary');
      const call = one.order(labNumber('listens', 7));
      await one.node.originate(call);
      await one.untilEvent(call.callId, 'answered');
      await one.untilState('suspect', 12_000);
      expect(await one.node.liveCalls()).toHaveLength(1);
      await lab().asterisk.console('dialplan reload');
      await one.untilState('up', 10_000);
    });
  },
  OWN_LAB,
);
