import {
  MaySignOut,
  type MaySignOutRequest,
  type Operation,
  type SignOutVerdict,
} from '@switchyard/contracts';
import { DomainError, Logger, type OperationClient, systemContext } from '@switchyard/platform';
import { HandoverGate } from './handover-gate';

const agent = { accountName: 'agent.0101' };
const asked: MaySignOutRequest[] = [];
const context = (name: string) => {
  const system = systemContext('test');
  return { ...system, actor: { ...system.actor, id: `u-${name}`, name } };
};
const handover: SignOutVerdict = {
  allowed: false,
  reasons: [
    {
      code: 'handover-missing',
      blocks: true,
      count: 1,
      text: { 'zh-CN': '请先交接班。', en: 'Hand over first.' },
    },
    { code: 'cases-in-hand', blocks: false, count: 2, text: { 'zh-CN': '2 件在手', en: '2 in hand' } },
  ],
};

function gate(answer: SignOutVerdict | Error, whenAway: 'allow' | 'refuse' = 'allow'): HandoverGate {
  const operations = {
    call: async (_operation: Operation<MaySignOutRequest, SignOutVerdict>, request: MaySignOutRequest) => {
      asked.push(request);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as OperationClient;
  const config = { recordingsDir: '', signOutWhenDeskAway: whenAway };
  return new HandoverGate(operations, config, Logger.silent());
}

const away = new DomainError('service.unavailable', 'nobody answers', { subject: MaySignOut.subject });

describe('the handover before signing out', () => {
  beforeEach(() => asked.splice(0));

  it('lets go whom nothing keeps, also with cases in hand that are only told', async () => {
    await gate({ allowed: true, reasons: handover.reasons.slice(1) }).assertMayLeave(
      agent,
      context('agent.0101'),
    );
    expect(asked).toEqual([{ agent: 'agent.0101', accountId: 'u-agent.0101' }]);
  });

  it('asks about the agent, not about the shift leader who signs it out', async () => {
    await gate({ allowed: true, reasons: [] }).assertMayLeave(agent, context('leader'));
    expect(asked).toEqual([{ agent: 'agent.0101' }]);
  });

  it('keeps who has not handed over, and says why', async () => {
    await expect(gate(handover).assertMayLeave(agent, context('agent.0101'))).rejects.toMatchObject({
      code: 'agent.handover-open',
      message: expect.stringContaining('Hand over first.') as unknown,
      details: { reasons: [{ code: 'handover-missing' }] },
    });
  });

  it('lets go when the service desk is away, unless the configuration says otherwise', async () => {
    await gate(away).assertMayLeave(agent, context('agent.0101'));
    await expect(gate(away, 'refuse').assertMayLeave(agent, context('agent.0101'))).rejects.toMatchObject({
      code: 'agent.handover-unknown',
      cause: away,
    });
  });
});
