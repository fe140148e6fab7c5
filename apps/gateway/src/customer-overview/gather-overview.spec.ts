import type { Operation } from '@switchyard/contracts';
import { DomainError, Logger, type OperationClient, systemContext } from '@switchyard/platform';
import { GatherOverview } from './gather-overview';

type Answer = (subject: string) => unknown;

function gather(answer: Answer): GatherOverview {
  const operations = {
    call: async ({ subject }: Operation<object, object>) => answer(subject),
  } as unknown as OperationClient;
  return new GatherOverview(operations, Logger.silent());
}

const away = (subject: string) => new DomainError('service.unavailable', `nobody answers ${subject}`);

describe('a customer as a whole', () => {
  it('has each part as its service tells it', async () => {
    const overview = await gather((subject) => ({ subject })).execute('A1', systemContext('test'));
    expect(overview).toMatchObject({
      accountNo: 'A1',
      account: { available: true, content: { subject: 'ticket.query.account.v1' } },
      calls: { available: true, content: { subject: 'ivr.query.list-inbound-calls.v1' } },
      outages: { available: true, content: { subject: 'ticket.query.known-outages.v1' } },
    });
    expect(Object.keys(overview)).toHaveLength(11);
  });

  it('is there without the telephone side when that is away', async () => {
    const overview = await gather((subject) => {
      if (subject.startsWith('ivr.')) throw away(subject);
      return { subject };
    }).execute('A1', systemContext('test'));
    for (const part of [overview.calls, overview.notices, overview.ratings]) {
      expect(part).toEqual({ available: false, code: 'service.unavailable' });
    }
    expect(overview.workOrders.available).toBe(true);
  });

  it('tells of a defect by no more than its code', async () => {
    const overview = await gather((subject) => {
      if (subject === 'ticket.query.payments.v1') throw new Error('secret');
      return {};
    }).execute('A1', systemContext('test'));
    expect(overview.payments).toEqual({ available: false, code: 'service.internal-error' });
  });

  it('is not found where there is no such account', async () => {
    const unknown = gather((subject) => {
      if (subject === 'ticket.query.account.v1') throw new DomainError('account.not-found', 'no');
      return {};
    });
    await expect(unknown.execute('A0', systemContext('test'))).rejects.toMatchObject({
      code: 'account.not-found',
    });
  });
});
