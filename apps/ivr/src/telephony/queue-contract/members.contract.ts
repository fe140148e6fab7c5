import { QueueActionRefused } from '../queue-node.port';
import type { QueueStage } from './queue-stage';

/** Members and accounts. */
export function itKeepsMembers(stage: QueueStage): void {
  it('takes a member twice, changes its penalty, and does not mind taking away what is not there', async () => {
    const sipUser = await stage.agent('general', {}, 3);
    await stage.node().addMember({ queue: 'general', sipUser, penalty: 7, paused: true, reason: 'away' });
    expect(await stage.memberOf('general', sipUser)).toMatchObject({
      penalty: 7,
      paused: true,
      pauseReason: 'away',
    });
    await stage.node().setPenalty('general', sipUser, 2);
    expect(await stage.memberOf('general', sipUser)).toMatchObject({ penalty: 2 });
    await stage.node().removeMember('general', sipUser);
    await stage.node().removeMember('general', sipUser);
    expect(await stage.memberOf('general', sipUser)).toBeUndefined();
    await stage.node().pause(sipUser, true, 'nowhere');
  });

  it.each([
    ['a queue that is not there', { queue: 'no-such-queue', sipUser: '1001', penalty: 0 }],
    ['a queue’s name with a header in it', { queue: 'a\r\nAction: Logoff', sipUser: '1001', penalty: 0 }],
    ['an agent who is none', { queue: 'general', sipUser: '1001&PJSIP/trunk', penalty: 0 }],
    ['a penalty below zero', { queue: 'general', sipUser: '1001', penalty: -1 }],
  ])('refuses %s', async (_what, member) => {
    await expect(stage.node().addMember({ ...member, paused: false })).rejects.toBeInstanceOf(
      QueueActionRefused,
    );
  });

  it('lists accounts with whether a phone is registered, and forgets what was removed', async () => {
    const sipUser = await stage.agent('general');
    expect(await stage.node().agentPhones()).toContainEqual({ sipUser, registered: true });
    await stage.unplug(sipUser);
    expect(await stage.node().agentPhones()).toContainEqual({ sipUser, registered: false });
    await stage.node().removeAgent(sipUser);
    await stage.node().removeAgent(sipUser);
    expect((await stage.node().agentPhones()).map((phone) => phone.sipUser)).not.toContain(sipUser);
  });
}
