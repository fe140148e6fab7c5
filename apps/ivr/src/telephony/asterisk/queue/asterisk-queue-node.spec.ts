import { VirtualScheduler } from '../../simulator';
import { AsteriskQueueNode } from './asterisk-queue-node';

const START = Date.parse('2026-03-02T01:00:00Z');
const caller = { uniqueid: 'caller-1', queue: 'q-fault' };
const leg = { destuniqueid: 'leg-1', interface: 'PJSIP/agent-1001', membername: 'agent-1001' };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An agent who talks with a caller again, after a consultation. */
function backFromConsultation() {
  const scheduler = new VirtualScheduler(START);
  const accounts = { put: async () => undefined, delete: async () => undefined };
  const node = new AsteriskQueueNode({ name: 'pbx-1', manager: undefined, accounts, scheduler, log: quiet });
  const ended: (string | undefined)[] = [];
  node.onQueueEvent((event) => {
    if (event.type === 'agent-completed') ended.push(event.endedBy);
  });
  const tell = (event: string, headers: object) => node.onEvent({ event, ...headers });
  const user = (userevent: string) => tell('UserEvent', { userevent, uniqueid: 'leg-1' });
  tell('AgentCalled', { ...caller, ...leg });
  tell('AgentConnect', { ...caller, ...leg, holdtime: '7', ringtime: '2' });
  user('ConsultBegan');
  user('ConsultBack');
  return { scheduler, ended, tell, user };
}

describe('the end of a talk that a consultation was in', () => {
  it('is told with its cause when the queue tells it a moment after the dialplan', async () => {
    const { scheduler, ended, tell, user } = backFromConsultation();
    user('ConsultOver');
    await scheduler.advance(200);
    tell('AgentComplete', { ...caller, ...leg, holdtime: '7', talktime: '10', reason: 'caller' });
    await scheduler.advance(60_000);
    expect(ended).toEqual(['caller']);
  });

  it('is told by the dialplan alone when the queue says nothing', async () => {
    const { scheduler, ended, user } = backFromConsultation();
    user('ConsultOver');
    await scheduler.advance(400);
    expect(ended).toEqual([]);
    await scheduler.advance(200);
    expect(ended).toEqual(['agent']);
  });
});
